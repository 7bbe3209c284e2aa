import { cookies } from "next/headers";
import { KNOWN_BROWSER_COOKIE, knownBrowserOf } from "#lib/auth/known-browser.ts";
import { env } from "#lib/env.ts";
import { LANGUAGE_COOKIE, THEME_COOKIE, TIME_ZONE_COOKIE } from "#lib/i18n/languages.ts";

type Preferences = { language: string | null; theme: string | null; timeZone: string | null };

const YEAR_SECONDS = 365 * 24 * 3600;

/**
 * Puts the profile's preferences into this browser, where every page finds them without the database. What the profile
 * leaves open is taken out, so that nobody inherits the choice of who sat here before. Only in actions and routes.
 */
export async function keepPreferences({ language, theme, timeZone }: Preferences): Promise<void> {
  const jar = await cookies();
  for (const [name, value] of [
    [LANGUAGE_COOKIE, language],
    [THEME_COOKIE, theme],
    [TIME_ZONE_COOKIE, timeZone],
  ] as const) {
    if (value === null) jar.delete(name);
    else jar.set(name, value, aYear());
  }
}

function aYear() {
  return { path: "/", maxAge: YEAR_SECONDS, sameSite: "lax", secure: env().url.startsWith("https:") } as const;
}

/** What this browser says about who signed in here before: lib/auth/known-browser.ts. */
export async function knownBrowser(): Promise<string | undefined> {
  return (await cookies()).get(KNOWN_BROWSER_COOKIE)?.value;
}

export async function rememberBrowser(email: string): Promise<void> {
  (await cookies()).set(KNOWN_BROWSER_COOKIE, knownBrowserOf(email), { ...aYear(), httpOnly: true });
}
