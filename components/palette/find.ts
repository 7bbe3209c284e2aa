import { fold } from "#lib/fold.ts";

/** Something that the palette offers besides workspaces. */
export type Entry = {
  id: string;
  label: string;
  /** Stands at the right. */
  hint?: string;
  /** What it is found by besides its label: its name in English, other words for it. */
  also?: string;
  run: () => void;
};

/** Those that hold every word of what was typed, in any order; those whose label begins with it first. */
export function matching(entries: readonly Entry[], typed: string): Entry[] {
  const wanted = fold(typed.trim());
  if (wanted === "") return [...entries];
  const words = wanted.split(/\s+/);
  const found = entries.filter(({ label, also = "" }) => {
    const text = fold(`${label}\n${also}`);
    return words.every((word) => text.includes(word));
  });
  const first = ({ label }: Entry) => fold(label).startsWith(wanted);
  return [...found.filter(first), ...found.filter((entry) => !first(entry))];
}
