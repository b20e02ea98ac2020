import { Form, Input, Select } from "antd";
import { NEW_HOUSEHOLD_OUTCOMES } from "@jiedui/domain";
import type { MoveHousehold, SettleNewHousehold, SplitHousehold } from "../api/types";
import { DayField } from "../forms/DayField";
import { EvidenceField, evidenceIdsOf, type SentEvidence } from "../forms/EvidenceField";
import { NoteField } from "../forms/fields";
import { AreaPicker } from "../forms/pickers";
import { textOrNull } from "../forms/text";
import { useWords } from "../wording/useWords";
import { StepForm, type MoveFormProps } from "./StepForm";
import { useHousehold } from "./useHousehold";

interface Proven {
  happenedOn: string;
  note?: string;
  evidence?: SentEvidence[];
}
interface Housed {
  address?: string;
  phone?: string;
}

/** Which part keeps the case is asked by who leaves: it stays with the others. */
export function SplitHouseholdForm(props: MoveFormProps) {
  const { t } = useWords();
  const { members, choices } = useHousehold(props.pairing);
  const chosen = (leavingIds: readonly string[], isLeaving: boolean) =>
    choices.filter(({ value }) => leavingIds.includes(value) === isLeaving);
  const head = members?.find(({ relation }) => relation === "head")?.id;
  return (
    <StepForm<Proven & Housed & Pick<SplitHousehold, "leavingIds" | "newHeadId" | "headId">, SplitHousehold>
      {...props}
      move="splitHousehold"
      disabled={members === undefined}
      bodyOf={({ leavingIds, newHeadId, headId, address, phone, ...proven }) => ({
        leavingIds,
        newHeadId,
        headId: headId ?? head ?? "",
        address: textOrNull(address),
        phone: textOrNull(phone),
        ...provenOf(proven),
      })}
    >
      {({ leavingIds = [] }) => (
        <>
          <p className="notice">{t("household.splitText")}</p>
          <Form.Item name="leavingIds" label={t("household.leaving")} rules={[{ required: true }]}>
            <Select mode="multiple" options={choices} loading={members === undefined} />
          </Form.Item>
          <Form.Item name="newHeadId" label={t("household.headOfNew")} rules={[{ required: true }]}>
            <Select options={chosen(leavingIds, true)} />
          </Form.Item>
          {head !== undefined && !leavingIds.includes(head) ? null : (
            <Form.Item name="headId" label={t("household.headOfStaying")} rules={[{ required: true }]}>
              <Select options={chosen(leavingIds, false)} />
            </Form.Item>
          )}
          <HousedFields label={t("household.addressOfNew")} />
          <ProvenFields {...props} />
        </>
      )}
    </StepForm>
  );
}

export function MoveHouseholdForm(props: MoveFormProps) {
  const { t } = useWords();
  return (
    <StepForm<Proven & Housed & { toAreaCode: string }, MoveHousehold>
      {...props}
      move="moveHousehold"
      bodyOf={({ toAreaCode, address, phone, ...proven }) => ({
        toAreaCode,
        address: textOrNull(address),
        phone: textOrNull(phone),
        ...provenOf(proven),
      })}
    >
      <p className="notice">{t("household.moveText", { helper: props.pairing.leadHelper.name })}</p>
      <Form.Item
        name="toAreaCode"
        label={t("household.toArea")}
        rules={[{ required: true }]}
        extra={t("household.moveBeyond")}
      >
        <AreaPicker placeholder={t("register.searchAreas")} />
      </Form.Item>
      <HousedFields label={t("household.newAddress")} />
      <ProvenFields {...props} />
    </StepForm>
  );
}

/** Its own pairing settles it by itself; here is said why there will be none. */
export function SettleNewHouseholdForm(props: MoveFormProps) {
  const { t, term } = useWords();
  const { splitOff } = props.pairing.company;
  return (
    <StepForm<SettleNewHousehold, SettleNewHousehold>
      {...props}
      move="settleNewHousehold"
      initial={{ subjectId: splitOff[0]?.subjectId }}
      bodyOf={({ subjectId, outcome, note = "" }) => ({ subjectId, outcome, note })}
    >
      <Form.Item name="subjectId" label={t("household.split")} rules={[{ required: true }]}>
        <Select options={splitOff.map(({ subjectId, name }) => ({ value: subjectId, label: name }))} />
      </Form.Item>
      <Form.Item name="outcome" label={t("household.outcome")} rules={[{ required: true }]}>
        <Select
          options={NEW_HOUSEHOLD_OUTCOMES.filter((each) => each !== "paired").map((each) => ({
            value: each,
            label: term("newHouseholdOutcome", each),
          }))}
        />
      </Form.Item>
      <NoteField />
    </StepForm>
  );
}

function HousedFields({ label }: { label: string }) {
  const { t } = useWords();
  return (
    <>
      <Form.Item name="address" label={label}>
        <Input maxLength={300} />
      </Form.Item>
      <Form.Item name="phone" label={t("register.phone")}>
        <Input maxLength={40} inputMode="tel" />
      </Form.Item>
    </>
  );
}

function ProvenFields({ pairing: { caseId, signedOn } }: MoveFormProps) {
  const { t, today } = useWords();
  return (
    <>
      <Form.Item
        name="happenedOn"
        label={t("household.happenedOn")}
        rules={[{ required: true }]}
        initialValue={today}
      >
        <DayField earliest={signedOn} latest={today} />
      </Form.Item>
      <NoteField />
      <EvidenceField caseId={caseId} />
    </>
  );
}

function provenOf({ happenedOn, note = "", evidence }: Proven) {
  return { happenedOn, note, evidenceIds: evidenceIdsOf(evidence) };
}
