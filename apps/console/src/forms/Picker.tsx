import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useEffect, useState, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";

/** Something to pick: its name, and beside it what tells it from another of the same name. */
export interface Choice {
  value: string;
  name: string;
  beside: string;
  disabled?: boolean;
}

interface Common {
  id?: string;
  /** Names the register that is searched; part of the query's key. */
  of: string;
  find: (search: string, signal: AbortSignal) => Promise<Choice[]>;
  /** Finds the names of what is picked already, as after a reload or from an address. */
  known?: (value: string) => Promise<Choice | undefined>;
  placeholder?: string;
  disabled?: boolean;
  allowClear?: boolean;
  "aria-label"?: string;
  "aria-required"?: "true" | "false";
  status?: "error";
}
interface One extends Common {
  many?: false;
  value?: string;
  onChange?: (value: string | undefined) => void;
}
interface Many extends Common {
  many: true;
  value?: string[];
  onChange?: (value: string[]) => void;
}

const PAUSE_MS = 200;

/** Picks by name, pinyin or initials; the place stands beside the name. */
export function Picker(props: One | Many) {
  const { t } = useTranslation("console");
  const { of, find, known, placeholder, many, value, onChange, ...rest } = props;
  const [search, setSearch] = useState("");
  const [asked, setAsked] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setAsked(search), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [search]);
  const [open, setOpen] = useState(false);
  const found = useQuery({
    queryKey: ["pick", of, asked],
    queryFn: ({ signal }) => find(asked, signal),
    enabled: open,
    placeholderData: (before) => before,
  });
  const picked: readonly string[] = many === true ? (value ?? []) : value === undefined ? [] : [value];
  const names = useQuery({
    queryKey: ["picked", of, picked],
    queryFn: async () => {
      if (known === undefined) return [];
      const choices = await Promise.all(picked.map(known));
      return choices.filter((each) => each !== undefined);
    },
    enabled: picked.length > 0 && known !== undefined,
    placeholderData: (before) => before,
  });
  const [remembered, setRemembered] = useState<readonly Choice[]>([]);
  const choices = found.data ?? [];
  const label = (each: string) =>
    [...choices, ...remembered, ...(names.data ?? [])].find((choice) => choice.value === each)?.name ?? "…";
  const labelled = picked.map((each) => ({ value: each, label: label(each) }));
  const pick = (next: { value: string } | { value: string }[] | undefined) => {
    const values = next === undefined ? [] : Array.isArray(next) ? next : [next];
    const kept = choices.filter((choice) => values.some((each) => each.value === choice.value));
    setRemembered((before) => [...before, ...kept]);
    setSearch("");
    if (props.many === true) props.onChange?.(values.map((each) => each.value));
    else props.onChange?.(values[0]?.value);
  };
  const select = (
    <Select<{ value: string; label: string } | { value: string; label: string }[]>
      {...rest}
      className="picker"
      mode={many === true ? "multiple" : undefined}
      labelInValue
      showSearch={{ filterOption: false, onSearch: setSearch, searchValue: search }}
      value={many === true ? labelled : labelled[0]}
      onChange={pick}
      open={many === true ? open : undefined}
      onOpenChange={setOpen}
      placeholder={placeholder ?? t("common.typeToSearch")}
      notFoundContent={found.isFetching ? t("common.loading") : t("common.nothingFound")}
      options={choices.map(({ value: each, name, beside, disabled }) => ({
        value: each,
        label: name,
        beside,
        disabled,
      }))}
      optionRender={(option) => (
        <span className="pick-option">
          <span>{option.label}</span>
          <span className="quiet">{String(option.data.beside)}</span>
        </span>
      )}
    />
  );
  if (many !== true) return select;
  // The list stays open, and the library would take Tab for another choice: it took out who was picked last.
  const leave = (event: KeyboardEvent) => {
    if (event.key !== "Tab") return;
    event.stopPropagation();
    setOpen(false);
  };
  return (
    <div className="picker-keys" onKeyDownCapture={leave}>
      {select}
    </div>
  );
}
