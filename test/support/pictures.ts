import { deflateSync } from "node:zlib";

/** A picture of 16 by 16 pixels in its colour; another number is another picture. */
export function picture(number: number): Uint8Array {
  const size = 16;
  const row = [0, ...Array.from({ length: size }, () => [number % 256, (number >> 8) % 256, 120]).flat()];
  const pixels = deflateSync(Buffer.from(Array.from({ length: size }, () => row).flat()));
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]);
  return Buffer.concat([
    signature,
    chunk("IHDR", head),
    chunk("IDAT", pixels),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

export interface ToldByCamera {
  /** `2016:03:05 10:20:30`. */
  readonly takenAt: string;
  readonly latitude: number;
  readonly longitude: number;
}

/** The same with what a camera tells, and a comment of its own. */
export function photograph(number: number, told: ToldByCamera): Uint8Array {
  const plain = Buffer.from(picture(number));
  const afterHead = 8 + 25;
  return Buffer.concat([
    plain.subarray(0, afterHead),
    chunk("eXIf", exif(told)),
    chunk("tEXt", Buffer.from("Comment\0SENTINEL-COMMENT")),
    plain.subarray(afterHead),
  ]);
}

export const SCAN = Buffer.from("%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n");
/** What a Windows program begins with. */
export const PROGRAM = Buffer.concat([Buffer.from("MZ\x90\0\x03", "latin1"), Buffer.alloc(400)]);

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/** EXIF with the day and the place, big end first. */
function exif({ takenAt, latitude, longitude }: ToldByCamera): Buffer {
  const tiff = Buffer.alloc(320);
  tiff.write("MM\0*", 0, "latin1");
  tiff.writeUInt32BE(8, 4);
  directory(tiff, 8, [
    [0x8769, 4, 1, 60],
    [0x8825, 4, 1, 90],
  ]);
  directory(tiff, 60, [[0x9003, 2, 20, 200]]);
  directory(tiff, 90, [
    [1, 2, 2, Buffer.from("N\0\0\0").readUInt32BE()],
    [2, 5, 3, 240],
    [3, 2, 2, Buffer.from("E\0\0\0").readUInt32BE()],
    [4, 5, 3, 270],
  ]);
  tiff.write(takenAt, 200, "latin1");
  [latitude, longitude].forEach((degrees, which) =>
    [Math.round(degrees * 100_000), 100_000, 0, 1, 0, 1].forEach((value, place) =>
      tiff.writeUInt32BE(value, 240 + which * 30 + place * 4),
    ),
  );
  return tiff;
}

function directory(
  tiff: Buffer,
  at: number,
  entries: readonly (readonly [number, number, number, number])[],
): void {
  tiff.writeUInt16BE(entries.length, at);
  entries.forEach(([tag, type, count, value], index) => {
    const entryAt = at + 2 + index * 12;
    tiff.writeUInt16BE(tag, entryAt);
    tiff.writeUInt16BE(type, entryAt + 2);
    tiff.writeUInt32BE(count, entryAt + 4);
    tiff.writeUInt32BE(value, entryAt + 8);
  });
}
