import { cx } from "./cx.ts";

const VARIANTS = ["primary", "secondary", "danger", "ghost", "link", "link-danger"] as const;
export type ButtonVariant = (typeof VARIANTS)[number];
export type ButtonSize = "md" | "sm" | "icon";

/** The look (button.css) of a button, also for a link that acts like one: `<Link className={buttonStyle("primary")}>`. */
export function buttonStyle(variant: ButtonVariant = "secondary", size: ButtonSize = "md", className?: string): string {
  return cx(LOOKS[variant][size], className);
}

/** Put together once: a list asks for them in each of its rows. */
const LOOKS = Object.fromEntries(VARIANTS.map((variant) => [variant, looksOf(variant)])) as Record<
  ButtonVariant,
  Record<ButtonSize, string>
>;

function looksOf(variant: ButtonVariant): Record<ButtonSize, string> {
  const boxed = (size: ButtonSize) => `button button-boxed button-${size} button-${variant}`;
  const inline = `button button-inline button-${variant}`;
  return variant.startsWith("link")
    ? { md: inline, sm: inline, icon: inline }
    : { md: boxed("md"), sm: boxed("sm"), icon: boxed("icon") };
}
