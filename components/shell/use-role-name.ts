"use client";

import { useTranslations } from "use-intl";
import type { MessageKey } from "#lib/i18n/translator.ts";

/** The name of a built-in role in the reader's language; another one is named as it is. */
export function useRoleName(): (role: string) => string {
  const t = useTranslations();
  return (role) => {
    const key = `roles.${role}.name` as MessageKey;
    return t.has(key) ? t(key) : role;
  };
}

/** What somebody is in a workspace that they may enter: only the Super Admin enters without a role. */
export function useRoleText(): (roles: readonly string[]) => string {
  const t = useTranslations();
  const roleName = useRoleName();
  return (roles) => (roles.length > 0 ? roles.map(roleName).join(t("reasons.separator")) : t("roles.superAdmin"));
}
