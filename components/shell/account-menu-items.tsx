"use client";

import { KeyRound, LogOut, Undo2, UserRound, UserRoundCog } from "lucide-react";
import { Link } from "#components/ui/link.tsx";
import { useLocale, useTranslations } from "use-intl";
import { useActing } from "#components/acting/use-acting.ts";
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

export type Account = {
  name: string;
  email: string;
  profileHref: string;
  preferences: Preferences;
  /** The agency that the session acts as. */
  acting: { name: string } | null;
  /** To choose an agency to act as. */
  onSwitch: () => void;
};
export type AccountMenuProps = Account & { hanging: Hanging };

/** Who is signed in, what they prefer, and the way out. */
export function AccountMenuItems({
  name,
  email,
  profileHref,
  preferences,
  acting,
  onSwitch,
  hanging,
}: AccountMenuProps) {
  const t = useTranslations();
  const language = useLocale();
  const { theme, pickTheme, pickLanguage, leave } = usePreferences(preferences);
  const { back } = useActing();

  return (
    <HungMenu hanging={hanging} className="w-64">
      <div className="px-2.5 pt-1.5 pb-2">
        <p className="truncate font-semibold">{name}</p>
        <p className="truncate text-sm text-muted">{email}</p>
        {acting ? <p className="truncate text-sm text-warn">{t("shell.acting.as", { name: acting.name })}</p> : null}
      </div>
      <DropdownMenuItem asChild>
        <Link href={profileHref}>
          <UserRound size={15} aria-hidden className="text-muted" />
          {t("shell.profile")}
        </Link>
      </DropdownMenuItem>
      <DropdownMenuItem asChild>
        <Link href="/me/access" prefetch={false}>
          <KeyRound size={15} aria-hidden className="text-muted" />
          {t("me.access.title")}
        </Link>
      </DropdownMenuItem>
      <DropdownMenuItem onSelect={onSwitch}>
        <UserRoundCog size={15} aria-hidden className="text-muted" />
        {acting ? t("shell.acting.another") : t("shell.acting.switch")}
      </DropdownMenuItem>
      {acting ? (
        <DropdownMenuItem onSelect={() => void back()}>
          <Undo2 size={15} aria-hidden className="text-muted" />
          {t("shell.acting.back")}
        </DropdownMenuItem>
      ) : null}
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
