"use client";

import { LogOut, UserRound } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
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
import type { Language, Theme } from "#lib/i18n/languages.ts";
import { isLanguage, isTheme, LANGUAGE_NAMES, LANGUAGES, THEMES } from "#lib/i18n/languages.ts";
import { applyLanguage, applyTheme } from "./preferences.ts";

type Props = {
  name: string;
  email: string;
  theme: Theme;
  profileHref: string;
  /** Keeps the choice in the profile. What it refuses is put back by the next page. */
  savePreferences: (preferences: { theme?: Theme; language?: Language }) => Promise<unknown>;
  /** Ends the session; where one lands afterwards is its business. */
  signOut: () => Promise<unknown>;
};

export function AccountMenu({ name, email, theme: initial, profileHref, savePreferences, signOut }: Props) {
  const t = useTranslations();
  const router = useRouter();
  const language = useLocale();
  const [theme, setTheme] = useState(initial);
  const [, startTransition] = useTransition();

  function pickTheme(value: string) {
    if (!isTheme(value)) return;
    setTheme(value);
    applyTheme(value);
    startTransition(() => void savePreferences({ theme: value }).catch(() => undefined));
  }

  function pickLanguage(value: string) {
    if (!isLanguage(value)) return;
    applyLanguage(value);
    startTransition(async () => {
      await savePreferences({ language: value }).catch(() => undefined);
      router.refresh();
    });
  }

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
        <DropdownMenuRadioGroup value={theme} onValueChange={pickTheme} aria-label={t("shell.theme")}>
          {THEMES.map((value) => (
            <DropdownMenuRadioItem key={value} value={value} onSelect={(event) => event.preventDefault()}>
              {t(`shell.themes.${value}`)}
            </DropdownMenuRadioItem>
          ))}
        </DropdownMenuRadioGroup>
        <DropdownMenuLabel>{t("shell.language")}</DropdownMenuLabel>
        <DropdownMenuRadioGroup value={language} onValueChange={pickLanguage} aria-label={t("shell.language")}>
          {LANGUAGES.map((value) => (
            <DropdownMenuRadioItem key={value} value={value} lang={value}>
              {LANGUAGE_NAMES[value]}
            </DropdownMenuRadioItem>
          ))}
        </DropdownMenuRadioGroup>
        <DropdownMenuSeparator />
        <DropdownMenuItem onSelect={() => startTransition(async () => void (await signOut()))}>
          <LogOut size={15} aria-hidden className="text-muted" />
          {t("shell.signOut")}
        </DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
