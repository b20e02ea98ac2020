import { joined } from "./bytes";
import { EVIDENCE_LIMITS, readEvidence, type ReadEvidence } from "./evidence";
import { withCameraWordOf } from "./jpeg";
import { JPEG, PDF, PNG, PROGRAM, WEBP, exif, photograph, text } from "./pictures.spec-support";

const PLACE = { latitude: 31.8926, longitude: 111.2513 };
const TAKEN = "2016:03:05 10:20:30";
const AT_TEN_IN_CHINA = Date.parse("2016-03-05T10:20:30+08:00");

function kept(file: Uint8Array): ReadEvidence {
  const read = readEvidence(file);
  if (typeof read === "string") throw new Error(read);
  return read;
}

const saysOf = ({ bytes }: ReadEvidence) => Buffer.from(bytes).toString("latin1");

describe("a file is judged by what is in it", () => {
  it.each([
    ["jpeg", JPEG],
    ["png", PNG],
    ["webp", WEBP],
  ] as const)("a %s is taken, with its size, and stays the same picture", (kind, file) => {
    expect(kept(file)).toMatchObject({ kind, width: 8, height: 6, takenAtMs: null, place: null });
    expect(kept(kept(file).bytes).bytes).toEqual(kept(file).bytes);
  });

  it("a document is taken as it came", () => {
    expect(kept(PDF)).toMatchObject({ kind: "pdf", width: null, bytes: PDF });
  });

  it.each([
    ["a program under another name", PROGRAM],
    ["a page of the web", text("<html><script>alert(1)</script></html>")],
    ["a picture that may carry scripts", text('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ["nothing", new Uint8Array(0)],
    ["a sound in the same wrapping as WebP", text("RIFF\x10\0\0\0WAVEfmt ")],
    ["a word in the place of WebP's", text("OOPS\x10\0\0\0WEBPVP8 ")],
  ])("%s is not", (_what, file) => {
    expect(readEvidence(file)).toBe("not-of-kind");
  });

  it.each([
    ["jpeg", JPEG],
    ["png", PNG],
    ["webp", WEBP],
    ["pdf", PDF],
  ] as const)("a %s that is cut off anywhere is said to be damaged", (_kind, file) => {
    for (const length of [20, Math.floor(file.length / 2), file.length - 7])
      expect([length, readEvidence(file.subarray(0, length))]).toEqual([length, "damaged"]);
  });

  it("a program behind a picture's first bytes is damaged, not a picture", () => {
    expect(readEvidence(joined([JPEG.subarray(0, 3), PROGRAM]))).toBe("damaged");
  });

  it("more pixels than anybody's browser can show are refused, however small the file", () => {
    const huge = PNG.slice();
    huge.set([0, 0, 0x40, 0, 0, 0, 0x40, 0], 16);
    expect(0x4000 * 0x4000).toBeGreaterThan(EVIDENCE_LIMITS.mostPixels);
    expect(readEvidence(huge)).toBe("too-many-pixels");
  });

  it("broken bytes anywhere end no program", () => {
    for (const file of [photograph({ takenAt: TAKEN, ...PLACE }), PNG, WEBP])
      for (let at = 2; at < file.length; at += 3) {
        const broken = file.slice();
        broken[at] = 0xff - (broken[at] ?? 0);
        expect(["object", "string"]).toContain(typeof readEvidence(broken));
      }
  });
});

describe("time and place", () => {
  it.each([true, false])("are read from what the camera wrote (little end first: %s)", (isLittleEndian) => {
    const read = kept(photograph({ takenAt: TAKEN, ...PLACE }, isLittleEndian));
    expect(read).toMatchObject({ takenAtMs: AT_TEN_IN_CHINA, place: PLACE });
  });

  it("go by the camera's offset where it names one", () => {
    expect(kept(photograph({ takenAt: TAKEN, offset: "+09:00" })).takenAtMs).toBe(
      AT_TEN_IN_CHINA - 3_600_000,
    );
  });

  it("lie south and west where the camera says so", () => {
    const place = { latitude: -33.5, longitude: -70.25 };
    expect(kept(photograph(place)).place).toEqual(place);
  });

  it.each([
    ["a camera without a fix", { latitude: 0, longitude: 0 }],
    ["a place that is not on Earth", { latitude: 95, longitude: 10 }],
  ])("%s tells no place", (_what, told) => {
    expect(kept(photograph(told)).place).toBeNull();
  });

  it("a time that does not exist is none", () => {
    expect(kept(photograph({ takenAt: "2016:13:41 10:20:30" })).takenAtMs).toBeNull();
    expect(kept(photograph({ takenAt: "yesterday" })).takenAtMs).toBeNull();
  });

  it("are read from PNG and WebP too, and taken out", () => {
    const tiff = exif({ takenAt: TAKEN, ...PLACE });
    const length = (size: number, big: boolean) => {
      const bytes = [size >> 24, (size >> 16) & 255, (size >> 8) & 255, size & 255];
      return Uint8Array.from(big ? bytes : bytes.reverse());
    };
    const head = 8 + 25;
    const png = joined([
      PNG.subarray(0, head),
      joined([length(tiff.length, true), text("eXIf"), tiff, new Uint8Array(4)]),
      PNG.subarray(head),
    ]);
    const webp = joined([WEBP, text("EXIF"), length(tiff.length, false), tiff]);
    webp.set(length(webp.length - 8, false), 4);
    for (const file of [png, webp]) {
      const read = kept(file);
      expect(read).toMatchObject({ takenAtMs: AT_TEN_IN_CHINA, place: PLACE });
      expect(saysOf(read)).not.toContain("SENTINEL");
    }
    expect(kept(png).bytes).toEqual(PNG);
  });
});

describe("what is kept of a photograph", () => {
  it("tells of no camera, place or person, nor of what was hung on behind it", () => {
    const read = kept(photograph({ takenAt: TAKEN, ...PLACE }));
    expect(saysOf(read)).not.toContain("SENTINEL");
    expect(saysOf(read)).not.toContain("Exif");
    expect(read.bytes).toEqual(kept(JPEG).bytes);
  });

  it("still says how it must be turned, and nothing more", () => {
    const read = kept(photograph({ takenAt: TAKEN, ...PLACE, orientation: 6 }));
    expect(saysOf(read)).toContain("Exif");
    expect(saysOf(read)).not.toContain("SENTINEL");
    expect(kept(read.bytes)).toMatchObject({ place: null, takenAtMs: null });
    expect(kept(read.bytes).bytes).toEqual(read.bytes);
  });
});

describe("a photograph that a browser has made smaller", () => {
  it("brings the camera's word along, and is not turned a second time", () => {
    const original = photograph({ takenAt: TAKEN, ...PLACE, orientation: 6 });
    const read = kept(withCameraWordOf(original, JPEG));
    expect(read).toMatchObject({ takenAtMs: AT_TEN_IN_CHINA, place: PLACE });
    expect(read.bytes).toEqual(kept(JPEG).bytes);
  });

  it("stays as it is when the original says nothing", () => {
    expect(withCameraWordOf(PNG, JPEG)).toBe(JPEG);
  });
});
