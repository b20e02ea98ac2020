import DownOutlined from "@ant-design/icons/DownOutlined";
import UpOutlined from "@ant-design/icons/UpOutlined";
import { Button } from "antd";
import { useId, useState } from "react";
import type { InboxItem } from "../api/types";
import { DueTag } from "../feedback/MeaningTag";
import { capital } from "../wording/capital";
import { matterOf, seatOfObligation } from "../wording/events";
import { useWords } from "../wording/useWords";
import { InboxRow } from "./InboxRow";

const NAMES_SHOWN = 4;

/** One matter in several households: a line with their number, which opens to them. */
export function FoldedRow({
  items,
  isMore,
  onWhy,
}: {
  items: readonly InboxItem[];
  /** Whether there may be further ones that are not loaded yet. */
  isMore: boolean;
  onWhy: (item: InboxItem) => void;
}) {
  const words = useWords();
  const { t } = words;
  const [open, setOpen] = useState(false);
  const place = useId();
  const [first] = items;
  if (first === undefined) return null;
  const count = items.length;
  const isNew = items.some(({ seen }) => !seen);
  const names = items.slice(0, NAMES_SHOWN).map(({ subject }) => subject.name);
  return (
    <>
      <li className={isNew ? "inbox-row inbox-fold inbox-new" : "inbox-row inbox-fold"} data-row>
        <div className="inbox-due">
          <DueTag {...first} />
          <span className="quiet">{t("today.dueOn", { day: words.shortDay(first.dueOn) })}</span>
        </div>
        <div className="inbox-what">
          <span className="inbox-name">
            {t(isMore ? "today.householdsAtLeast" : "today.households", { count })}
          </span>
          <span className="inbox-matter">{capital(matterOf(first.key, words))}</span>
          <div className="quiet inbox-where">
            {names.join(t("outcomes.separator"))}
            {count > NAMES_SHOWN ? "…" : null}
          </div>
          <div className="quiet inbox-where">
            {t("today.asSeat", { seat: seatOfObligation(first, words) })}
            {first.deputy ? ` · ${t("today.deputy")}` : null}
          </div>
        </div>
        <div className="inbox-fold-act">
          <Button
            aria-expanded={open}
            aria-controls={place}
            icon={open ? <UpOutlined aria-hidden /> : <DownOutlined aria-hidden />}
            onClick={() => setOpen(!open)}
          >
            {t(open ? "today.foldAgain" : "today.unfold")}
          </Button>
        </div>
      </li>
      {open ? (
        <li className="inbox-unfolded" id={place}>
          <ul className="inbox">
            {items.map((item) => (
              <InboxRow key={`${item.caseId}/${item.key}`} item={item} onWhy={() => onWhy(item)} />
            ))}
          </ul>
        </li>
      ) : null}
    </>
  );
}
