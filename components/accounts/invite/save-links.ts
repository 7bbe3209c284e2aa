type Row = { name: string; email: string; link: string };

/**
 * Saves the links as a CSV file. It is made here, because the server keeps no link to make one from; cells that a
 * spreadsheet would take for a formula are neutralised like everywhere (lib/csv.ts).
 */
export async function saveLinks(heads: readonly string[], rows: readonly Row[]): Promise<void> {
  const { stringify } = await import("csv-stringify/browser/esm/sync");
  const cells = [[...heads], ...rows.map(({ name, email, link }) => [name, email, link])];
  const text = stringify(cells, {
    escape_formulas: true,
    record_delimiter: "windows",
    quoted_match: /[\r\n]/,
    bom: true,
  });
  const address = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = `invitations-${new Date().toISOString().slice(0, 10)}.csv`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
