import FilterOutlined from "@ant-design/icons/FilterOutlined";
import { Checkbox, Select } from "antd";
import { useState } from "react";
import { PAIRING_STAGES } from "@jiedui/domain";
import { SORTS, type PairingsSearch } from "../app/search";
import { DayField } from "../forms/DayField";
import { AreaPicker, HelperPicker } from "../forms/pickers";
import { useIsPhone } from "../lists/useIsPhone";
import { SearchField } from "../lists/SearchField";
import { useClockDay } from "../session/session";
import { useWords } from "../wording/useWords";

interface Props {
  search: PairingsSearch;
  onChange: (changed: Partial<PairingsSearch>) => void;
  isFiltered: boolean;
}

export function PairingFilters({ search, onChange, isFiltered }: Props) {
  const { t, term } = useWords();
  const today = useClockDay();
  const isPhone = useIsPhone();
  const [opened, setOpened] = useState(isFiltered);
  const isOpen = !isPhone || opened;
  return (
    <div className="filters" role="search" aria-label={t("common.filters")}>
      <SearchField
        value={search.search}
        label={t("pairings.search")}
        onSearch={(text) => onChange({ search: text })}
      />
      {isPhone ? (
        <button
          type="button"
          className="bar-button more-filters"
          aria-expanded={opened}
          onClick={() => setOpened(!opened)}
        >
          <FilterOutlined aria-hidden /> {t("common.filters")}
        </button>
      ) : null}
      {isOpen ? (
        <>
          <AreaPicker
            value={search.area}
            onChange={(area) => onChange({ area })}
            allowClear
            placeholder={t("pairings.anyArea")}
            aria-label={t("pairings.area")}
          />
          <Select<NonNullable<PairingsSearch["stage"]>>
            value={search.stage}
            onChange={(stage) => onChange({ stage })}
            allowClear
            placeholder={t("pairings.anyStage")}
            aria-label={t("pairings.stage")}
            options={PAIRING_STAGES.map((stage) => ({ value: stage, label: term("stage", stage) }))}
          />
          <HelperPicker
            value={search.helper}
            onChange={(helper) => onChange({ helper })}
            allowClear
            placeholder={t("pairings.anyHelper")}
            aria-label={t("pairings.helper")}
          />
          <DayField
            value={search.asOf}
            onChange={(asOf) => onChange({ asOf })}
            latest={today}
            allowClear
            placeholder={t("common.labelled", {
              label: t("pairings.asOf"),
              value: t("pairings.asOfPlaceholder"),
            })}
            aria-label={t("pairings.asOf")}
          />
          <Select<NonNullable<PairingsSearch["sort"]>>
            value={search.sort ?? "due"}
            onChange={(sort) => onChange({ sort: sort === "due" ? undefined : sort })}
            aria-label={t("pairings.sort")}
            options={SORTS.map((sort) => ({
              value: sort,
              label: t(sort === "due" ? "pairings.sortDue" : "pairings.sortSigned"),
            }))}
          />
          <Checkbox
            checked={search.overdue === true}
            onChange={({ target }) => onChange({ overdue: target.checked ? true : undefined })}
          >
            {t("pairings.overdueOnly")}
          </Checkbox>
        </>
      ) : null}
      {isFiltered ? (
        <button
          type="button"
          className="text-button"
          onClick={() =>
            onChange({
              area: undefined,
              stage: undefined,
              overdue: undefined,
              helper: undefined,
              search: undefined,
              asOf: undefined,
            })
          }
        >
          {t("common.reset")}
        </button>
      ) : null}
    </div>
  );
}
