import { cookies, headers } from "next/headers";
import { cache } from "react";
import type { Language, Theme } from "./languages.ts";
import { isTheme, isTimeZone, LANGUAGE_COOKIE, matchLanguage, THEME_COOKIE, TIME_ZONE_COOKIE } from "./languages.ts";
import { translator } from "./translator.ts";

// What the reader prefers, for server components. Only cookies and headers are read: a page can still say what is wrong
// in the reader's language while the database is gone. The profile writes the cookies.

export const getLanguage = cache(async (): Promise<Language> => {
  const [jar, head] = await Promise.all([cookies(), headers()]);
  return matchLanguage(jar.get(LANGUAGE_COOKIE)?.value, head.get("accept-language"));
});

/** `const t = await getT(); t("app.name")` */
export const getT = cache(async () => translator(await getLanguage()));

/** IANA name, or undefined where the profile names none: then the browser's own zone counts. */
export const getTimeZone = cache(async (): Promise<string | undefined> => {
  const zone = (await cookies()).get(TIME_ZONE_COOKIE)?.value;
  return isTimeZone(zone) ? zone : undefined;
});

export const getTheme = cache(async (): Promise<Theme> => {
  const theme = (await cookies()).get(THEME_COOKIE)?.value;
  return isTheme(theme) ? theme : "system";
});
