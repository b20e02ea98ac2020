import { Link } from "@tanstack/react-router";
import type { ShamItem } from "../api/types";
import { shamSentence } from "../wording/sham";
import { useWords } from "../wording/useWords";
import { JudgementTag } from "./JudgementTag";

/** At a visit in the story: what it is asked about, and what was found. */
export function ShamMarks({ signs }: { signs: readonly ShamItem[] }) {
  const words = useWords();
  if (signs.length === 0) return null;
  return (
    <ul className="sham-marks">
      {signs.map((sign) => (
        <li key={sign.id}>
          <JudgementTag judgement={sign.judgement} />{" "}
          <Link to="/visit-check" search={{ open: sign.id, shown: "all" }} className="plain-link">
            {shamSentence(sign, words)}
          </Link>
        </li>
      ))}
    </ul>
  );
}
