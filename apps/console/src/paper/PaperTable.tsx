import type { ReactNode } from "react";

interface Props {
  label: string;
  heads: readonly string[];
  /** Those of the heads that stand over figures. */
  numeric?: readonly string[];
  children: ReactNode;
}

/** A table for paper: its head is repeated on every sheet, a row is never torn apart. */
export function PaperTable({ label, heads, numeric = [], children }: Props) {
  return (
    <div className="paper-scroll" role="region" aria-label={label} tabIndex={0}>
      <table className="paper-table">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col" className={numeric.includes(head) ? "numeric" : undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
