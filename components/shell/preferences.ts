import type { Language, Theme } from "#lib/i18n/languages.ts";
import { isTheme, LANGUAGE_COOKIE, THEME_COOKIE } from "#lib/i18n/languages.ts";

const YEAR = 365 * 24 * 60 * 60;

function keep(name: string, value: string) {
  const secure = location.protocol === "https:" ? "; Secure" : "";
  document.cookie = `${name}=${encodeURIComponent(value)}; Path=/; Max-Age=${YEAR}; SameSite=Lax${secure}`;
}

/** Shows at once and counts for the next pages of this browser; the profile keeps it for the others. */
export function applyTheme(theme: Theme) {
  const { classList } = document.documentElement;
  classList.remove("system", "light", "dark");
  classList.add(theme);
  keep(THEME_COOKIE, theme);
}

/** The theme that shows now. */
export function shownTheme(): Theme {
  return [...document.documentElement.classList].find(isTheme) ?? "system";
}

export function onTheme(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributeFilter: ["class"] });
  return () => observer.disconnect();
}

/** Counts for the next answer of the server: refresh the router to see it. */
export function applyLanguage(language: Language) {
  keep(LANGUAGE_COOKIE, language);
}
