import { cx } from "#components/ui/cx.ts";

/** The mark: a house with an open court. */
export function Mark({ size = 22, className }: { size?: number; className?: string }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 22 22"
      fill="none"
      strokeWidth="1.7"
      aria-hidden
      className={cx("shrink-0 stroke-accent", className)}
    >
      <path d="M2.5 8.2 11 2.8l8.5 5.4v11h-17z" />
      <path d="M7.2 19.2v-7.4h7.6v7.4" />
    </svg>
  );
}
