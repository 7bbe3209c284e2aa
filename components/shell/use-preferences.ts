"use client";

import { useRouter } from "next/navigation";
import { useSyncExternalStore, useTransition } from "react";
import type { Language, Theme } from "#lib/i18n/languages.ts";
import { applyLanguage, applyTheme, onTheme, shownTheme } from "./preferences.ts";

export type Preferences = {
  /** As the server knows it. */
  theme: Theme;
  /** Keeps the choice in the profile. What it refuses is put back by the next page. */
  savePreferences: (preferences: { theme?: Theme; language?: Language }) => Promise<unknown>;
  /** Ends the session; where one lands afterwards is its business. */
  signOut: () => Promise<unknown>;
};

/** What the reader prefers, wherever it can be chosen: it shows at once, and is kept. */
export function usePreferences({ theme: initial, savePreferences, signOut }: Preferences) {
  const router = useRouter();
  const [, startTransition] = useTransition();
  const theme = useSyncExternalStore(onTheme, shownTheme, () => initial);
  return {
    theme,
    pickTheme(value: Theme) {
      applyTheme(value);
      startTransition(() => void savePreferences({ theme: value }).catch(() => undefined));
    },
    pickLanguage(value: Language) {
      applyLanguage(value);
      startTransition(async () => {
        await savePreferences({ language: value }).catch(() => undefined);
        router.refresh();
      });
    },
    leave: () => startTransition(async () => void (await signOut())),
  };
}
