import { cx } from "./cx.ts";

export type ButtonVariant = "primary" | "secondary" | "danger" | "ghost" | "link" | "link-danger";
export type ButtonSize = "md" | "sm" | "icon";

const VARIANTS: Record<ButtonVariant, string> = {
  primary:
    "border-accent bg-accent text-accent-text not-aria-disabled:hover:border-accent-hover not-aria-disabled:hover:bg-accent-hover",
  secondary:
    "border-border bg-surface text-text not-aria-disabled:hover:bg-hover not-aria-disabled:hover:border-border-strong",
  danger:
    "border-danger bg-danger text-danger-text not-aria-disabled:hover:border-danger-hover not-aria-disabled:hover:bg-danger-hover",
  ghost:
    "border-transparent bg-transparent text-muted not-aria-disabled:hover:bg-hover not-aria-disabled:hover:text-text",
  link: "text-accent not-aria-disabled:hover:text-accent-hover not-aria-disabled:hover:underline underline-offset-3",
  "link-danger":
    "text-danger not-aria-disabled:hover:text-danger-hover not-aria-disabled:hover:underline underline-offset-3",
};

const SIZES: Record<ButtonSize, string> = {
  md: "h-8.5 px-3.5 gap-2",
  sm: "h-7 px-2.5 gap-1.5 text-sm",
  icon: "size-8.5 justify-center",
};

/** The look of a button, also for a link that acts like one: `<Link className={buttonStyle("primary")}>`. */
export function buttonStyle(variant: ButtonVariant = "secondary", size: ButtonSize = "md", className?: string): string {
  const inline = variant.startsWith("link");
  return cx(
    "inline-flex shrink-0 items-center justify-center font-medium whitespace-nowrap select-none",
    "transition-colors duration-100 disabled:opacity-45 disabled:pointer-events-none aria-disabled:opacity-45 aria-disabled:cursor-not-allowed",
    inline ? "min-h-6 min-w-6 gap-1.5 rounded-sm" : cx("rounded-lg border", SIZES[size]),
    VARIANTS[variant],
    className,
  );
}
