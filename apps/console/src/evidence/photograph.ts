import { EVIDENCE_LIMITS, withCameraWordOf } from "@jiedui/domain";

/** A file as it is sent, and a small picture of it for the form; a document has none. */
export interface ReadyFile {
  readonly blob: Blob;
  readonly thumbnail: string | null;
}

const THUMBNAIL_PIXELS = 120;
const QUALITY = 0.82;

/**
 * Makes a photograph smaller before it goes over a poor line; time and place that the camera wrote go along. What the
 * browser cannot show goes as it is: the server says what is wrong with it.
 */
export async function readyToSend(file: File): Promise<ReadyFile> {
  if (file.type === "application/pdf") return { blob: file, thumbnail: null };
  const picture = await shown(file);
  if (picture === undefined) return { blob: file, thumbnail: null };
  try {
    const thumbnail = drawn(picture, THUMBNAIL_PIXELS).toDataURL("image/jpeg", QUALITY);
    return { blob: await smaller(file, picture), thumbnail };
  } finally {
    picture.close();
  }
}

/** Pixels of the picture when its longest side has at most so many. */
export function sizeWithin(
  { width, height }: { readonly width: number; readonly height: number },
  longestSide: number,
): { width: number; height: number } {
  const share = Math.min(1, longestSide / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * share)), height: Math.max(1, Math.round(height * share)) };
}

async function shown(file: File): Promise<ImageBitmap | undefined> {
  try {
    return await createImageBitmap(file, { imageOrientation: "from-image" });
  } catch (failure) {
    if (failure instanceof DOMException) return undefined;
    throw failure;
  }
}

async function smaller(file: File, picture: ImageBitmap): Promise<Blob> {
  const canvas = drawn(picture, EVIDENCE_LIMITS.longestSidePixels);
  const made = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/jpeg", QUALITY));
  if (made === null) return file;
  const [original, small] = await Promise.all([file.arrayBuffer(), made.arrayBuffer()]);
  const bytes = withCameraWordOf(new Uint8Array(original), new Uint8Array(small));
  return new Blob([Uint8Array.from(bytes)], { type: "image/jpeg" });
}

/** On white, for a JPEG knows no transparency. */
function drawn(picture: ImageBitmap, longestSide: number): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  Object.assign(canvas, sizeWithin(picture, longestSide));
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("this browser draws nothing");
  context.fillStyle = "#ffffff";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas;
}
