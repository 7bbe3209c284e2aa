/** What the list can leave out; the principal and what can be done always stand there. In the table's order. */
const COLUMNS = ["kind", "roles", "access", "added", "expires", "lastActive"] as const;
export type Column = (typeof COLUMNS)[number];

/** For who may not edit members these do not exist. */
const PRIVATE: readonly Column[] = ["expires", "lastActive"];

export function columnsFor(sees: boolean): readonly Column[] {
  return sees ? COLUMNS : COLUMNS.filter((column) => !PRIVATE.includes(column));
}

/** As somebody has chosen, of those that there are for them; all, when they never did. */
export function shownColumns(chosen: readonly string[] | null, sees: boolean): readonly Column[] {
  const all = columnsFor(sees);
  return chosen === null ? all : all.filter((column) => chosen.includes(column));
}
