import type { ManagementPermission } from "#lib/access/management.ts";
import type { MessageKey } from "#lib/i18n/translator.ts";

/** The name of a management permission: `audit.view` → `management.audit_view` */
export function permissionKey(permission: ManagementPermission): MessageKey {
  return `management.${permission.replaceAll(".", "_")}` as MessageKey;
}
