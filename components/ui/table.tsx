import type { ReactNode, TdHTMLAttributes, ThHTMLAttributes } from "react";
import { cx } from "./cx.ts";

// Roles are written out because a row that becomes a card (narrow screens) would lose its own.

/**
 * A table that fills the width, its header staying in sight. Below 720 px each row is a card: the first and the last cell
 * stand on lines of their own, the others flow between them, `narrow="hide"` leaves one out.
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
    <th
      role="columnheader"
      scope="col"
      {...rest}
      className={cx(
        "sticky top-13 z-10 h-9 border-b border-border bg-sunken px-2.5 font-medium whitespace-nowrap text-muted first:rounded-tl-xl first:pl-3.5 last:rounded-tr-xl max-xl:static print:static",
        number ? "text-right" : "text-left",
        className,
      )}
    >
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
    <tr
      role="row"
      className={cx(
        "group/row hover:bg-hover max-md:block max-md:border-b max-md:border-border max-md:px-3 max-md:py-2.5 max-md:last:border-b-0 max-md:hover:bg-transparent",
        className,
      )}
    >
      {children}
    </tr>
  );
}

type CellProps = TdHTMLAttributes<HTMLTableCellElement> & { number?: boolean; narrow?: "hide" | "flow" | "line" };

export function Cell({ number, narrow = "flow", className, children, ...rest }: CellProps) {
  return (
    <td
      role="cell"
      {...rest}
      className={cx(
        "h-10 border-b border-border px-2.5 py-1.5 align-middle group-last/row:border-b-0 first:pl-3.5",
        "max-md:h-auto max-md:border-0 max-md:px-0 max-md:py-0.5 max-md:first:block max-md:first:pl-0 max-md:last:block",
        narrow === "hide" && "max-md:hidden",
        narrow === "flow" && "max-md:mr-3.5 max-md:inline-flex max-md:items-center",
        narrow === "line" && "max-md:block",
        number && "num text-right max-md:text-left",
        className,
      )}
    >
      {children}
    </td>
  );
}

/** The links of a row's last cell. */
export function RowActions({ children }: { children: ReactNode }) {
  return <div className="flex items-center gap-x-3 max-md:flex-wrap">{children}</div>;
}
