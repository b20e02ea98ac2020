import { VOID_REASONS } from "@jiedui/domain";
import { Form, Select } from "antd";
import { api } from "../api/routes";
import type { MoveAnswer, Pairing, VoidVisit } from "../api/types";
import { SkeletonRows } from "../feedback/states";
import { CommandForm } from "../forms/CommandForm";
import { ReasonField } from "../forms/fields";
import { eventSentence } from "../wording/events";
import { textOf } from "../wording/fields";
import { useWords } from "../wording/useWords";
import { standingVisits } from "./story";
import { useTimeline } from "./timeline";

/** Marks a visit void; its record stays, and deadlines are counted anew. */
export function VoidVisitForm({
  pairing: { caseId, seq },
  visit,
  onDone,
}: {
  pairing: Pairing;
  visit: string | undefined;
  onDone: () => void;
}) {
  const words = useWords();
  const { t } = words;
  const timeline = useTimeline(caseId, undefined);
  if (timeline.data === undefined) return <SkeletonRows rows={3} />;
  const visits = standingVisits(timeline.data.pages.flatMap((page) => page.items));
  if (visits.length === 0) return <p>{t("moves.noVisit")}</p>;
  return (
    <CommandForm<Omit<VoidVisit, "basedOnSeq">, VoidVisit, MoveAnswer>
      name={`void-visit:${caseId}:${visit ?? ""}`}
      verb={t("moves.void")}
      send={api.move<VoidVisit>(caseId, "void-visit")}
      initial={{ visitId: visit }}
      bodyOf={({ visitId, reason }) => ({ basedOnSeq: seq, visitId, reason })}
      onDone={onDone}
      danger
    >
      {({ visitId }) => {
        const chosen = visits.find(({ data }) => textOf(data, "visitId") === visitId);
        return (
          <>
            {chosen === undefined ? null : (
              <p className="notice">{t("moves.voidText", { day: words.fullDay(chosen.happenedOn) })}</p>
            )}
            <Form.Item name="visitId" label={t("moves.whichVisit")} rules={[{ required: true }]}>
              <Select
                options={visits.map((event) => ({
                  value: textOf(event.data, "visitId"),
                  label: `${words.fullDay(event.happenedOn)} · ${eventSentence(event, words)}`,
                }))}
              />
            </Form.Item>
            <ReasonField list="voidReason" codes={VOID_REASONS} label={t("moves.voidReason")} />
          </>
        );
      }}
    </CommandForm>
  );
}
