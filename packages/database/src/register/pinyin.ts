import { pinyin } from "pinyin-pro";

/** How a name is found from a keyboard: whole syllables without tones, and their initials; surnames read as surnames. */
export function soundOf(name: string): { pinyin: string; initials: string } {
  const options = { toneType: "none", surname: "head", type: "array", nonZh: "consecutive" } as const;
  const syllables = pinyin(name, options).map((each) => each.toLowerCase().replace(/[^a-z0-9]/g, ""));
  return { pinyin: syllables.join(""), initials: syllables.map((each) => each.slice(0, 1)).join("") };
}
