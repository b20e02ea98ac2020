import FilterOutlined from "@ant-design/icons/FilterOutlined";
import { Select } from "antd";
import { useState, type ReactNode } from "react";
import { AreaPicker } from "../forms/pickers";
import { useWords } from "../wording/useWords";
import { useIsPhone } from "./useIsPhone";

interface Props {
  /** What one types; never folded away. */
  search?: ReactNode;
  /** Takes every filter back; absent while nothing is filtered. */
  onReset?: (() => void) | undefined;
  /** Many filters fold on the phone behind a button, unless some of them filter. */
  folds?: boolean;
  children: ReactNode;
}

/** What a list is narrowed down by; all of it is in the address. */
export function Filters({ search, onReset, folds = false, children }: Props) {
  const { t } = useWords();
  const isPhone = useIsPhone();
  const [opened, setOpened] = useState(onReset !== undefined);
  const isFolding = folds && isPhone;
  return (
    <div className="filters" role="search" aria-label={t("common.filters")}>
      {search}
      {isFolding ? (
        <button
          type="button"
          className="bar-button more-filters"
          aria-expanded={opened}
          onClick={() => setOpened(!opened)}
        >
          <FilterOutlined aria-hidden /> {t("common.filters")}
        </button>
      ) : null}
      {isFolding && !opened ? null : children}
      {onReset === undefined ? null : (
        <button type="button" className="text-button" onClick={onReset}>
          {t("common.reset")}
        </button>
      )}
    </div>
  );
}

interface ChoiceProps<Choice extends string> {
  label: string;
  choices: readonly Choice[];
  word: (choice: Choice) => string;
  value: Choice | undefined;
  onChange: (choice: Choice | undefined) => void;
  /** What stands there while nothing is chosen; without it one is always chosen. */
  any?: string;
}

/** One of a few. */
export function ChoiceFilter<Choice extends string>({
  label,
  choices,
  word,
  value,
  onChange,
  any,
}: ChoiceProps<Choice>) {
  return (
    <Select<Choice>
      value={value ?? null}
      onChange={(choice: Choice | undefined) => onChange(choice)}
      allowClear={any !== undefined}
      placeholder={any}
      aria-label={label}
      popupMatchSelectWidth={false}
      options={choices.map((choice) => ({ value: choice, label: word(choice) }))}
    />
  );
}

interface AreaProps {
  value: string | undefined;
  onChange: (area: string | undefined) => void;
  /** What stands there while none is chosen. */
  any?: string;
}

export function AreaFilter({ value, onChange, any }: AreaProps) {
  const { t } = useWords();
  return (
    <AreaPicker
      value={value}
      onChange={onChange}
      allowClear
      placeholder={any ?? t("pairings.anyArea")}
      aria-label={t("pairings.area")}
    />
  );
}
