import { stringify } from "csv-stringify/sync";

export type Cell = string | number | null;

/** Says to spreadsheets that what follows is UTF-8. */
export const BYTE_ORDER_MARK = "\uFEFF";

// Programs differ in what they pass over before they look for a formula: blanks, and marks that nobody sees.
const FORMULA_BEHIND_NOTHING = /^[\p{Cf}\p{Z}]+[=+\-@＝＋－＠\t\r]/u;

/**
 * Lines of CSV (RFC 4180). A cell that a spreadsheet would take for a formula (it begins with `=`, `+`, `-`, `@`, a tab, a
 * carriage return or the wide forms of these, at once or after what is not seen) gets an apostrophe before it: names are
 * what users typed. Spec §2.
 */
export function csvLines(rows: readonly (readonly Cell[])[]): string {
  const safe = rows.map((row) =>
    row.map((cell) => (typeof cell === "string" && FORMULA_BEHIND_NOTHING.test(cell) ? `'${cell}` : cell)),
  );
  return stringify(safe, { escape_formulas: true, record_delimiter: "windows", quoted_match: /[\r\n]/ });
}
