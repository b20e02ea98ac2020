import { Input } from "antd";
import { useEffect, useRef, useState } from "react";

const PAUSE_MS = 300;

/** Searches a moment after the last key; keeps in step when the address changes by itself. */
export function SearchField({
  value,
  label,
  onSearch,
}: {
  value: string | undefined;
  label: string;
  onSearch: (text: string | undefined) => void;
}) {
  const [text, setText] = useState(value ?? "");
  const [seen, setSeen] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  if (seen !== value) {
    setSeen(value);
    if ((value ?? "") !== text.trim()) setText(value ?? "");
  }
  useEffect(() => () => clearTimeout(timer.current), []);
  const search = (next: string, pauseMs: number) => {
    setText(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => onSearch(next.trim() === "" ? undefined : next.trim()), pauseMs);
  };
  return (
    <Input
      data-page-search
      allowClear
      value={text}
      placeholder={label}
      aria-label={label}
      maxLength={100}
      onChange={({ target }) => search(target.value, PAUSE_MS)}
      onPressEnter={({ currentTarget }) => search(currentTarget.value, 0)}
    />
  );
}
