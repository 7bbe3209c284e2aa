import { fromWallTime, toWallTime } from "#components/audit/wall-time.ts";
import { MOST_ROLES_OF_ONE } from "#lib/members/rules.ts";
import { message } from "#lib/message.ts";
import { roleId } from "#lib/roles/schema.ts";
import { z } from "#lib/validation.ts";

/** Roles as a form holds them. */
export const chosenRoles = z
  .array(roleId)
  .min(1, "members.errors.no_role")
  .max(MOST_ROLES_OF_ONE, message("fields.too_many", { max: MOST_ROLES_OF_ONE }));

/**
 * The end of a membership: what the reader's clock will show then, "" for never; comes out as a moment (ISO 8601, UTC) or
 * null. Whether it lies ahead the server says: the clock here may be wrong.
 */
export function chosenEnd(zone: string) {
  return z.string().transform((text, context): string | null => {
    if (text === "") return null;
    const moment = fromWallTime(text, zone);
    if (moment === null) context.addIssue({ code: "custom", message: "members.errors.expiry_incomplete" });
    return moment;
  });
}

/** As the form holds it. */
export function shownEnd(expiresAt: string | null, zone: string): string {
  return expiresAt === null ? "" : toWallTime(expiresAt, zone);
}
