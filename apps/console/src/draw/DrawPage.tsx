import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { api } from "../api/routes";
import type { Draw } from "../api/types";
import { MeaningTag } from "../feedback/MeaningTag";
import { SkeletonRows, WhenRead } from "../feedback/states";
import { Paper } from "../paper/Paper";
import { PaperTable } from "../paper/PaperTable";
import { useProgrammeName } from "../pairings/programmes";
import { sampleRuleInWords } from "../wording/draw";
import { problemSentence } from "../wording/refusal";
import { placeWithin } from "../wording/place";
import { useWords } from "../wording/useWords";

/** One draw as the checkers take it along: whom it took, and by what it can be drawn again. */
export function DrawPage() {
  const { drawId } = useParams({ from: "/framed/draws/$drawId" });
  const draw = useQuery({ queryKey: ["draw", drawId], queryFn: () => api.draw(drawId) });
  return (
    <WhenRead ofPage query={draw} skeleton={<SkeletonRows rows={10} height={40} />}>
      {(data) => <Sheet draw={data} />}
    </WhenRead>
  );
}

function Sheet({ draw }: { draw: Draw }) {
  const words = useWords();
  const { t } = words;
  const { areaName, programmeId, policyVersion, rule, seed, isReproduced, cases, drawnAt, drawnByName } =
    draw;
  const programme = useProgrammeName(programmeId);
  const drawn = cases.filter((each) => each.drawn);
  const passedBy = cases.filter((each) => !each.drawn);
  return (
    <Paper
      title={t("draw.listTitle", { place: areaName })}
      sub={t("draw.secret")}
      back={
        <Link to="/draws" search={{}} className="plain-link back">
          ← {t("draw.title")}
        </Link>
      }
    >
      <h2>{t("draw.drawnOf", { drawn: drawn.length, group: cases.length })}</h2>
      <PaperTable
        label={t("draw.drawn")}
        heads={[t("sheet.number"), t("sheet.name"), t("sheet.village"), t("terms.helper"), t("draw.check")]}
        numeric={[t("sheet.number")]}
      >
        {drawn.map((each, index) => (
          <tr key={each.caseId}>
            <td className="numeric">{index + 1}</td>
            <td>
              <Link
                to="/pairings/$caseId"
                params={{ caseId: each.caseId }}
                search={{}}
                className="plain-link"
              >
                {each.subjectName}
              </Link>
            </td>
            <td className="paper-words">{placeWithin(each.areaName, areaName)}</td>
            <td>{each.leadHelperName}</td>
            <td>
              <Check household={each} />
            </td>
          </tr>
        ))}
      </PaperTable>
      <h2>{t("draw.howToDrawAgain")}</h2>
      <dl className="paper-facts">
        <dt>{t("terms.policy")}</dt>
        <dd>{t("pairing.programmeVersion", { programme, version: policyVersion })}</dd>
        <dt>{t("draw.rule")}</dt>
        <dd>{sampleRuleInWords(rule, t)}</dd>
        <dt>{t("draw.seed")}</dt>
        <dd>
          <code>{seed}</code>
        </dd>
        <dt>{t("draw.by")}</dt>
        <dd>
          {drawnByName} · {words.instant(drawnAt)}
        </dd>
        <dt>{t("draw.again")}</dt>
        <dd>
          <MeaningTag meaning={isReproduced ? "done" : "overdue"}>
            {t(isReproduced ? "draw.same" : "draw.another")}
          </MeaningTag>
        </dd>
      </dl>
      {passedBy.length === 0 ? null : (
        <>
          <h2>{t("draw.passedBy", { count: passedBy.length })}</h2>
          <p>{passedBy.map(({ subjectName }) => subjectName).join(t("outcomes.separator"))}</p>
        </>
      )}
    </Paper>
  );
}

function Check({ household: { passed, code } }: { household: Draw["cases"][number] }) {
  const { t, language } = useWords();
  if (code !== null) return <>{problemSentence({ code, facts: {} }, t, language)}</>;
  if (passed === null) return <MeaningTag meaning="soon">{t("draw.toCheck")}</MeaningTag>;
  return (
    <MeaningTag meaning={passed ? "done" : "overdue"}>
      {t(passed ? "liftOut.passed" : "liftOut.notPassed")}
    </MeaningTag>
  );
}
