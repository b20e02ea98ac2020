import { Bytes, joined } from "./bytes";
import { NO_CAMERA_WORD, readExif } from "./exif";
import type { ReadPicture } from "./jpeg";

const SIGNATURE_BYTES = 8;
/** Besides length, name and checksum: what a picture needs to be shown, with its colours. */
const KEPT = ["IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "pHYs"];

/** @returns undefined when it is no whole PNG */
export function readPng(file: Uint8Array): ReadPicture | undefined {
  const bytes = new Bytes(file);
  const chunks: { name: string; all: Uint8Array; data: Uint8Array }[] = [];
  for (let at = SIGNATURE_BYTES; chunks.at(-1)?.name !== "IEND";) {
    const length = bytes.u32(at);
    const end = at + 12 + length;
    if (!bytes.has(at, 12 + length)) return undefined;
    const name = bytes.text(at + 4, 4);
    chunks.push({ name, all: file.subarray(at, end), data: file.subarray(at + 8, end - 4) });
    at = end;
  }
  const [head] = chunks;
  if (head?.name !== "IHDR" || !chunks.some(({ name }) => name === "IDAT")) return undefined;
  const exif = chunks.find(({ name }) => name === "eXIf");
  const size = new Bytes(head.data);
  return {
    ...(exif === undefined ? NO_CAMERA_WORD : readExif(exif.data)),
    width: size.u32(0),
    height: size.u32(4),
    bytes: joined([
      file.subarray(0, SIGNATURE_BYTES),
      ...chunks.filter(({ name }) => KEPT.includes(name)).map(({ all }) => all),
    ]),
  };
}
