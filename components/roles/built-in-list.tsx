"use client";

import { ChevronRight } from "lucide-react";
import { useTranslations } from "use-intl";
import { useRoleName } from "#components/shell/use-role-name.ts";
import type { ShownRole } from "#lib/roles/schema.ts";
import { aboutRole } from "./use-role-options.ts";
import { useRoles } from "./use-roles.ts";

/** On narrow screens: a role a line, each opens everything it gives. */
export function BuiltInList({ roles }: { roles: readonly ShownRole[] }) {
  const t = useTranslations();
  const roleName = useRoleName();
  const { open } = useRoles();
  return (
    <ul className="rounded-xl border border-border bg-surface lg:hidden">
      {roles.map((role) => (
        <li key={role.id} className="border-b border-border last:border-b-0">
          <button
            type="button"
            onClick={() => open("show", role)}
            className="flex w-full items-center gap-3 px-3.5 py-2.5 text-left hover:bg-hover"
          >
            <span className="min-w-0 flex-1">
              <span className="block font-medium">{roleName(role.id)}</span>
              <span className="block text-sm text-pretty text-muted">{aboutRole(role, t)}</span>
            </span>
            <ChevronRight size={16} aria-hidden className="shrink-0 text-muted" />
          </button>
        </li>
      ))}
    </ul>
  );
}
