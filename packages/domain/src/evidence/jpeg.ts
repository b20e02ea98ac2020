import { Bytes, joined } from "./bytes";
import { exifOfOrientation, NO_CAMERA_WORD, readExif, uprightExif, type CameraWord } from "./exif";

/** A picture's file as it is kept: without whatever tells of its making. */
export interface ReadPicture extends CameraWord {
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
}

interface Segment {
  readonly marker: number;
  /** With its marker; of a scan, with all its data. */
  readonly all: Uint8Array;
  /** Without marker and length. */
  readonly data: Uint8Array;
}

const START = 0xd8;
const END = 0xd9;
const SCAN = 0xda;
const APP0 = 0xe0;
const APP1 = 0xe1;
const COLOUR_PROFILE = 0xe2;
const ADOBE = 0xee;
const EXIF_SIGN = "Exif\0\0";

/** @returns undefined when it is no whole JPEG */
export function readJpeg(file: Uint8Array): ReadPicture | undefined {
  const segments = segmentsOf(file);
  const frame = segments?.find(({ marker }) => isFrame(marker));
  if (segments === undefined || frame === undefined) return undefined;
  if (!segments.some(({ marker }) => marker === SCAN)) return undefined;
  const exif = segments.map(exifIn).find((each) => each !== undefined);
  const word = exif === undefined ? NO_CAMERA_WORD : readExif(exif);
  const turned = word.orientation === 1 ? [] : [exifSegment(exifOfOrientation(word.orientation))];
  const kept = segments.filter(isKept);
  const size = new Bytes(frame.data);
  return {
    ...word,
    width: size.u16(3),
    height: size.u16(1),
    bytes: joined([
      Uint8Array.of(0xff, START),
      ...kept.filter(({ marker }) => marker === APP0).map(({ all }) => all),
      ...turned,
      ...kept.filter(({ marker }) => marker !== APP0).map(({ all }) => all),
      Uint8Array.of(0xff, END),
    ]),
  };
}

/**
 * Gives a picture that was made smaller, and lost all EXIF by that, what the camera wrote into the original; except how
 * to turn it, for it stands upright already.
 */
export function withCameraWordOf(original: Uint8Array, smaller: Uint8Array): Uint8Array {
  const exif = segmentsOf(original)
    ?.map(exifIn)
    .find((each) => each !== undefined);
  if (exif === undefined) return smaller;
  return joined([smaller.subarray(0, 2), exifSegment(uprightExif(exif)), smaller.subarray(2)]);
}

/** The file's segments up to its end; whatever was hung on behind that is not among them. */
function segmentsOf(file: Uint8Array): Segment[] | undefined {
  const bytes = new Bytes(file);
  if (bytes.u16(0) !== 0xff00 + START) return undefined;
  const segments: Segment[] = [];
  for (let at = 2; ;) {
    if (bytes.u8(at) !== 0xff) return undefined;
    const marker = bytes.u8(at + 1);
    if (marker === END) return segments;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const length = bytes.u16(at + 2);
    const headEnd = at + 2 + length;
    if (!(length >= 2) || !bytes.has(at, 2 + length)) return undefined;
    const end = marker === SCAN ? endOfScan(bytes, headEnd) : headEnd;
    segments.push({ marker, all: file.subarray(at, end), data: file.subarray(at + 4, headEnd) });
    at = end;
  }
}

/** Within a scan 0xff is followed by zero or a restart mark; anything else begins the next segment. */
function endOfScan({ all }: Bytes, from: number): number {
  for (let at = from; ; at += 2) {
    at = all.indexOf(0xff, at);
    if (at === -1) return all.length;
    const next = all[at + 1] ?? 0;
    if (next === 0xff) at -= 1;
    else if (next !== 0 && (next < 0xd0 || next > 0xd7)) return at;
  }
}

function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

/** What a picture needs to be shown, with its colours; no word of camera, program or person. */
function isKept({ marker, data }: Segment): boolean {
  if (marker === COLOUR_PROFILE) return new Bytes(data).text(0, 11) === "ICC_PROFILE";
  if (marker === APP0) return new Bytes(data).text(0, 4) === "JFIF";
  return marker === ADOBE || marker < APP0;
}

function exifIn({ marker, data }: Segment): Uint8Array | undefined {
  const isExif = marker === APP1 && new Bytes(data).text(0, EXIF_SIGN.length) === EXIF_SIGN;
  return isExif ? data.subarray(EXIF_SIGN.length) : undefined;
}

function exifSegment(tiff: Uint8Array): Uint8Array {
  const length = 2 + EXIF_SIGN.length + tiff.length;
  const sign = [...EXIF_SIGN].map((character) => character.charCodeAt(0));
  return joined([Uint8Array.of(0xff, APP1, length >> 8, length & 0xff, ...sign), tiff]);
}
