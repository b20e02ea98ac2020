import { LIFT_OUT_CRITERIA, PLAN_PARTS } from "@jiedui/domain";
import { EvidenceStrip } from "../evidence/EvidenceStrip";
import type { TimelineItem } from "../api/types";
import { partOf, textOf, type Data } from "../wording/fields";
import { useWords, type Wording } from "../wording/useWords";

/** What was written with an event, field by field. */
export function EventContent({ contents }: { contents: TimelineItem["contents"] }) {
  const words = useWords();
  if (contents.length === 0) return null;
  const evidence = contents.filter(({ purpose }) => purpose === "evidence");
  const written = contents.filter(({ purpose }) => purpose !== "evidence");
  return (
    <>
      {written.map(({ id, body, erased }) =>
        erased || body === null ? (
          <p key={id} className="quiet event-content">
            {words.t(erased ? "pairing.erased" : "pairing.notVisible")}
          </p>
        ) : (
          <Fields key={id} body={body} words={words} />
        ),
      )}
      {evidence.length === 0 ? null : <EvidenceStrip contents={evidence} />}
    </>
  );
}

function Fields({ body, words }: { body: Data; words: Wording }) {
  const { t } = words;
  const income = textOf(body, "incomeChange");
  const fields: [string, string][] = [
    [t("visit.situation"), textOf(body, "situation")],
    [t("visit.problems"), textOf(body, "problems")],
    [t("visit.measures"), textOf(body, "measures")],
    [t("visit.opinions"), textOf(body, "opinions")],
    [
      t("visit.incomeChange"),
      income === "" || income === "unknown" ? "" : words.term("incomeChange", income),
    ],
    ...PLAN_PARTS.map((part): [string, string] => [
      words.term("planPart", part),
      textOf(partOf(body, "texts") ?? {}, part),
    ]),
    ...LIFT_OUT_CRITERIA.map((criterion): [string, string] => [
      words.term("liftOutCriterion", criterion),
      textOf(body, criterion),
    ]),
    [t("moves.note"), textOf(body, "note") || textOf(body, "text")],
  ];
  const filled = fields.filter(([, text]) => text !== "");
  if (filled.length === 0) return null;
  return (
    <dl className={"texts" in body ? "event-content plan-parts" : "event-content"}>
      {filled.map(([label, text]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
