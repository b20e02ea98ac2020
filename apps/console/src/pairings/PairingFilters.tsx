import { Checkbox } from "antd";
import { PAIRING_STAGES } from "@jiedui/domain";
import { SORTS, type PairingsSearch } from "../app/search";
import { DayField } from "../forms/DayField";
import { HelperPicker } from "../forms/pickers";
import { AreaFilter, ChoiceFilter, Filters } from "../lists/filters";
import { SearchField } from "../lists/SearchField";
import { useClockDay } from "../session/session";
import { useWords } from "../wording/useWords";

interface Props {
  search: PairingsSearch;
  onChange: (changed: Partial<PairingsSearch>) => void;
  isFiltered: boolean;
}
const UNFILTERED = {
  area: undefined,
  stage: undefined,
  overdue: undefined,
  helper: undefined,
  search: undefined,
  asOf: undefined,
};

export function PairingFilters({ search, onChange, isFiltered }: Props) {
  const { t, term } = useWords();
  const today = useClockDay();
  return (
    <Filters
      folds
      search={
        <SearchField
          value={search.search}
          label={t("pairings.search")}
          onSearch={(text) => onChange({ search: text })}
        />
      }
      onReset={isFiltered ? () => onChange(UNFILTERED) : undefined}
    >
      <AreaFilter value={search.area} onChange={(area) => onChange({ area })} />
      <ChoiceFilter
        label={t("pairings.stage")}
        any={t("pairings.anyStage")}
        choices={PAIRING_STAGES}
        word={(stage) => term("stage", stage)}
        value={search.stage}
        onChange={(stage) => onChange({ stage })}
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
      <ChoiceFilter
        label={t("pairings.sort")}
        choices={SORTS}
        word={(sort) => t(sort === "due" ? "pairings.sortDue" : "pairings.sortSigned")}
        value={search.sort ?? "due"}
        onChange={(sort) => onChange({ sort: sort === "due" ? undefined : sort })}
      />
      <Checkbox
        checked={search.overdue === true}
        onChange={({ target }) => onChange({ overdue: target.checked ? true : undefined })}
      >
        {t("pairings.overdueOnly")}
      </Checkbox>
    </Filters>
  );
}
