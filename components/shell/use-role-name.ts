"use client";

import { useTranslations } from "use-intl";
import type { MessageKey } from "#lib/i18n/translator.ts";
import type { SwitcherItem } from "./load-workspaces.ts";

/** The name of a built-in role in the reader's language; another one is named as it is. */
export function useRoleName(): (role: string) => string {
  const t = useTranslations();
  return (role) => {
    const key = `roles.${role}.name` as MessageKey;
    return t.has(key) ? t(key) : role;
  };
}

/** What the reader is in a workspace: only the Super Admin enters without a role, and others only manage it. */
export function useRoleText(): (workspace: Pick<SwitcherItem, "enters" | "roles">) => string {
  const t = useTranslations();
  const roleName = useRoleName();
  return ({ enters, roles }) => {
    if (!enters) return t("shell.switcher.outside");
    return roles.length > 0 ? roles.map(roleName).join(t("reasons.separator")) : t("roles.superAdmin");
  };
}
