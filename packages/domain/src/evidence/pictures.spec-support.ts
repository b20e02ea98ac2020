import { joined } from "./bytes";

/** Pictures of 8 by 6 pixels, as a browser's canvas writes them. */
const bytesOf = (base64: string) => Uint8Array.from(Buffer.from(base64, "base64"));
export const JPEG = bytesOf(
  "/9j/4AAQSkZJRgABAQAAAQABAAD/4gHYSUNDX1BST0ZJTEUAAQEAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABh" +
    "Y3NwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" +
    "AAAAAAAAAAAAAAAAAAAAAAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAAB" +
    "UAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAA" +
    "AAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9Y" +
    "WVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAPKnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAM" +
    "ZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADb/2wBDAFA3PEY8MlBGQUZaVVBfeMiCeG5uePWvuZHI" +
    "////////////////////////////////////////////////////2wBDAVVaWnhpeOuCguv/////////////////////////////" +
    "////////////////////////////////////////////wAARCAAGAAgDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAL/" +
    "xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFAEBAAAAAAAAAAAAAAAAAAAAA//EABQRAQAAAAAAAAAAAAAAAAAAAAD/2gAMAwEAAhED" +
    "EQA/AIAGd//Z",
);
export const PNG = bytesOf(
  "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAGCAYAAAD+Bd/7AAAAJElEQVR4AczKMQ0AAAwCwQYhVVL/qStwACuf/Hb4W7oxoQYgAAAA" +
    "///u4RV9AAAABklEQVQDABf0ERX3ZRi/AAAAAElFTkSuQmCC",
);
export const WEBP = bytesOf(
  "UklGRhQCAABXRUJQVlA4WAoAAAAgAAAABwAABQAASUNDUMgBAAAAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABh" +
    "Y3NwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" +
    "AAAAAAAAAAAAAAAAAAAAAAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAAB" +
    "UAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAA" +
    "AAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9Y" +
    "WVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAPKnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAM" +
    "ZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADZWUDggJgAAAHABAJ0BKggABgAHQJYloAJ0AUAAAP7X" +
    "leqqevxu+onys93zQAAA",
);
export const PDF = text("%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n");
/** What a Windows program begins with. */
export const PROGRAM = joined([text("MZ\x90\0\x03\0\0\0"), new Uint8Array(400)]);

export function text(characters: string): Uint8Array {
  return Uint8Array.from(characters, (character) => character.charCodeAt(0));
}

export interface ToldByCamera {
  /** `2016:03:05 10:20:30`. */
  readonly takenAt?: string;
  readonly offset?: string;
  readonly latitude?: number;
  readonly longitude?: number;
  readonly orientation?: number;
}

/** EXIF as a telephone's camera writes it, with its owner's name. */
export function exif(told: ToldByCamera, isLittleEndian = true): Uint8Array {
  const { takenAt, offset, latitude, longitude, orientation = 1 } = told;
  const data: number[] = [];
  const number = (value: number, size: 2 | 4) => {
    const big = [...Array(size).keys()].map((at) => Math.floor(value / 256 ** (size - 1 - at)) % 256);
    return isLittleEndian ? big.reverse() : big;
  };
  const at = (values: number[]) => {
    data.push(...values);
    return 2_000 + data.length - values.length;
  };
  const ascii = (tag: number, value: string) => entry(tag, 2, value.length + 1, [...text(`${value}\0`)]);
  const entry = (tag: number, type: number, count: number, values: number[]) => [
    ...[...number(tag, 2), ...number(type, 2), ...number(count, 4)],
    ...(values.length <= 4 ? [...values, 0, 0, 0].slice(0, 4) : number(at(values), 4)),
  ];
  const directory = (entries: number[][]) => [
    ...number(entries.length, 2),
    ...entries.flat(),
    ...number(0, 4),
  ];
  const degrees = (value: number) =>
    [Math.abs(value) * 100_000, 0, 0].flatMap((part) => [
      ...number(Math.round(part), 4),
      ...number(100_000, 4),
    ]);
  const detail = [
    ...(takenAt === undefined ? [] : [ascii(0x9003, takenAt)]),
    ...(offset === undefined ? [] : [ascii(0x9011, offset)]),
  ];
  const gps =
    latitude === undefined || longitude === undefined
      ? []
      : [
          ascii(1, latitude < 0 ? "S" : "N"),
          entry(2, 5, 3, degrees(latitude)),
          ascii(3, longitude < 0 ? "W" : "E"),
          entry(4, 5, 3, degrees(longitude)),
        ];
  const main = directory([
    ascii(0x010f, "SENTINEL-PHONE"),
    entry(0x0112, 3, 1, number(orientation, 2)),
    entry(0x8769, 4, 1, number(500, 4)),
    entry(0x8825, 4, 1, number(1_000, 4)),
  ]);
  const tiff = new Uint8Array(4_000);
  tiff.set([...text(isLittleEndian ? "II" : "MM"), ...number(42, 2), ...number(8, 4)], 0);
  tiff.set(main, 8);
  tiff.set(directory(detail), 500);
  tiff.set(directory(gps), 1_000);
  tiff.set(data, 2_000);
  return tiff;
}

/** The JPEG with a camera's EXIF, a comment, and a second picture hung on behind its end. */
export function photograph(told: ToldByCamera = {}, isLittleEndian = true): Uint8Array {
  const tiff = exif(told, isLittleEndian);
  const length = 8 + tiff.length;
  return joined([
    JPEG.subarray(0, 2),
    Uint8Array.of(0xff, 0xe1, length >> 8, length & 0xff),
    text("Exif\0\0"),
    tiff,
    Uint8Array.of(0xff, 0xfe, 0, 18),
    text("SENTINEL-COMMENT"),
    JPEG.subarray(2),
    text("SENTINEL-BEHIND"),
  ]);
}
