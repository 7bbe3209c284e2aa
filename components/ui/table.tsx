import type { ReactNode, TdHTMLAttributes, ThHTMLAttributes } from "react";
import { cx } from "./cx.ts";

// Roles are written out because a row that becomes a card (narrow screens) would lose its own.

/**
 * A table that fills the width, its header staying in sight. Below 720 px each row is a card: the first and the last cell
 * stand on lines of their own, the others flow between them, `narrow="hide"` leaves one out (table.css).
 */
export function Table({ label, children, className }: { label: string; children: ReactNode; className?: string }) {
  return (
    <div className="rounded-xl border border-border bg-surface max-xl:overflow-x-auto max-md:overflow-visible print:overflow-visible">
      <table
        role="table"
        aria-label={label}
        className={cx("w-full border-separate border-spacing-0 text-sm max-md:block", className)}
      >
        {children}
      </table>
    </div>
  );
}

export function TableHead({ children }: { children: ReactNode }) {
  return (
    <thead role="rowgroup" className="max-md:sr-only">
      <tr role="row">{children}</tr>
    </thead>
  );
}

type HeadProps = ThHTMLAttributes<HTMLTableCellElement> & { number?: boolean };

export function Head({ number, className, children, ...rest }: HeadProps) {
  return (
    <th role="columnheader" scope="col" {...rest} className={cx("head", number && "text-right", className)}>
      {children}
    </th>
  );
}

export function TableBody({ children }: { children: ReactNode }) {
  return (
    <tbody role="rowgroup" className="max-md:block">
      {children}
    </tbody>
  );
}

export function Row({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <tr role="row" className={cx("row", className)}>
      {children}
    </tr>
  );
}

type Narrow = "hide" | "flow" | "line";
type CellProps = TdHTMLAttributes<HTMLTableCellElement> & { number?: boolean; narrow?: Narrow };

export function Cell({ number, narrow, className, ...rest }: CellProps) {
  return <td {...rest} {...cellProps(className, { number, narrow })} />;
}

/** What makes a `td` a Cell, for rows that are drawn by the hundred. */
export function cellProps(className?: string, { number, narrow = "flow" }: { number?: boolean; narrow?: Narrow } = {}) {
  return { role: "cell", className: cx("cell", `cell-${narrow}`, number && "cell-number", className) };
}

/** The links of a row's last cell. */
export function RowActions({ children }: { children: ReactNode }) {
  return <div className="flex items-center gap-x-3 max-md:flex-wrap">{children}</div>;
}
