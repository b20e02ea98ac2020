import { Bytes, joined } from "./bytes";
import { NO_CAMERA_WORD, readExif } from "./exif";
import type { ReadPicture } from "./jpeg";

interface Chunk {
  readonly name: string;
  readonly all: Uint8Array;
  readonly data: Uint8Array;
}

const KEPT = ["VP8 ", "VP8L", "VP8X", "ALPH", "ICCP"];
/** Of the extended head: that EXIF or XMP follow. */
const TOLD_BY_FLAGS = 0x08 | 0x04;
const EXIF_SIGN = "Exif\0\0";

/** @returns undefined when it is no whole still picture in WebP */
export function readWebp(file: Uint8Array): ReadPicture | undefined {
  const bytes = new Bytes(file, true);
  const end = 8 + bytes.u32(4);
  if (!bytes.has(0, end)) return undefined;
  const chunks: Chunk[] = [];
  for (let at = 12; at < end;) {
    const length = bytes.u32(at + 4);
    const next = at + 8 + length + (length % 2);
    if (!bytes.has(at, next - at)) return undefined;
    chunks.push({
      name: bytes.text(at, 4),
      all: file.subarray(at, next),
      data: file.subarray(at + 8, at + 8 + length),
    });
    at = next;
  }
  const size = sizeOf(chunks);
  if (size === undefined) return undefined;
  const exif = chunks.find(({ name }) => name === "EXIF")?.data;
  const body = joined(chunks.filter(({ name }) => KEPT.includes(name)).map(withoutFlags));
  return {
    ...(exif === undefined ? NO_CAMERA_WORD : readExif(withoutSign(exif))),
    ...size,
    bytes: joined([file.subarray(0, 4), littleEndian(body.length + 4), file.subarray(8, 12), body]),
  };
}

function sizeOf(chunks: readonly Chunk[]): { width: number; height: number } | undefined {
  const extended = chunks.find(({ name }) => name === "VP8X");
  const image = chunks.find(({ name }) => name === "VP8 " || name === "VP8L");
  if (image === undefined) return undefined;
  if (extended !== undefined) {
    const head = new Bytes(extended.data);
    return { width: head.u24(4) + 1, height: head.u24(7) + 1 };
  }
  const data = new Bytes(image.data, true);
  if (image.name === "VP8 ") return { width: data.u16(6) & 0x3fff, height: data.u16(8) & 0x3fff };
  const both = data.u32(1);
  return { width: (both & 0x3fff) + 1, height: ((both >>> 14) & 0x3fff) + 1 };
}

function withoutFlags({ name, all }: Chunk): Uint8Array {
  if (name !== "VP8X") return all;
  const copy = all.slice();
  copy[8] = (copy[8] ?? 0) & ~TOLD_BY_FLAGS;
  return copy;
}

function withoutSign(exif: Uint8Array): Uint8Array {
  return new Bytes(exif).text(0, EXIF_SIGN.length) === EXIF_SIGN ? exif.subarray(EXIF_SIGN.length) : exif;
}

function littleEndian(value: number): Uint8Array {
  return Uint8Array.of(value & 0xff, (value >> 8) & 0xff, (value >> 16) & 0xff, (value >>> 24) & 0xff);
}
