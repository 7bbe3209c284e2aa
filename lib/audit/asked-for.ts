import type { Auditable } from "./personal.ts";

/**
 * What an export was narrowed to, for its entry. Of a search only that there was one: people search for names and
 * addresses, and a sealed entry could not forget them.
 */
export function askedFor({ search, ...filter }: { search: string; [name: string]: Auditable | undefined }) {
  const asked = Object.entries(filter).filter(([, value]) => value !== undefined && value !== false);
  const narrowed = Object.fromEntries(asked.filter(([, value]) => !(Array.isArray(value) && value.length === 0)));
  return { ...narrowed, ...(search !== "" && { search: true }) };
}
