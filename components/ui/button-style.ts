import { cx } from "./cx.ts";

export type ButtonVariant = "primary" | "secondary" | "danger" | "ghost" | "link" | "link-danger";
export type ButtonSize = "md" | "sm" | "icon";

/** The look (button.css) of a button, also for a link that acts like one: `<Link className={buttonStyle("primary")}>`. */
export function buttonStyle(variant: ButtonVariant = "secondary", size: ButtonSize = "md", className?: string): string {
  const box = variant.startsWith("link") ? "button-inline" : `button-boxed button-${size}`;
  return cx("button", box, `button-${variant}`, className);
}
