import { Bytes } from "./bytes";
import { NO_CAMERA_WORD, type CameraWord } from "./exif";
import { readJpeg, type ReadPicture } from "./jpeg";
import { readPng } from "./png";
import { readWebp } from "./webp";

/** What may be brought as evidence: photographs and scans. */
export const EVIDENCE_KINDS = ["jpeg", "png", "webp", "pdf"] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

export const EVIDENCE_LIMITS = {
  mostBytes: 8 * 1024 * 1024,
  /** To this a browser makes a photograph smaller before it sends it: a page of A4 can still be read. */
  longestSidePixels: 1_600,
  /** More would end the browser of whoever looks, however small the file is. */
  mostPixels: 50_000_000,
  mostOfAMove: 12,
} as const;

/** A file that may be kept, without whatever tells of its making. */
export interface ReadEvidence extends Pick<CameraWord, "takenAtMs" | "place"> {
  readonly kind: EvidenceKind;
  /** Null of a document. */
  readonly width: number | null;
  readonly height: number | null;
  readonly bytes: Uint8Array;
}
/** Not of a kind that is taken; of one, but broken or not whole; more pixels than can be shown. */
export type EvidenceFault = "not-of-kind" | "damaged" | "too-many-pixels";

/** What a file begins with. */
const SIGNATURES: readonly { kind: EvidenceKind; at: number; text: string }[] = [
  { kind: "jpeg", at: 0, text: "\xff\xd8\xff" },
  { kind: "png", at: 0, text: "\x89PNG\r\n\x1a\n" },
  { kind: "webp", at: 8, text: "WEBP" },
  { kind: "pdf", at: 0, text: "%PDF-" },
];
const READ: Readonly<Record<EvidenceKind, (file: Uint8Array) => ReadPicture | undefined>> = {
  jpeg: readJpeg,
  png: readPng,
  webp: readWebp,
  pdf: readPdf,
};
const END_OF_PDF_WITHIN_BYTES = 2_048;

/** Judges a file by what is in it, whatever it is called, and takes time and place out of it. */
export function readEvidence(file: Uint8Array): ReadEvidence | EvidenceFault {
  const kind = kindOf(file);
  if (kind === undefined) return "not-of-kind";
  const read = READ[kind](file);
  if (read === undefined) return "damaged";
  const { takenAtMs, place, bytes, width, height } = read;
  if (kind === "pdf") return { kind, takenAtMs, place, bytes, width: null, height: null };
  if (!(width > 0 && height > 0)) return "damaged";
  if (width * height > EVIDENCE_LIMITS.mostPixels) return "too-many-pixels";
  return { kind, takenAtMs, place, bytes, width, height };
}

function kindOf(file: Uint8Array): EvidenceKind | undefined {
  const bytes = new Bytes(file);
  const found = SIGNATURES.find(({ at, text }) => bytes.text(at, text.length) === text)?.kind;
  return found === "webp" && bytes.text(0, 4) !== "RIFF" ? undefined : found;
}

/** Kept as it came: a scanner's document says nothing of a place. */
function readPdf(file: Uint8Array): ReadPicture | undefined {
  const tail = file.subarray(Math.max(0, file.length - END_OF_PDF_WITHIN_BYTES));
  const isWhole = [...tail.keys()].some((at) => new Bytes(tail).text(at, 5) === "%%EOF");
  return isWhole ? { ...NO_CAMERA_WORD, width: 0, height: 0, bytes: file } : undefined;
}
