"use client";

import { LogOut, UserRound } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "use-intl";
import {
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
  DropdownMenuSeparator,
} from "#components/ui/dropdown-menu.tsx";
import { type Hanging, HungMenu } from "#components/ui/hung-menu.tsx";
import { isLanguage, isTheme, LANGUAGE_NAMES, LANGUAGES, THEMES } from "#lib/i18n/languages.ts";
import { type Preferences, usePreferences } from "./use-preferences.ts";

export type Account = { name: string; email: string; profileHref: string; preferences: Preferences };
export type AccountMenuProps = Account & { hanging: Hanging };

/** Who is signed in, what they prefer, and the way out. */
export function AccountMenuItems({ name, email, profileHref, preferences, hanging }: AccountMenuProps) {
  const t = useTranslations();
  const language = useLocale();
  const { theme, pickTheme, pickLanguage, leave } = usePreferences(preferences);

  return (
    <HungMenu hanging={hanging} className="w-64">
      <div className="px-2.5 pt-1.5 pb-2">
        <p className="truncate font-semibold">{name}</p>
        <p className="truncate text-sm text-muted">{email}</p>
      </div>
      <DropdownMenuItem asChild>
        <Link href={profileHref}>
          <UserRound size={15} aria-hidden className="text-muted" />
          {t("shell.profile")}
        </Link>
      </DropdownMenuItem>
      <DropdownMenuSeparator />
      <DropdownMenuLabel>{t("shell.theme")}</DropdownMenuLabel>
      <DropdownMenuRadioGroup
        value={theme}
        onValueChange={(value) => isTheme(value) && pickTheme(value)}
        aria-label={t("shell.theme")}
      >
        {THEMES.map((value) => (
          <DropdownMenuRadioItem key={value} value={value} onSelect={(event) => event.preventDefault()}>
            {t(`shell.themes.${value}`)}
          </DropdownMenuRadioItem>
        ))}
      </DropdownMenuRadioGroup>
      <DropdownMenuLabel>{t("shell.language")}</DropdownMenuLabel>
      <DropdownMenuRadioGroup
        value={language}
        onValueChange={(value) => isLanguage(value) && pickLanguage(value)}
        aria-label={t("shell.language")}
      >
        {LANGUAGES.map((value) => (
          <DropdownMenuRadioItem key={value} value={value} lang={value}>
            {LANGUAGE_NAMES[value]}
          </DropdownMenuRadioItem>
        ))}
      </DropdownMenuRadioGroup>
      <DropdownMenuSeparator />
      <DropdownMenuItem onSelect={leave}>
        <LogOut size={15} aria-hidden className="text-muted" />
        {t("shell.signOut")}
      </DropdownMenuItem>
    </HungMenu>
  );
}
