"use client";

import { Ellipsis } from "lucide-react";
import { toast } from "#components/ui/toast.ts";
import { useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "#components/ui/dropdown-menu.tsx";
import { RowActions } from "#components/ui/table.tsx";
import type { ShownRole } from "#lib/roles/schema.ts";
import { useRoles } from "./use-roles.ts";

/** The name in a row: opens everything that the role gives. */
export function RoleName({ role, name }: { role: ShownRole; name: string }) {
  const { open } = useRoles();
  return (
    <button
      type="button"
      title={name}
      onClick={() => open("show", role)}
      className="block min-h-6 max-w-full truncate rounded-sm text-left leading-6 font-medium hover:text-accent hover:underline"
    >
      {name}
    </button>
  );
}

/** What can be done with a custom role in the list. `fixed`: why it is changed elsewhere. */
export function RoleOperations({ role, fixed }: { role: ShownRole; fixed: string | null }) {
  const t = useTranslations();
  const { open, refusal } = useRoles();
  const name = role.name ?? role.id;

  async function copyId() {
    try {
      await navigator.clipboard.writeText(role.id);
      toast.success(t("ui.copied"), { description: role.id });
    } catch {
      toast.warning(t("ui.copyFailed"), { description: role.id }); // no clipboard without https
    }
  }

  return (
    <RowActions>
      <Button variant="link" reason={refusal ?? fixed} onClick={() => open("edit", role)}>
        {t("roles.edit.action")}
      </Button>
      <Button variant="link-danger" reason={refusal ?? fixed} onClick={() => open("delete", role)}>
        {t("roles.delete.action")}
      </Button>
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <Button
            size="icon"
            variant="ghost"
            className="-my-1.5"
            aria-label={t("roles.more", { name })}
            icon={<Ellipsis size={16} aria-hidden />}
          />
        </DropdownMenuTrigger>
        <DropdownMenuContent>
          <DropdownMenuItem reason={refusal ?? undefined} onSelect={() => open("copy", role)}>
            {t("roles.copy.action")}
          </DropdownMenuItem>
          <DropdownMenuItem onSelect={() => void copyId()}>{t("roles.copyId")}</DropdownMenuItem>
        </DropdownMenuContent>
      </DropdownMenu>
    </RowActions>
  );
}
