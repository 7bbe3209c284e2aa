"use client";

import { LogOut, UserRound } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "use-intl";
import { Avatar } from "#components/ui/avatar.tsx";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "#components/ui/dropdown-menu.tsx";
import { isLanguage, isTheme, LANGUAGE_NAMES, LANGUAGES, THEMES } from "#lib/i18n/languages.ts";
import { type Preferences, usePreferences } from "./use-preferences.ts";

type Props = { name: string; email: string; profileHref: string; preferences: Preferences };

export function AccountMenu({ name, email, profileHref, preferences }: Props) {
  const t = useTranslations();
  const language = useLocale();
  const { theme, pickTheme, pickLanguage, leave } = usePreferences(preferences);

  return (
    <DropdownMenu>
      <DropdownMenuTrigger
        aria-label={t("shell.account", { name })}
        className="shrink-0 rounded-full p-1 hover:bg-hover data-[state=open]:bg-hover"
      >
        <Avatar name={name} />
      </DropdownMenuTrigger>
      <DropdownMenuContent className="w-64">
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
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
