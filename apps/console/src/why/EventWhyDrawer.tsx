import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Drawer } from "antd";
import { api } from "../api/routes";
import type { EventWhy } from "../api/types";
import { WhenRead } from "../feedback/states";
import { durationInWords } from "../wording/dates";
import { partOf, reckoningOf, textOf, type Data } from "../wording/fields";
import { useWords, type Wording } from "../wording/useWords";
import { whySentence } from "../wording/why";
import { ReckoningStrip } from "./ReckoningStrip";

/** One event opened to its cause: sentence, rule, days counted, what led here, and the raw record. */
export function EventWhyDrawer({
  caseId,
  seq,
  programme,
  onClose,
}: {
  caseId: string;
  seq: number | undefined;
  programme: string;
  onClose: () => void;
}) {
  const { t } = useWords();
  const event = useQuery({
    queryKey: ["event", caseId, seq],
    queryFn: () => api.event(caseId, seq ?? 0),
    enabled: seq !== undefined,
    staleTime: Infinity,
  });
  return (
    <Drawer open={seq !== undefined} onClose={onClose} title={t("why.title")} size={480}>
      {seq === undefined ? null : (
        <WhenRead query={event}>{(data) => <Why event={data} programme={programme} />}</WhenRead>
      )}
    </Drawer>
  );
}

function Why({ event, programme }: { event: EventWhy; programme: string }) {
  const words = useWords();
  const { t } = words;
  const { why } = event;
  const reckoning = reckoningOf(why.reckoning);
  return (
    <div className="why">
      <p className="why-sentence">{whySentence(event, words)}</p>
      <p className="small-print">
        {t("why.eventNumber", { seq: event.seq })} · {words.instant(event.recordedAt)}
      </p>
      <h3>{t("why.rule")}</h3>
      <dl className="facts">
        <dt>{ruleInWords(why.rule, words)}</dt>
        <dd>{t("why.ruleOf", { programme, version: why.policyVersion })}</dd>
      </dl>
      <Ladder rule={why.ruleData} />
      {why.scheduledAt === null ? null : (
        <p>
          {t("why.scheduled", { at: words.instant(why.scheduledAt) })}{" "}
          {why.lateMs > 0 ? t("why.late", { late: durationInWords(why.lateMs, t) }) : t("why.onTime")}
        </p>
      )}
      {reckoning === null ? null : (
        <>
          <h3>{t("why.counted")}</h3>
          <ReckoningStrip reckoning={reckoning} />
        </>
      )}
      {why.ledHere.length === 0 ? null : (
        <>
          <h3>{t("why.ledHere")}</h3>
          <ul className="led-here">
            {why.ledHere.map(({ seq, type, happenedOn }) => (
              <li key={seq}>
                <Link
                  to="/pairings/$caseId"
                  params={{ caseId: event.caseId }}
                  search={(before) => ({ ...before, why: seq })}
                  className="plain-link"
                >
                  {words.fullDay(happenedOn)} · {words.term("event", type)}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
      <details className="raw">
        <summary>{t("why.raw")}</summary>
        <pre tabIndex={0}>{JSON.stringify(event.raw, null, 2)}</pre>
      </details>
    </div>
  );
}

/** A rule by its name; what people did by themselves follows from the move's own rule. */
function ruleInWords(rule: string, words: Wording): string {
  const named = words.term("rule", rule);
  return named === rule ? words.term("event", rule) : named;
}

/** The policy's ladder, where the rule has one. */
function Ladder({ rule }: { rule: Data }) {
  const words = useWords();
  const ladder = rule.ladder ?? partOf(rule, "visit")?.ladder;
  if (!Array.isArray(ladder)) return null;
  const rungs = ladder.filter((rung): rung is Data => typeof rung === "object" && rung !== null);
  const source = textOf(rule, "source");
  return (
    <>
      <ol className="ladder" aria-label={words.t("why.ladder")}>
        {rungs.map((rung, index) => (
          <li key={index}>
            {words.t("why.ladderRung", {
              seat: words.term("seat", textOf(rung, "seat")),
              days: Number(rung.workingDays ?? 0),
            })}
          </li>
        ))}
      </ol>
      {source === "" ? null : (
        <p className="small-print">
          {words.t("common.labelled", { label: words.t("why.ruleSource"), value: source })}
        </p>
      )}
    </>
  );
}
