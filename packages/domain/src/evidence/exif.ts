import type { InstantMs } from "../time/day";
import { Bytes } from "./bytes";

/** When and where a camera says that a picture was taken. */
export interface CameraWord {
  readonly takenAtMs: InstantMs | null;
  readonly place: { readonly latitude: number; readonly longitude: number } | null;
  /** 1 is upright; 2 to 8 say how the picture must be turned to be shown. */
  readonly orientation: number;
}
export const NO_CAMERA_WORD: CameraWord = { takenAtMs: null, place: null, orientation: 1 };

interface Entry {
  readonly type: number;
  readonly count: number;
  /** Where its value lies. */
  readonly at: number;
}
type Directory = ReadonlyMap<number, Entry>;

const ORIENTATION = 0x0112;
const CHANGED_AT = 0x0132;
const EXIF_DIRECTORY = 0x8769;
const GPS_DIRECTORY = 0x8825;
const TAKEN_AT = 0x9003;
const OFFSET_OF_TAKEN_AT = 0x9011;
/** Bytes that one value of each TIFF type takes. */
const SIZE_OF_TYPE: Readonly<Record<number, number>> = { 1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 7: 1, 9: 4, 10: 8 };
const MOST_ENTRIES = 512;

/** Reads EXIF, which is a TIFF file of its own (CIPA DC-008); what cannot be read is not there. */
export function readExif(tiff: Uint8Array): CameraWord {
  const bytes = tiffBytes(tiff);
  if (bytes === undefined) return NO_CAMERA_WORD;
  const main = directoryAt(bytes, bytes.u32(4));
  const detail = below(bytes, main, EXIF_DIRECTORY);
  const taken = textOf(bytes, detail.get(TAKEN_AT)) ?? textOf(bytes, main.get(CHANGED_AT));
  return {
    takenAtMs: instantOf(taken, textOf(bytes, detail.get(OFFSET_OF_TAKEN_AT))),
    place: placeOf(bytes, below(bytes, main, GPS_DIRECTORY)),
    orientation: orientationOf(bytes, main.get(ORIENTATION)),
  };
}

/** The same, but saying that the picture stands upright. */
export function uprightExif(tiff: Uint8Array): Uint8Array {
  const upright = tiff.slice();
  const bytes = tiffBytes(upright);
  const entry = bytes && directoryAt(bytes, bytes.u32(4)).get(ORIENTATION);
  if (bytes === undefined || entry === undefined || entry.type !== 3) return upright;
  const isLittleEndian = bytes.text(0, 2) === "II";
  upright[entry.at] = isLittleEndian ? 1 : 0;
  upright[entry.at + 1] = isLittleEndian ? 0 : 1;
  return upright;
}

/** EXIF that says how a picture must be turned, and nothing else. */
export function exifOfOrientation(orientation: number): Uint8Array {
  const [count, short] = [1, 3];
  return Uint8Array.from([
    ...[0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, count],
    ...[ORIENTATION >> 8, ORIENTATION & 0xff, 0, short, 0, 0, 0, 1, 0, orientation, 0, 0],
    ...[0, 0, 0, 0],
  ]);
}

function tiffBytes(tiff: Uint8Array): Bytes | undefined {
  const order = new Bytes(tiff).text(0, 2);
  if (order !== "II" && order !== "MM") return undefined;
  const bytes = new Bytes(tiff, order === "II");
  return bytes.u16(2) === 42 ? bytes : undefined;
}

function directoryAt(bytes: Bytes, at: number): Directory {
  const entries = new Map<number, Entry>();
  const count = bytes.u16(at);
  if (!(count <= MOST_ENTRIES)) return entries;
  for (let index = 0; index < count; index += 1) {
    const entryAt = at + 2 + index * 12;
    const type = bytes.u16(entryAt + 2);
    const values = bytes.u32(entryAt + 4);
    const size = (SIZE_OF_TYPE[type] ?? Number.NaN) * values;
    const valueAt = size <= 4 ? entryAt + 8 : bytes.u32(entryAt + 8);
    if (bytes.has(valueAt, size)) entries.set(bytes.u16(entryAt), { type, count: values, at: valueAt });
  }
  return entries;
}

function below(bytes: Bytes, main: Directory, tag: number): Directory {
  const entry = main.get(tag);
  return entry === undefined ? new Map<number, Entry>() : directoryAt(bytes, bytes.u32(entry.at));
}

function textOf(bytes: Bytes, entry: Entry | undefined): string | undefined {
  if (entry?.type !== 2) return undefined;
  return bytes.text(entry.at, entry.count).replace(/\0.*$/s, "").trim();
}

/** `2016:03:05 10:20:30`; a camera that names no offset is taken to show the time of China. */
function instantOf(text: string | undefined, offset: string | undefined): InstantMs | null {
  const parts = /^(\d{4}):(\d\d):(\d\d) (\d\d:\d\d:\d\d)$/.exec(text ?? "");
  if (parts === null) return null;
  const [, year, month, day, time] = parts;
  const zone = /^[+-]\d\d:\d\d$/.test(offset ?? "") ? offset : "+08:00";
  const instant = Date.parse(`${year}-${month}-${day}T${time}${zone}`);
  return Number.isNaN(instant) ? null : instant;
}

function orientationOf(bytes: Bytes, entry: Entry | undefined): number {
  const value = entry?.type === 3 ? bytes.u16(entry.at) : 1;
  return value >= 1 && value <= 8 ? value : 1;
}

function placeOf(bytes: Bytes, gps: Directory): CameraWord["place"] {
  const latitude = degreesOf(bytes, gps.get(2), textOf(bytes, gps.get(1)) === "S");
  const longitude = degreesOf(bytes, gps.get(4), textOf(bytes, gps.get(3)) === "W");
  const isOnEarth = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  // Cameras without a fix write zeros: a place in the Atlantic that nobody visits.
  return isOnEarth && (latitude !== 0 || longitude !== 0) ? { latitude, longitude } : null;
}

/** Degrees, minutes and seconds as three fractions; to five decimals, which is about a metre. */
function degreesOf(bytes: Bytes, entry: Entry | undefined, isNegative: boolean): number {
  if (entry?.type !== 5 || entry.count !== 3) return Number.NaN;
  const [degrees, minutes, seconds] = [0, 8, 16].map((offset) => {
    const below = bytes.u32(entry.at + offset + 4);
    return below === 0 ? 0 : bytes.u32(entry.at + offset) / below;
  }) as [number, number, number];
  const whole = degrees + minutes / 60 + seconds / 3_600;
  return Math.round((isNegative ? -whole : whole) * 100_000) / 100_000;
}
