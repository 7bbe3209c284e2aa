"use client";

import { useQuery } from "@tanstack/react-query";
import { toast } from "#components/ui/toast.ts";
import { useLocale, useTranslations } from "use-intl";
import { useCurrent } from "#components/shell/current.ts";
import { type Preferences, usePreferences } from "#components/shell/use-preferences.ts";
import { fetchWorkspace } from "#components/workspaces/api.ts";
import { LANGUAGE_NAMES, LANGUAGES, THEMES } from "#lib/i18n/languages.ts";
import type { Entry } from "./find.ts";

type Options = {
  mayCreate: boolean;
  preferences: Preferences;
  go: (href: string) => void;
  onShortcuts: () => void;
};

// `also` is what an action is found by in every language; nobody reads it.
const CREATE = "create new workspace";
const THEME_WORDS = {
  system: "theme system appearance",
  light: "theme light appearance",
  dark: "theme dark appearance",
};

/** What can be done from anywhere, and with the current workspace: only what the reader may do. */
export function useActions({ mayCreate, preferences, go, onShortcuts }: Options): Entry[] {
  const t = useTranslations();
  const language = useLocale();
  const { theme, pickTheme, pickLanguage, leave } = usePreferences(preferences);
  const ofWorkspace = useWorkspaceActions(go);

  return [
    ...(mayCreate
      ? [{ id: "create", label: t("shell.switcher.create"), also: CREATE, run: () => go("/workspaces?create=1") }]
      : []),
    ...ofWorkspace,
    ...THEMES.filter((value) => value !== theme).map((value) => ({
      id: `theme-${value}`,
      label: t("shell.palette.theme", { theme: t(`shell.themes.${value}`) }),
      also: THEME_WORDS[value],
      run: () => pickTheme(value),
    })),
    ...LANGUAGES.filter((value) => value !== language).map((value) => ({
      id: `language-${value}`,
      label: t("shell.palette.language", { language: LANGUAGE_NAMES[value] }),
      also: `language ${value} english chinese 中文`,
      run: () => pickLanguage(value),
    })),
    { id: "shortcuts", label: t("shell.palette.shortcuts"), also: "keyboard shortcuts keys help ?", run: onShortcuts },
    { id: "sign-out", label: t("shell.signOut"), also: "sign out log off leave", run: leave },
  ];
}

/** Of the workspace that the reader is in, or was in last. */
function useWorkspaceActions(go: (href: string) => void): Entry[] {
  const t = useTranslations();
  const { workspace } = useCurrent();
  const slug = workspace?.slug ?? "";
  const { data } = useQuery({
    queryKey: ["workspaces", "palette", slug],
    queryFn: ({ signal }) => fetchWorkspace(slug, signal),
    enabled: slug !== "",
    retry: false,
  });
  if (!workspace) return [];
  const { id, name } = workspace;
  const may = data?.id === id && !data.builtIn ? data.may : undefined;
  const at = (task: string) => `/w/${encodeURIComponent(slug)}?${task}=${encodeURIComponent(slug)}`;

  async function copy() {
    try {
      await navigator.clipboard.writeText(id);
      toast.success(t("ui.copied"), { description: id });
    } catch {
      toast.warning(t("ui.copyFailed"), { description: id }); // no clipboard without https
    }
  }
  const tasks = [
    { id: "modify", label: t("shell.palette.modify", { name }), also: `modify edit rename ${slug}` },
    { id: "transfer", label: t("shell.palette.transfer", { name }), also: `transfer ownership owner ${slug}` },
    { id: "delete", label: t("shell.palette.delete", { name }), also: `delete remove ${slug}` },
  ] as const;
  return [
    {
      id: "copy-id",
      label: t("shell.palette.copyId", { name }),
      hint: id,
      also: `copy id ${slug}`,
      run: () => void copy(),
    },
    ...tasks.filter((task) => may?.[task.id].allowed).map((task) => ({ ...task, run: () => go(at(task.id)) })),
  ];
}
