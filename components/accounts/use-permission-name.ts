"use client";

import { useTranslations } from "use-intl";
import type { ManagementPermission } from "#lib/access/management.ts";
import type { MessageKey } from "#lib/i18n/translator.ts";

/** A management permission in words. */
export function usePermissionName() {
  const t = useTranslations();
  return (permission: ManagementPermission) => t(permissionKey(permission));
}

/** `audit.view` → `management.audit_view` */
export function permissionKey(permission: ManagementPermission): MessageKey {
  return `management.${permission.replaceAll(".", "_")}` as MessageKey;
}
