"use client";

import { KeyRound, LogOut, Undo2, UserRound, UserRoundCog } from "lucide-react";
import dynamic from "next/dynamic";
import Link from "next/link";
import { useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import { useActing } from "#components/acting/use-acting.ts";
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

// Fetched when somebody opens it: few act as somebody else.
const AgencyDialog = dynamic(() => import("#components/acting/agency-dialog.tsx").then((file) => file.AgencyDialog), {
  ssr: false,
});

type Props = {
  name: string;
  email: string;
  profileHref: string;
  preferences: Preferences;
  /** The agency that the session acts as. */
  acting: { name: string } | null;
};

export function AccountMenu({ name, email, profileHref, preferences, acting }: Props) {
  const t = useTranslations();
  const language = useLocale();
  const { theme, pickTheme, pickLanguage, leave } = usePreferences(preferences);
  const { back } = useActing();
  const [choosing, setChoosing] = useState(false);

  return (
    <>
      <DropdownMenu>
        <DropdownMenuTrigger
          aria-label={acting ? t("shell.acting.account", { name, agency: acting.name }) : t("shell.account", { name })}
          className="flex shrink-0 items-center gap-2 rounded-full p-1 hover:bg-hover data-[state=open]:bg-hover"
        >
          {acting ? (
            <span aria-hidden className="max-w-40 truncate pl-2 text-sm text-warn max-lg:hidden">
              {t("shell.acting.as", { name: acting.name })}
            </span>
          ) : null}
          <Avatar name={name} className={acting ? "ring-2 ring-warn" : undefined} />
        </DropdownMenuTrigger>
        {menu()}
      </DropdownMenu>
      {choosing ? <AgencyDialog onClose={() => setChoosing(false)} /> : null}
    </>
  );

  function menu() {
    return (
      <DropdownMenuContent className="w-64">
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
        <DropdownMenuItem onSelect={() => setChoosing(true)}>
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
      </DropdownMenuContent>
    );
  }
}
