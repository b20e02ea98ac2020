import ArrowDownOutlined from "@ant-design/icons/ArrowDownOutlined";
import ArrowUpOutlined from "@ant-design/icons/ArrowUpOutlined";
import MinusOutlined from "@ant-design/icons/MinusOutlined";
import { Link } from "@tanstack/react-router";
import type { MonthEnd, MonthEndFigure } from "../api/types";
import { useWords } from "../wording/useWords";
import { differenceInWords, listName, trendOf } from "./figures";

/** Every list as a number with its difference; each opens its rows below. */
export function Figures({ monthEnd, chosen }: { monthEnd: MonthEnd; chosen: MonthEndFigure["list"] }) {
  const { t } = useWords();
  return (
    <nav aria-label={t("monthEnd.lists")}>
      <ul className="month-figures">
        {monthEnd.figures.map((figure) => (
          <li key={figure.list}>
            <Figure figure={figure} isOver={monthEnd.isOver} isChosen={figure.list === chosen} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Figure({
  figure,
  isOver,
  isChosen,
}: {
  figure: MonthEndFigure;
  isOver: boolean;
  isChosen: boolean;
}) {
  const words = useWords();
  const { t } = words;
  const { list, households, householdsBefore, came, went, householdsAtEnd } = figure;
  const Arrow =
    households > householdsBefore
      ? ArrowUpOutlined
      : households < householdsBefore
        ? ArrowDownOutlined
        : MinusOutlined;
  return (
    <Link
      from="/month-end"
      to="/month-end"
      search={(before) => ({ ...before, list, change: undefined, cursor: undefined, page: undefined })}
      className={isChosen ? "month-figure month-figure-chosen" : "month-figure"}
      aria-current={isChosen ? "true" : undefined}
      resetScroll={false}
    >
      <span className="month-figure-name">{listName(list, isOver, words)}</span>
      <span className="month-figure-count">
        {households}
        <span className="only-heard"> {t("monthEnd.households", { count: households })}</span>
      </span>
      <span className={`month-figure-trend month-figure-${trendOf(figure)}`}>
        <Arrow aria-hidden /> {differenceInWords(figure, words)}
      </span>
      {came + went === 0 ? null : (
        <span className="quiet month-figure-small">{t("monthEnd.cameAndWent", { came, went })}</span>
      )}
      {householdsAtEnd === null || householdsAtEnd === households ? null : (
        <span className="quiet month-figure-small">
          {t("monthEnd.enteredLater", { count: householdsAtEnd })}
        </span>
      )}
    </Link>
  );
}
