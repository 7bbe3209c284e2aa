"use client";

import { useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "use-intl";
import { fromWallTime } from "#components/audit/wall-time.ts";
import { rolesQuery } from "#components/roles/api.ts";
import { useRoleName, type RoleNames } from "#components/shell/use-role-name.ts";
import { fieldDifferences, type Difference } from "#components/ui/differences.ts";

type Values = { roles: string[]; expiresAt: string };
type Known = Values & { roleNames: RoleNames };

/** What differs between how a member was, is now, and shall be, in words. Roles are one choice, whole. */
export function useDifferences(workspace: string, zone: string) {
  const t = useTranslations();
  const format = useFormatter();
  const roleName = useRoleName();
  const { data: listed } = useQuery(rolesQuery(workspace));

  return (before: Known, now: Known, typed: Values): Difference<Values>[] => {
    const choosable = (listed?.data ?? []).flatMap(({ id, name }) => (name === null ? [] : [[id, name] as const]));
    const names = { ...Object.fromEntries(choosable), ...before.roleNames, ...now.roleNames };
    const sorted = (roles: readonly string[]) => [...roles].sort();
    const key = ({ roles, expiresAt }: Values) => ({ roles: JSON.stringify(sorted(roles)), expiresAt });
    const rolesInWords = (value: string) =>
      (JSON.parse(value) as string[]).map((role) => roleName(role, names)).join(t("reasons.separator"));
    const endInWords = (value: string) => {
      const moment = fromWallTime(value, zone);
      return moment
        ? format.dateTime(new Date(moment), { dateStyle: "medium", timeStyle: "short" })
        : t("members.never");
    };
    const differences = fieldDifferences<{ roles: string; expiresAt: string }, "roles" | "expiresAt">(
      [
        { name: "roles", label: t("members.fields.roles"), words: rolesInWords },
        { name: "expiresAt", label: t("members.fields.expires"), words: endInWords },
      ],
      key(before),
      key(now),
      key(typed),
    );
    return differences.map((difference) => ({
      ...difference,
      keepMine: (values) =>
        difference.key === "roles" ? { ...values, roles: typed.roles } : { ...values, expiresAt: typed.expiresAt },
    }));
  };
}
