"use client";

import { useTranslations } from "use-intl";
import type { ManagementPermission } from "#lib/access/management.ts";
import { permissionKey } from "./permission-key.ts";

/** A management permission in words. */
export function usePermissionName() {
  const t = useTranslations();
  return (permission: ManagementPermission) => t(permissionKey(permission));
}
