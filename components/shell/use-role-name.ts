"use client";

import { useCallback } from "react";
import { useTranslations } from "use-intl";
import type { MessageKey } from "#lib/i18n/translator.ts";
import type { SwitcherItem } from "./load-workspaces.ts";

/** What custom roles are called, by id: it comes with whatever names roles (`roleNames`). */
export type RoleNames = Readonly<Record<string, string>>;

/** The name of a role: a built-in one's in the reader's language, a custom one's as it was given; one that is gone by its id. */
export function useRoleName(): (role: string, names?: RoleNames) => string {
  const t = useTranslations();
  return useCallback(
    (role, names) => {
      const key = `roles.${role}.name` as MessageKey;
      return t.has(key) ? t(key) : (names?.[role] ?? role);
    },
    [t],
  );
}

/** What the reader is in a workspace: only the Super Admin enters without a role, and others only manage it. */
export function useRoleText(): (workspace: Pick<SwitcherItem, "enters" | "roles" | "roleNames">) => string {
  const t = useTranslations();
  const roleName = useRoleName();
  return ({ enters, roles, roleNames }) => {
    if (!enters) return t("shell.switcher.outside");
    if (roles.length === 0) return t("roles.superAdmin");
    return roles.map((role) => roleName(role, roleNames)).join(t("reasons.separator"));
  };
}
