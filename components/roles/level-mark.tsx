import type { Level } from "#lib/access/roles.ts";

/** A level, or something between two. */
export type Reach = Level | "partly";

/** How full the circle is says how much is given; the word stands beside it, or is said elsewhere. */
export function LevelMark({ reach }: { reach: Reach }) {
  const fills: Record<Reach, string> = {
    none: "",
    read: "M8 8V2a6 6 0 0 1 6 6Z",
    execute: "M8 14V2a6 6 0 0 1 0 12Z",
    full: "M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2Z",
    partly: "M8 5 11 8 8 11 5 8Z",
  };
  return (
    <svg
      aria-hidden
      viewBox="0 0 16 16"
      className={reach === "none" ? "size-3.5 shrink-0 text-faint opacity-60" : "size-3.5 shrink-0 text-accent"}
    >
      <circle
        cx="8"
        cy="8"
        r="6"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeDasharray={reach === "partly" ? "2 1.6" : undefined}
      />
      <path d={fills[reach]} fill="currentColor" />
    </svg>
  );
}
