import { Drawer } from "antd";
import type { ObligationItem } from "../api/types";
import { seatOfObligation } from "../wording/events";
import { reckoningOf } from "../wording/fields";
import { useWords } from "../wording/useWords";
import { obligationSentence } from "../wording/why";
import { ReckoningStrip } from "./ReckoningStrip";

/** Why something is owed just now: the sentence, the rule, and the days as they are counted. */
export function ObligationWhy({
  obligation,
  onClose,
}: {
  obligation: ObligationItem | undefined;
  onClose: () => void;
}) {
  const words = useWords();
  const { t } = words;
  const reckoning = obligation === undefined ? null : reckoningOf(obligation.reckoning);
  return (
    <Drawer open={obligation !== undefined} onClose={onClose} title={t("why.title")} size={480}>
      {obligation === undefined ? null : (
        <div className="why">
          <p className="why-sentence">{obligationSentence(obligation, words)}</p>
          <dl className="facts">
            <dt>{t("why.rule")}</dt>
            <dd>{words.term("rule", obligation.rule)}</dd>
            <dt>{t("pairing.answersNow")}</dt>
            <dd>
              {seatOfObligation(obligation, words)}
              {obligation.holders.length === 0
                ? null
                : ` · ${obligation.holders.join(t("outcomes.separator"))}`}
            </dd>
          </dl>
          <h3>{t("why.counted")}</h3>
          {reckoning === null ? (
            <p className="quiet">{t("why.notCounted")}</p>
          ) : (
            <ReckoningStrip reckoning={reckoning} />
          )}
        </div>
      )}
    </Drawer>
  );
}
