export const LANGUAGES = ["en", "zh-CN"] as const;
export type Language = (typeof LANGUAGES)[number];

/** Names of the languages in themselves: a reader who landed in the wrong one must still find theirs. */
export const LANGUAGE_NAMES: Record<Language, string> = { en: "English", "zh-CN": "简体中文" };

/** Cookies that carry the preferences of the profile to every request, pages before sign-in included. */
export const LANGUAGE_COOKIE = "atrium-language";
export const TIME_ZONE_COOKIE = "atrium-time-zone";
export const THEME_COOKIE = "atrium-theme";

export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

export function isLanguage(value: unknown): value is Language {
  return LANGUAGES.some((language) => language === value);
}

export function isTheme(value: unknown): value is Theme {
  return THEMES.some((theme) => theme === value);
}

/** An IANA name that this machine knows. */
export function isTimeZone(value: unknown): value is string {
  if (typeof value !== "string" || value === "") return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: value });
    return true;
  } catch {
    return false;
  }
}

/**
 * The language to answer in: a chosen one first, then the browser's wishes in their order (`accept-language`), then English.
 * Any Chinese is better served by Simplified Chinese than by English.
 */
export function matchLanguage(chosen: string | undefined, acceptLanguage: string | null | undefined): Language {
  if (isLanguage(chosen)) return chosen;
  const wishes = (acceptLanguage ?? "")
    .slice(0, 500)
    .split(",")
    .map((wish) => {
      const [tag = "", ...options] = wish.trim().toLowerCase().split(";");
      const quality = options.map((option) => option.trim()).find((option) => option.startsWith("q="));
      return { tag, weight: quality === undefined ? 1 : Number(quality.slice(2)) || 0 };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  for (const { tag } of wishes) {
    const match = LANGUAGES.find((language) => tag.split("-")[0] === language.split("-")[0]);
    if (match) return match;
  }
  return "en";
}
