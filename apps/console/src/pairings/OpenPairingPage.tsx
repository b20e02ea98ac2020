import { addMonths, type Day } from "@jiedui/domain";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { Form, Select } from "antd";
import { api } from "../api/routes";
import type { MoveAnswer, OpenPairing, Programme } from "../api/types";
import { PageHead } from "../feedback/PageHead";
import { SkeletonRows, WhenRead } from "../feedback/states";
import { CommandForm } from "../forms/CommandForm";
import { DayField } from "../forms/DayField";
import { HelperPicker, HelpersPicker, SubjectPicker } from "../forms/pickers";
import { numberOf, partOf } from "../wording/fields";
import { useWords } from "../wording/useWords";
import { programmesQuery } from "./programmes";

interface Values {
  programmeId: string;
  subjectId: string;
  leadHelperId: string;
  coHelperIds?: string[];
  signedOn: string;
}

/** 结对登记: one subject with a lead helper and any co-helpers. */
export function OpenPairingPage() {
  const { t } = useWords();
  const programmes = useQuery(programmesQuery);
  return (
    <div className="form-page">
      <Link to="/pairings" className="plain-link back">
        ← {t("pairings.title")}
      </Link>
      <PageHead title={t("opening.title")} sub={t("opening.intro")} />
      <div className="surface form-surface">
        <WhenRead query={programmes} skeleton={<SkeletonRows rows={6} height={56} />}>
          {({ items }) => <OpenPairingForm programmes={items} />}
        </WhenRead>
      </div>
    </div>
  );
}

function OpenPairingForm({ programmes }: { programmes: readonly Programme[] }) {
  const words = useWords();
  const { t, today } = words;
  const navigate = useNavigate();
  const { subject } = useSearch({ from: "/framed/pairings/new" });
  const [only] = programmes;
  return (
    <CommandForm<Values, OpenPairing, MoveAnswer>
      name={`open-pairing:${subject ?? ""}`}
      verb={t("opening.submit")}
      send={api.openPairing}
      initial={{ programmeId: only?.id, subjectId: subject, signedOn: today }}
      bodyOf={({ programmeId, subjectId, leadHelperId, coHelperIds = [], signedOn }) => ({
        programmeId,
        subjectId,
        leadHelperId,
        coHelperIds,
        signedOn,
      })}
      onDone={({ caseId }) => void navigate({ to: "/pairings/$caseId", params: { caseId }, search: {} })}
    >
      {(values) => {
        const programme = programmes.find(({ id }) => id === values.programmeId);
        return (
          <>
            <Form.Item
              name="programmeId"
              label={t("opening.programme")}
              rules={[{ required: true }]}
              extra={kindsOf(programme, words)}
            >
              <Select
                options={programmes.map(({ id, name, place }) => ({
                  value: id,
                  label: `${name} · ${place}`,
                }))}
              />
            </Form.Item>
            <Form.Item
              name="subjectId"
              label={t("opening.subject")}
              rules={[{ required: true }]}
              extra={t("opening.subjectHint")}
            >
              <SubjectPicker unpaired />
            </Form.Item>
            <Form.Item name="leadHelperId" label={t("opening.leadHelper")} rules={[{ required: true }]}>
              <HelperPicker />
            </Form.Item>
            <Form.Item name="coHelperIds" label={t("opening.coHelpers")}>
              <HelpersPicker />
            </Form.Item>
            <Form.Item
              name="signedOn"
              label={t("opening.signedOn")}
              rules={[{ required: true }]}
              extra={termOf(programme, values.signedOn, words)}
            >
              <DayField latest={today} />
            </Form.Item>
          </>
        );
      }}
    </CommandForm>
  );
}

function kindsOf(
  programme: Programme | undefined,
  { t, term }: ReturnType<typeof useWords>,
): string | undefined {
  const kinds = Object.keys(partOf(programme?.policy ?? {}, "subjectKinds") ?? {});
  if (kinds.length === 0) return undefined;
  return t("opening.kinds", {
    kinds: kinds.map((kind) => term("subjectKind", kind)).join(t("outcomes.separator")),
  });
}

function termOf(
  programme: Programme | undefined,
  signedOn: string | undefined,
  { t, fullDay }: ReturnType<typeof useWords>,
): string {
  const months = numberOf(partOf(programme?.policy ?? {}, "term") ?? {}, "months");
  if (months === 0 || signedOn === undefined)
    return t("common.labelled", { label: t("opening.term"), value: t("opening.termByPolicy") });
  const day = fullDay(addMonths(signedOn as Day, months));
  return t("common.labelled", {
    label: t("opening.term"),
    value: t("opening.termText", { count: months, day }),
  });
}
