import { ROSTER_LIMITS } from "@jiedui/http-contracts";
import { unzipSync } from "fflate";
import { FileFault } from "./file-fault";

const ZIP = [0x50, 0x4b];
/** What both the old format and an encrypted workbook are wrapped in. */
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ENCRYPTED = Buffer.from("EncryptedPackage", "utf16le");
const WORKBOOK = "xl/workbook.xml";
const MOST_ENTRIES = 2_000;

/**
 * Whether the bytes are a workbook or a text, by what they hold and not by any name.
 * @throws FileFault for what is neither, for the old format, and for what is encrypted, damaged or a bomb
 */
export function kindOfFile(bytes: Buffer): "workbook" | "text" {
  if (bytes.length === 0) throw new FileFault("ROSTER_FILE_EMPTY");
  if (beginsWith(bytes, COMPOUND_FILE))
    throw new FileFault(bytes.includes(ENCRYPTED) ? "ROSTER_FILE_ENCRYPTED" : "ROSTER_FILE_OLD_FORMAT");
  if (!beginsWith(bytes, ZIP)) return "text";
  guard(bytes);
  return "workbook";
}

/** What the archive says of itself, before anything of it is unpacked. */
function guard(bytes: Buffer): void {
  const names = new Set<string>();
  let unpackedBytes = 0;
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        names.add(name);
        unpackedBytes += originalSize;
        return false;
      },
    });
  } catch (failure) {
    throw new FileFault("ROSTER_FILE_DAMAGED", {}, { cause: failure });
  }
  if (unpackedBytes > ROSTER_LIMITS.mostUnpackedBytes || names.size > MOST_ENTRIES)
    throw new FileFault("ROSTER_FILE_TOO_LARGE_UNPACKED", {
      unpackedBytes,
      limitBytes: ROSTER_LIMITS.mostUnpackedBytes,
    });
  if (!names.has(WORKBOOK)) throw new FileFault("ROSTER_FILE_NOT_A_WORKBOOK");
}

function beginsWith(bytes: Buffer, first: readonly number[]): boolean {
  return first.every((byte, index) => bytes[index] === byte);
}
