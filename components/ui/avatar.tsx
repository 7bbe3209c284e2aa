import { cx } from "./cx.ts";

const IN_ONE_PIECE = /\p{Script=Han}|\p{Script=Hangul}|\p{Script=Hiragana}|\p{Script=Katakana}/u;

/**
 * At most two letters for a name: first and last word, or the first character where a script writes names in one piece.
 * A name that is given in both ways ("Lin Mei 林梅") goes by the one that it begins with.
 */
export function initials(name: string): string {
  const letters = name
    .trim()
    .split(/\s+/u)
    .flatMap((word) => [...word].slice(0, 1));
  const first = letters[0] ?? "";
  if (IN_ONE_PIECE.test(first)) return first;
  const last = letters.slice(1).findLast((letter) => !IN_ONE_PIECE.test(letter)) ?? "";
  return (first + last).toLocaleUpperCase();
}

/** Decoration beside a name that is written out; drawn, so that it is not taken for text. */
export function Avatar({ name, className }: { name: string; className?: string }) {
  return (
    <span
      aria-hidden
      data-initials={initials(name)}
      className={cx(
        "before:content-[attr(data-initials)] grid size-7 shrink-0 place-items-center rounded-full bg-accent-soft text-[0.6875rem] font-semibold text-accent select-none",
        className,
      )}
    />
  );
}
