import { MEMBER_CHANGES, type MemberChange } from "@jiedui/domain";
import { Form, Radio, Select } from "antd";
import type { HouseholdMember, RecordHouseholdChange } from "../api/types";
import { DayField } from "../forms/DayField";
import { EvidenceField, evidenceIdsOf, type SentEvidence } from "../forms/EvidenceField";
import { NoteField } from "../forms/fields";
import { textOrNull } from "../forms/text";
import { PersonFields } from "../register/PersonFields";
import { useWords } from "../wording/useWords";
import { StepForm, type MoveFormProps } from "./StepForm";
import { useHousehold } from "./useHousehold";

interface Values {
  change: MemberChange;
  memberId?: string;
  newcomer?: HouseholdMember;
  headId?: string;
  happenedOn: string;
  note?: string;
  evidence?: SentEvidence[];
}

/** Born, married, died, a new head: who, on which day, and what proves it. */
export function HouseholdChangeForm(props: MoveFormProps) {
  const { t, term, today } = useWords();
  const { caseId, signedOn } = props.pairing;
  const { members, choices } = useHousehold(props.pairing);
  return (
    <StepForm<Values, RecordHouseholdChange>
      {...props}
      move="recordHouseholdChange"
      initial={{ change: "born", happenedOn: today }}
      disabled={members === undefined}
      bodyOf={({ change, memberId, newcomer, headId, happenedOn, note = "", evidence }) => ({
        change,
        ...(isJoining(change)
          ? { newcomer: newcomer === undefined ? null : personOf(newcomer) }
          : { memberId: memberId ?? null, headId: headId ?? null }),
        happenedOn,
        note,
        evidenceIds: evidenceIdsOf(evidence),
      })}
    >
      {({ change = "born", memberId }) => (
        <>
          <p className="notice">{t("household.proof")}</p>
          <Form.Item name="change" label={t("household.change")} rules={[{ required: true }]}>
            <Radio.Group
              className="column-choice"
              options={MEMBER_CHANGES.map((each) => ({ value: each, label: term("householdChange", each) }))}
            />
          </Form.Item>
          {isJoining(change) ? (
            <PersonFields at={["newcomer"]} absolute={["newcomer"]} />
          ) : (
            <>
              {members?.length === 0 ? <p className="notice">{t("household.noMembers")}</p> : null}
              <Form.Item
                name="memberId"
                label={t(change === "new-head" ? "household.newHead" : "household.leaver")}
                rules={[{ required: true }]}
              >
                <Select options={choices} loading={members === undefined} />
              </Form.Item>
            </>
          )}
          {!isJoining(change) && change !== "new-head" && isHead(members, memberId) ? (
            <Form.Item name="headId" label={t("household.headAfter")} rules={[{ required: true }]}>
              <Select options={choices.filter(({ value }) => value !== memberId)} />
            </Form.Item>
          ) : null}
          <Form.Item name="happenedOn" label={t("household.happenedOn")} rules={[{ required: true }]}>
            <DayField earliest={signedOn} latest={today} />
          </Form.Item>
          <NoteField />
          <EvidenceField caseId={caseId} />
        </>
      )}
    </StepForm>
  );
}

function isJoining(change: MemberChange): boolean {
  return change === "born" || change === "married-in";
}

function isHead(
  members: readonly { id: string; relation: string }[] | undefined,
  memberId: string | undefined,
): boolean {
  return members?.find(({ id }) => id === memberId)?.relation === "head";
}

function personOf({ name, relation, ...person }: HouseholdMember): HouseholdMember {
  return {
    name,
    relation,
    residentId: textOrNull(person.residentId ?? undefined),
    residentIdUnverifiedReason: textOrNull(person.residentIdUnverifiedReason ?? undefined),
    joinedPartyOn: person.joinedPartyOn ?? null,
  };
}
