"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { useRoleName } from "#components/shell/use-role-name.ts";
import type { Option } from "#components/ui/picker-options.ts";
import { lastReason } from "#components/workspaces/item.ts";
import { ASSIGNABLE_ROLES, BUILT_IN_ROLES, includes } from "#lib/access/roles.ts";
import { grantsIn } from "#lib/access/levels.ts";
import { rolesQuery, tenantRolesQuery, type RoleNow } from "./api.ts";
import type { Place } from "./place.ts";
import { aboutRole } from "./use-role-options.ts";

/** What can take the place of a role. One that gives no more needs no right to hand it out. */
export function useReplacements(place: Place, role: RoleNow): { options: Option[] } {
  const t = useTranslations();
  const roleName = useRoleName();
  const here = useQuery({ ...rolesQuery(place ?? ""), enabled: place !== null });
  const account = useQuery({ ...tenantRolesQuery, enabled: place === null });
  const gives = grantsIn(role.grants);

  if (place === null) {
    const builtIn = ASSIGNABLE_ROLES.filter((id) => BUILT_IN_ROLES.has(id)).map((id) => ({
      id,
      name: null,
      description: "",
    }));
    const own = (account.data?.data ?? []).filter(({ id }) => id !== role.id);
    return { options: [...builtIn, ...own].map((each) => option(each)) };
  }
  const others = (here.data?.data ?? []).filter(({ id, assignable }) => assignable && id !== role.id);
  return {
    options: others.map((each) => {
      const allowed = each.grantable.allowed || includes(gives, grantsIn(each.grants));
      return { ...option(each), reason: allowed ? undefined : lastReason(each.grantable.because, t) };
    }),
  };

  function option(each: { id: string; name: string | null; description: string }): Option {
    return { value: each.id, label: each.name ?? roleName(each.id), about: aboutRole(each, t) };
  }
}
