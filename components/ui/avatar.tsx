import { cx } from "./cx.ts";

/** At most two letters for a name: first and last word, or the first character where a script writes names in one piece. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/u).filter(Boolean);
  const first = [...(words[0] ?? "")][0] ?? "";
  if (/\p{Script=Han}|\p{Script=Hangul}|\p{Script=Hiragana}|\p{Script=Katakana}/u.test(first)) return first;
  const last = words.length > 1 ? ([...(words.at(-1) ?? "")][0] ?? "") : "";
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
