"use client";

import { useLocale, useTranslations } from "use-intl";
import type { Language } from "#lib/i18n/languages.ts";
import type { T } from "#lib/i18n/translator.ts";
import type { WorkspaceView } from "#lib/workspaces/schema.ts";

type OfName = (name: string) => string;
type Told = Record<"everybody" | "modify" | "delete" | "retry" | "why" | "removing", string>;
/** What rows say. `select`, `copyId`, `more`: names of buttons, with the name of the workspace in them. */
export type RowWords = Told & {
  count: (members: number) => string;
  status: (status: WorkspaceView["status"]) => string;
  deleting: (progress: { removed: number; total: number }) => string;
  select: OfName;
  copyId: OfName;
  more: OfName;
};

const made = new Map<Language, RowWords>();

/** Looked up once a language: to look a message up and put a name into it takes longer than to draw the button. */
export function useRowWords(): RowWords {
  const [language, t] = [useLocale(), useTranslations()];
  const words = made.get(language) ?? rowWords(t);
  made.set(language, words);
  return words;
}

const PLACE = "\uE000"; // of the private use area: in no message

function rowWords(t: T): RowWords {
  const around = (text: string): OfName => {
    const [before = "", after = ""] = text.split(PLACE);
    return (name) => before + name + after;
  };
  return {
    everybody: t("workspaces.everybody"),
    modify: t("workspaces.actions.modify"),
    delete: t("workspaces.actions.delete"),
    retry: t("ui.retry"),
    why: t("workspaces.actions.why"),
    removing: t("workspaces.removing"),
    count: known((count: number) => t("workspaces.count", { count })),
    status: known((status: WorkspaceView["status"]) => t(`workspaces.status.${status}`)),
    deleting: (progress) => t("workspaces.deletingOf", progress),
    select: around(t("workspaces.selection.row", { name: PLACE })),
    copyId: around(t("ui.copy", { name: t("workspaces.idOf", { name: PLACE }) })),
    more: around(t("workspaces.actions.more", { name: PLACE })),
  };
}

const MOST_KNOWN = 1_000;

function known<Of>(say: (of: Of) => string): (of: Of) => string {
  const said = new Map<Of, string>();
  return (of) => {
    const text = said.get(of) ?? say(of);
    if (said.size < MOST_KNOWN) said.set(of, text);
    return text;
  };
}
