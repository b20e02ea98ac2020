import { NOTICE_PURPOSES } from "@jiedui/domain";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { Checkbox, Form, Input, Radio } from "antd";
import { useEffect } from "react";
import { api } from "../api/routes";
import type { Created, CreateNotice, NoticeCandidate } from "../api/types";
import type { NewNoticeSearch } from "../app/search";
import { isTyping } from "../app/keys";
import { PageHead } from "../feedback/PageHead";
import { Place } from "../feedback/Place";
import { EmptyState, SkeletonRows, WhenRead } from "../feedback/states";
import { CommandForm } from "../forms/CommandForm";
import { AreaPicker } from "../forms/pickers";
import { useSession } from "../session/session";
import { useWords } from "../wording/useWords";

/** A notice from the cases that stand at its step: choose the place, pick the households, say where to object. */
export function NewNoticePage() {
  const { t, term } = useWords();
  const search = useSearch({ from: "/framed/notices/new" });
  const navigate = useNavigate({ from: "/notices/new" });
  const { areaCode } = useSession();
  const purpose = search.purpose ?? "village-notice";
  const area = search.area ?? areaCode ?? undefined;
  const change = (changed: Partial<NewNoticeSearch>) =>
    void navigate({ search: (before) => ({ ...before, ...changed }), replace: true });
  return (
    <div className="narrow-page">
      <Link to="/notices" search={{}} className="plain-link back">
        ← {t("notice.title")}
      </Link>
      <PageHead title={t("notice.make")} sub={t("notice.makeText")} />
      <div className="surface form-surface">
        <div className="filters">
          <Radio.Group
            optionType="button"
            aria-label={t("notice.purpose")}
            value={purpose}
            onChange={({ target }) => change({ purpose: target.value as typeof purpose })}
            options={NOTICE_PURPOSES.map((each) => ({ value: each, label: term("liftOutStep", each) }))}
          />
          <AreaPicker
            value={area}
            onChange={(chosen) => change({ area: chosen })}
            placeholder={t("notice.chooseArea")}
            aria-label={t("pairings.area")}
          />
        </div>
        {area === undefined ? (
          <EmptyState title={t("notice.chooseArea")} text={t("notice.chooseAreaText")} />
        ) : (
          <Standing key={`${area}:${purpose}`} area={area} purpose={purpose} picked={search.case} />
        )}
      </div>
    </div>
  );
}

function Standing({
  area,
  purpose,
  picked,
}: {
  area: string;
  purpose: (typeof NOTICE_PURPOSES)[number];
  picked: string | undefined;
}) {
  const { t } = useWords();
  const navigate = useNavigate();
  const standing = useQuery({
    queryKey: ["notice-candidates", area, purpose],
    queryFn: () => api.noticeCandidates({ area, purpose }),
  });
  return (
    <WhenRead query={standing} skeleton={<SkeletonRows rows={5} />}>
      {({ items }) =>
        items.length === 0 ? (
          <EmptyState title={t("notice.nobody")} text={t("notice.nobodyText")} />
        ) : (
          <CommandForm<Omit<CreateNotice, "areaCode" | "purpose">, CreateNotice, Created>
            name={`notice:${area}:${purpose}`}
            verb={t("notice.create")}
            send={api.createNotice}
            initial={{
              caseIds: items
                .map(({ caseId }) => caseId)
                .filter((caseId) => picked === undefined || caseId === picked),
            }}
            bodyOf={({ caseIds, objectTo }) => ({
              areaCode: area,
              purpose,
              // As the list shows them: a village's households stand together on the sheet.
              caseIds: items.map(({ caseId }) => caseId).filter((caseId) => caseIds.includes(caseId)),
              objectTo,
            })}
            onDone={({ id }) =>
              void navigate({ to: "/notices/$noticeId", params: { noticeId: id }, search: {} })
            }
          >
            <Form.Item name="caseIds" label={t("notice.which")} rules={[{ required: true }]}>
              <Households items={items} />
            </Form.Item>
            <Form.Item
              name="objectTo"
              label={t("notice.objectTo")}
              rules={[{ required: true, whitespace: true }]}
              extra={t("notice.objectToHint")}
            >
              <Input maxLength={200} />
            </Form.Item>
          </CommandForm>
        )
      }
    </WhenRead>
  );
}

/** Boxes of which each is a field; `x` picks the one that has the focus, `j` and `k` move. */
function Households({
  items,
  id,
  value = [],
  onChange,
}: {
  items: readonly NoticeCandidate[];
  id?: string;
  value?: string[];
  onChange?: (caseIds: string[]) => void;
}) {
  const { t, shortDay } = useWords();
  useBoxKeys(id);
  const all = value.length === items.length;
  return (
    <div id={id} className="picked-households">
      <p>
        <Checkbox
          checked={all}
          indeterminate={value.length > 0 && !all}
          onChange={() => onChange?.(all ? [] : items.map(({ caseId }) => caseId))}
        >
          {t("notice.all", { picked: value.length, all: items.length })}
        </Checkbox>{" "}
        <span className="quiet wide-only">{t("notice.keys")}</span>
      </p>
      <Checkbox.Group
        className="households"
        value={value}
        onChange={onChange}
        options={items.map(({ caseId, subjectName, areaName, leadHelperName, dueOn }) => ({
          value: caseId,
          label: (
            <span className="picked-household">
              <span className="row-name">{subjectName}</span>{" "}
              <span className="quiet">
                {t("terms.helper")} {leadHelperName} · {t("notice.dueOn", { day: shortDay(dueOn) })}
              </span>
              <span className="quiet picked-household-place">
                <Place name={areaName} />
              </span>
            </span>
          ),
        }))}
      />
    </div>
  );
}

function useBoxKeys(id: string | undefined): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!["j", "k", "x"].includes(event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
      const { activeElement } = document;
      const inBox = activeElement instanceof HTMLInputElement && activeElement.type === "checkbox";
      if (isTyping(event.target) && !inBox) return;
      const boxes = [...document.querySelectorAll<HTMLInputElement>(".picked-households .households input")];
      const at = boxes.findIndex((box) => box === activeElement);
      if (event.key === "x") boxes[at]?.click();
      else boxes[at === -1 ? 0 : at + (event.key === "j" ? 1 : -1)]?.focus();
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, [id]);
}
