import { HANDOVER_REASONS } from "@jiedui/domain";
import { useQuery } from "@tanstack/react-query";
import { Checkbox, Drawer, Form } from "antd";
import { useState } from "react";
import { api } from "../api/routes";
import type { HandOver, Helper, MovesAnswer, PairingItem } from "../api/types";
import { MeaningTag, StageTag } from "../feedback/MeaningTag";
import { EmptyState, SkeletonRows, WhenRead } from "../feedback/states";
import { CommandForm } from "../forms/CommandForm";
import { DayField } from "../forms/DayField";
import { NoteField, ReasonField } from "../forms/fields";
import { HelperPicker } from "../forms/pickers";
import { problemSentence } from "../wording/refusal";
import { useWords } from "../wording/useWords";

/** As many as one command takes; what is left is handed over with the next. */
const AT_ONCE = 50;

/** All of a helper's pairings, or some of them, to a successor. */
export function HandOverDrawer({ helper, onClose }: { helper: Helper | undefined; onClose: () => void }) {
  const { t } = useWords();
  return (
    <Drawer
      open={helper !== undefined}
      onClose={onClose}
      title={`${t("handover.title")} · ${helper?.name ?? ""}`}
      size={520}
      destroyOnHidden
    >
      {helper === undefined ? null : <HandOver helper={helper} />}
    </Drawer>
  );
}

function HandOver({ helper }: { helper: Helper }) {
  const { t } = useWords();
  const [outcome, setOutcome] = useState<{ answer: MovesAnswer; pairings: readonly PairingItem[] }>();
  const held = useQuery({
    queryKey: ["pairings", "held-by", helper.id],
    queryFn: ({ signal }) => api.pairings({ helper: helper.id, limit: AT_ONCE }, signal),
  });
  if (outcome !== undefined) return <Outcome {...outcome} />;
  return (
    <WhenRead query={held} skeleton={<SkeletonRows rows={5} />}>
      {({ items }) =>
        items.length === 0 ? (
          <EmptyState title={t("handover.none")} text={t("handover.noneText")} />
        ) : (
          <HandOverForm
            helper={helper}
            pairings={items}
            onDone={(answer) => setOutcome({ answer, pairings: items })}
          />
        )
      }
    </WhenRead>
  );
}

function HandOverForm({
  helper,
  pairings,
  onDone,
}: {
  helper: Helper;
  pairings: readonly PairingItem[];
  onDone: (answer: MovesAnswer) => void;
}) {
  const { t, today } = useWords();
  return (
    <CommandForm<HandOver, HandOver, MovesAnswer>
      name={`hand-over:${helper.id}`}
      verb={t("moves.propose")}
      send={api.handOver}
      initial={{ happenedOn: helper.retiredOn ?? today, caseIds: pairings.map(({ caseId }) => caseId) }}
      bodyOf={({ caseIds, successorId, reason, happenedOn, note }) => ({
        caseIds,
        successorId,
        reason,
        happenedOn,
        note: note ?? "",
      })}
      onDone={onDone}
    >
      <p className="notice">{t("moves.proposeText", { helper: helper.name })}</p>
      <Form.Item name="caseIds" label={t("handover.which")} rules={[{ required: true }]}>
        <Households pairings={pairings} />
      </Form.Item>
      <Form.Item name="successorId" label={t("moves.successor")} rules={[{ required: true }]}>
        <HelperPicker />
      </Form.Item>
      <ReasonField list="handoverReason" codes={HANDOVER_REASONS} label={t("moves.handoverReason")} />
      <Form.Item name="happenedOn" label={t("moves.happenedOn")} rules={[{ required: true }]}>
        <DayField latest={today} />
      </Form.Item>
      <NoteField />
    </CommandForm>
  );
}

/** A group of boxes; not itself a field that could be called required, but each of its boxes is one. */
function Households({
  pairings,
  id,
  value,
  onChange,
}: {
  pairings: readonly PairingItem[];
  id?: string;
  value?: string[];
  onChange?: (caseIds: string[]) => void;
}) {
  return (
    <div id={id}>
      <Checkbox.Group
        className="households"
        value={value}
        onChange={onChange}
        options={pairings.map(({ caseId, subject, areaName, stage }) => ({
          value: caseId,
          label: (
            <span className="picked-household">
              <span className="row-name">{subject.name}</span> <StageTag stage={stage} />
              <span className="quiet picked-household-place">{areaName}</span>
            </span>
          ),
        }))}
      />
    </div>
  );
}

/** What became of each, with the reason in words where it was refused. */
function Outcome({ answer, pairings }: { answer: MovesAnswer; pairings: readonly PairingItem[] }) {
  const { t, language } = useWords();
  const done = answer.items.filter(({ code }) => code === null).length;
  return (
    <div role="status">
      <p className="notice">{t("handover.outcome", { done, all: answer.items.length })}</p>
      <ul className="outcomes">
        {answer.items.map(({ caseId, code, facts }) => (
          <li key={caseId}>
            <span className="row-name">
              {pairings.find((each) => each.caseId === caseId)?.subject.name ?? caseId}
            </span>{" "}
            <MeaningTag meaning={code === null ? "done" : "overdue"}>
              {t(code === null ? "handover.proposed" : "handover.refused")}
            </MeaningTag>
            {code === null ? null : <p className="quiet">{problemSentence({ code, facts }, t, language)}</p>}
          </li>
        ))}
      </ul>
    </div>
  );
}
