import { stringify } from "csv-stringify/sync";

export type Cell = string | number | null;

/** Says to spreadsheets that what follows is UTF-8. */
export const BYTE_ORDER_MARK = "\uFEFF";

/**
 * Lines of CSV (RFC 4180). A cell that a spreadsheet would take for a formula (it begins with `=`, `+`, `-`, `@`, a tab, a
 * carriage return or the wide forms of these) gets an apostrophe before it: names are what users typed. Spec §2.
 */
export function csvLines(rows: readonly (readonly Cell[])[]): string {
  return stringify([...rows], { escape_formulas: true, record_delimiter: "windows", quoted_match: /[\r\n]/ });
}
