import { fold } from "#lib/fold.ts";

/** People added or removed in one submission. */
export const MOST_AT_ONCE = 500;
/** Entries of a pasted list that are looked at together. */
export const MOST_PASTED = 10_000;

/** Two names with the same key are the same name: `Vision`, `ＶＩＳＩＯＮ` and `vision`. */
export function nameKey(name: string): string {
  return fold(name);
}

/** What searching looks at. The name stands in the first line, as for every principal. */
export function searchKey({ id, name, description }: { id: string; name: string; description: string }): string {
  return fold([name, description, id].join("\n"));
}

/** Who changes a list. */
export type Keeper = { principalId: string; superAdmin: boolean };

/**
 * Why `by` may not put this person into a list, as a message; null when they may. Whoever manages accounts never adds
 * themselves (roles.json); the Super Admin gains nothing by it.
 */
export function addingRefusal(by: Keeper, personId: string): string | null {
  return !by.superAdmin && personId === by.principalId ? "rosters.refusals.yourself" : null;
}

/** To open a disabled group or agency again that one is in oneself would be giving oneself access, too. */
export function enablingRefusal(by: Keeper, roster: { includesKeeper: boolean }): string | null {
  return !by.superAdmin && roster.includesKeeper ? "rosters.refusals.enable_own" : null;
}

/** `Lin Mei <mei@example.org>` → the address, which says more than the name before it; otherwise as it is. */
function addressIn(entry: string): string {
  return /^[^<>]*<([^<>\s]+@[^<>\s]+)>$/u.exec(entry)?.[1] ?? entry;
}

export type Entry = { /** From 1. */ line: number; text: string };

/** Of cells beside each other, copied from a spreadsheet, the one that says most: an address or an id, else the first. */
function tellingCell(line: string): string {
  const cells = line.split("\t").map((cell) => cell.trim());
  return cells.find((cell) => /@|^(usr|fed)-[0-9a-f]{16}$/.test(cell)) ?? cells.find(Boolean) ?? "";
}

/** The entries of a pasted list: one a line, or separated by commas or semicolons; blank ones are passed over. */
export function entriesOf(pasted: string): Entry[] {
  return pasted.split(/\r\n|\r|\n/u).flatMap((line, index) =>
    (line.includes("\t") ? [tellingCell(line)] : line.split(/[,，;；]/u))
      .map((part) =>
        part
          .trim()
          .replace(/^(["'])(.*)\1$/u, "$2")
          .trim(),
      )
      .filter(Boolean)
      .map((text) => ({ line: index + 1, text })),
  );
}

/** Longer than any name or address. */
const LONGEST = 400;

/**
 * An entry as it is looked up: as an id or an address, as the identity provider's name, and as a folded name. Null for
 * what nobody is called.
 */
export function lookupsOf(entry: string): { exact: string; external: string; name: string } | null {
  const text = addressIn(entry.trim());
  if (text === "" || text.length > LONGEST || text.includes("\0") || !text.isWellFormed()) return null;
  return { exact: text.toLowerCase(), external: text.normalize("NFC"), name: fold(text) };
}
