import { useQuery } from "@tanstack/react-query";
import { Link, useParams, useSearch } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { api } from "../api/routes";
import type { LiftedOut } from "../api/types";
import { SkeletonRows, WhenRead } from "../feedback/states";
import { Paper } from "../paper/Paper";
import { PaperTable } from "../paper/PaperTable";
import { useProgrammeName } from "../pairings/programmes";
import { dayOf } from "../wording/dates";
import { eventSentence } from "../wording/events";
import { numberOf, partsOf, textOf, textsOf } from "../wording/fields";
import { yuan } from "../wording/money";
import { useWords } from "../wording/useWords";

type Told = LiftedOut["events"][number];

/** An auditor's question on one sheet: why was this household lifted out? All of it from the case's own log. */
export function LiftedOutPage() {
  const { caseId } = useParams({ from: "/framed/pairings/$caseId/lifted-out" });
  const { asOf } = useSearch({ from: "/framed/pairings/$caseId/lifted-out" });
  const story = useQuery({
    queryKey: ["lifted-out", caseId, asOf],
    queryFn: () => api.liftedOut(caseId, { asOf }),
  });
  return (
    <WhenRead ofPage query={story} skeleton={<SkeletonRows rows={12} height={40} />}>
      {(data) => <Sheet story={data} asOf={asOf} />}
    </WhenRead>
  );
}

function Sheet({ story, asOf }: { story: LiftedOut; asOf: string | undefined }) {
  const words = useWords();
  const { t } = words;
  const { caseId, subject, areaName, leadHelper, helperUnit, programmeId, policyVersion, liftedOn } = story;
  const programme = useProgrammeName(programmeId);
  const takenOver = story.events.find(({ type }) => type === "PairingOpened");
  const back = asOf === undefined ? {} : { asOf };
  return (
    <Paper
      size="one-sheet"
      title={t("liftedOut.title", { name: subject.name })}
      sub={t(takenOver === undefined ? "liftedOut.sub" : "liftedOut.subOnPaper", {
        place: areaName,
        day: words.fullDay(liftedOn),
      })}
      back={
        <Link to="/pairings/$caseId" params={{ caseId }} search={back} className="plain-link back">
          ← {t("liftedOut.back")}
        </Link>
      }
    >
      <p>
        {t("terms.helper")} {leadHelper.name} · {helperUnit.name} ·{" "}
        {t("pairing.programmeVersion", { programme, version: policyVersion })} · {t("pairing.caseNumber")}{" "}
        {caseId.slice(0, 8)}
      </p>
      {takenOver === undefined ? (
        <>
          <Incomes events={story.events} />
          <Criteria events={story.events} />
          <h2>{t("liftedOut.steps")}</h2>
          <Steps events={story.events} />
        </>
      ) : (
        <>
          <h2>{t("liftedOut.onPaperTitle")}</h2>
          <p>
            {t("liftedOut.onPaper", {
              day: words.fullDay(dayOf(takenOver.recordedAt)),
              lifted: words.fullDay(liftedOn),
            })}
          </p>
        </>
      )}
      <ul className="paper-signs">
        {(["household", "helper", "township", "county"] as const).map((sign) => (
          <li key={sign}>{t(`liftedOut.signs.${sign}`)}</li>
        ))}
      </ul>
    </Paper>
  );
}

