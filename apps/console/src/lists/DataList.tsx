import SettingOutlined from "@ant-design/icons/SettingOutlined";
import { Checkbox, Popover } from "antd";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { isTyping } from "../app/keys";
import { useIsPhone } from "./useIsPhone";

export interface Column<Row> {
  key: string;
  title: string;
  render: (row: Row) => ReactNode;
  numeric?: boolean;
  /** Stays whatever columns are chosen. */
  always?: boolean;
}

export interface DataListProps<Row> {
  /** Names the list, for the reader and for the remembered choice of columns. */
  name: string;
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** On the phone, a card instead of columns; its first link opens the row. */
  card: (row: Row) => ReactNode;
}

/** One line a row; the first column holds the link that opens it. `j` and `k` move from link to link, Enter opens. */
export function DataList<Row>({ name, label, columns, rows, rowKey, card }: DataListProps<Row>) {
  const isPhone = useIsPhone();
  const place = useRef<HTMLDivElement>(null);
  const [hidden, hide] = useHiddenColumns(name);
  useRowKeys(place);
  if (isPhone)
    return (
      <div ref={place}>
        <ul className="cards" aria-label={label}>
          {rows.map((row) => (
            <li key={rowKey(row)} className="card surface" data-row>
              {card(row)}
            </li>
          ))}
        </ul>
      </div>
    );
  const shown = columns.filter((column) => column.always === true || !hidden.includes(column.key));
  return (
    <div ref={place} className="data-list surface">
      <div className="data-scroll" tabIndex={0} role="region" aria-label={label}>
        <table>
          <thead>
            <tr>
              {shown.map((column) => (
                <th key={column.key} scope="col" className={column.numeric === true ? "numeric" : undefined}>
                  {column.title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={rowKey(row)} data-row>
                {shown.map((column) => (
                  <td key={column.key} className={column.numeric === true ? "numeric" : undefined}>
                    {column.render(row)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ColumnChoice columns={columns} hidden={hidden} onHide={hide} />
    </div>
  );
}

function useRowKeys(place: { readonly current: HTMLElement | null }): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!["j", "k"].includes(event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isTyping(event.target)) return;
      const rows = [...(place.current?.querySelectorAll<HTMLElement>("[data-row]") ?? [])];
      const present = rows.findIndex((row) => row.contains(document.activeElement));
      const next = rows[present === -1 ? 0 : present + (event.key === "j" ? 1 : -1)];
      next?.querySelector<HTMLElement>("a, button")?.focus();
      next?.scrollIntoView({ block: "nearest" });
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, [place]);
}

function useHiddenColumns(name: string) {
  const kept = `jiedui.columns.${name}`;
  const [hidden, setHidden] = useState<readonly string[]>(() =>
    (localStorage.getItem(kept) ?? "").split(",").filter((key) => key !== ""),
  );
  const hide = (keys: readonly string[]) => {
    localStorage.setItem(kept, keys.join(","));
    setHidden(keys);
  };
  return [hidden, hide] as const;
}

function ColumnChoice<Row>({
  columns,
  hidden,
  onHide,
}: {
  columns: readonly Column<Row>[];
  hidden: readonly string[];
  onHide: (keys: readonly string[]) => void;
}) {
  const { t } = useTranslation("console");
  const choosable = columns.filter((column) => column.always !== true);
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      content={
        <div className="column-choice">
          {choosable.map(({ key, title }) => (
            <Checkbox
              key={key}
              checked={!hidden.includes(key)}
              onChange={({ target }) =>
                onHide(target.checked ? hidden.filter((each) => each !== key) : [...hidden, key])
              }
            >
              {title}
            </Checkbox>
          ))}
        </div>
      }
    >
      <button
        type="button"
        className="column-button"
        aria-label={t("common.columns")}
        title={t("common.columns")}
      >
        <SettingOutlined aria-hidden />
      </button>
    </Popover>
  );
}
