import type { SampleRule } from "@jiedui/domain";
import type { Words } from "./dates";

/** `20 户及以下全查；21 至 100 户抽 20 户；100 户以上抽 30 户`. */
export function sampleRuleInWords(rule: SampleRule, words: Words): string {
  if (rule.kind === "share") return words("draw.byShare", { percent: rule.percent });
  return rule.tiers
    .map(({ upTo, draw }, index) => {
      const after = rule.tiers[index - 1]?.upTo ?? 0;
      const size =
        upTo === null
          ? words("draw.sizeBeyond", { after })
          : after === 0
            ? words("draw.sizeUpTo", { upTo })
            : words("draw.sizeBetween", { from: after + 1, upTo });
      return words("draw.tier", {
        size,
        draw: draw === null ? words("draw.drawAll") : words("draw.drawSome", { draw }),
      });
    })
    .join(words("draw.tierSeparator"));
}