function Incomes({ events }: { events: readonly Told[] }) {
  const { t, term } = useWords();
  const proposal = events.find(({ type }) => type === "LiftOutProposed");
  const asked = partsOf(proposal?.data ?? {}, "incomes");
  if (asked.length === 0) return null;
  return (
    <>
      <h2>{t("liftedOut.incomes")}</h2>
      <PaperTable
        label={t("liftedOut.incomes")}
        heads={[t("liftOut.incomeYear"), t("liftedOut.reckoning"), t("liftOut.perHead"), t("liftOut.line")]}
        numeric={[t("liftOut.perHead"), t("liftOut.line")]}
      >
        {asked.map((income) => {
          const year = numberOf(income, "incomeYear");
          const recorded = events.find(
            ({ type, data }) => type === "IncomeRecorded" && numberOf(data, "incomeYear") === year,
          );
          const lines = partsOf(recorded?.data ?? {}, "lines").map((line) =>
            [term("incomeSource", textOf(line, "source")), yuan(numberOf(line, "amountFen"))].join(" "),
          );
          return (
            <tr key={year}>
              <td>{year}</td>
              <td className="paper-words">
                {recorded === undefined ? null : (
                  <Standing event={recorded}>
                    {t("liftedOut.reckoned", {
                      lines: lines.join(" + "),
                      costs: yuan(numberOf(recorded.data, "costsFen")),
                      members: numberOf(recorded.data, "members"),
                    })}
                  </Standing>
                )}
              </td>
              <td className="numeric">{yuan(numberOf(income, "perHeadFen"))}</td>
              <td className="numeric">{yuan(numberOf(income, "lineFen"))}</td>
            </tr>
          );
        })}
      </PaperTable>
    </>
  );
}

function Criteria({ events }: { events: readonly Told[] }) {
  const { t, term } = useWords();
  const proposal = events.find(({ type }) => type === "LiftOutProposed");
  const criteria = textsOf(proposal?.data ?? {}, "criteria");
  if (criteria.length === 0) return null;
  const proofs = proposal?.contents.find(({ purpose }) => purpose === "lift-out-proposal")?.body ?? {};
  return (
    <>
      <h2>{t("liftedOut.criteria")}</h2>
      <PaperTable
        label={t("liftedOut.criteria")}
        heads={[t("liftedOut.criterion"), t("liftedOut.question"), t("liftedOut.answer")]}
      >
        {criteria.map((criterion) => (
          <tr key={criterion}>
            <th scope="row">{term("liftOutCriterion", criterion)}</th>
            <td className="paper-words">{t(`liftOut.questions.${criterion}` as "liftOut.questions.food")}</td>
            <td className="paper-words">{textOf(proofs, criterion) || t("liftedOut.met")}</td>
          </tr>
        ))}
      </PaperTable>
    </>
  );
}

/** Each step with its day, what was found, and by whom it was put down; what counts no longer is struck out, never left out. */
function Steps({ events }: { events: readonly Told[] }) {
  const words = useWords();
  const { t, term } = words;
  const proposedSeq = events.find(({ type }) => type === "LiftOutProposed")?.seq ?? 0;
  return (
    <PaperTable
      label={t("liftedOut.steps")}
      heads={[
        t("liftedOut.number"),
        t("liftedOut.day"),
        t("liftedOut.step"),
        t("liftedOut.found"),
        t("liftedOut.by"),
      ]}
    >
      {events
        .filter(({ seq }) => seq >= proposedSeq)
        .map((event) => (
          <tr key={event.seq}>
            <td>{event.seq}</td>
            <td>{words.shortDay(event.happenedOn)}</td>
            <td>{term("event", event.type)}</td>
            <td className="paper-words">
              <Standing event={event}>
                {eventSentence(event, words)}
                <Written event={event} />
              </Standing>
            </td>
            <td>{event.actorName}</td>
          </tr>
        ))}
    </PaperTable>
  );
}

/** Struck out where something took it back, with what did. */
function Standing({ event: { fellBySeq }, children }: { event: Told; children: ReactNode }) {
  const { t } = useWords();
  if (fellBySeq === null) return children;
  return (
    <>
      <del>{children}</del> <strong>{t("liftedOut.fell", { seq: fellBySeq })}</strong>
    </>
  );
}

function Written({ event: { contents } }: { event: Told }) {
  const { t } = useWords();
  const notes = contents.map(({ body }) => textOf(body ?? {}, "note")).filter((note) => note !== "");
  const pieces = contents.filter(({ purpose }) => purpose === "evidence").length;
  const parts = pieces === 0 ? notes : [...notes, t("liftedOut.pieces", { count: pieces })];
  return parts.length === 0 ? null : <span className="quiet"> {parts.join(t("outcomes.separator"))}</span>;
}
