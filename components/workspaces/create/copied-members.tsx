"use client";

import { X } from "lucide-react";
import type { Control } from "react-hook-form";
import { useController } from "react-hook-form";
import { useTranslations } from "use-intl";
import { useRoleName } from "#components/shell/use-role-name.ts";
import { Button } from "#components/ui/button.tsx";
import { FieldFrame } from "#components/ui/field.tsx";
import type { WorkspaceSettings } from "#lib/workspaces/schema.ts";
import type { CreateInput, CreateValues } from "./form-schema.ts";

type Props = { control: Control<CreateValues, unknown, CreateInput>; source: WorkspaceSettings };

/** The members of the workspace that this one starts from, each with their roles, and each can be left out. */
export function CopiedMembers({ control, source }: Props) {
  const t = useTranslations();
  const roleName = useRoleName();
  const { field, fieldState } = useController({ control, name: "copied" });
  const copied = field.value ?? [];
  if (copied.length === 0) return null;
  const names = new Map(source.members.map(({ id, name }) => [id, name]));
  const named = copied.map(({ principalId: id, roles }) => ({ id, roles, name: names.get(id) ?? id }));

  return (
    <FieldFrame
      group
      label={t("workspaces.copy.members", { count: copied.length, name: source.name })}
      error={fieldState.error?.message}
      aside={
        <Button variant="link" onClick={() => field.onChange([])}>
          {t("workspaces.copy.withoutMembers")}
        </Button>
      }
    >
      {({ labelId }) => (
        <ul aria-labelledby={labelId} className="flex max-h-44 flex-wrap gap-1.5 overflow-y-auto">
          {named.map(({ id, name, roles }) => (
            <li
              key={id}
              className="inline-flex h-7 max-w-full items-center gap-1.5 rounded-md border border-border bg-sunken pl-2 text-sm"
            >
              <span className="truncate">{name}</span>
              <span className="truncate text-xs text-muted">
                {roles.map((role) => roleName(role, source.roleNames)).join(t("reasons.separator"))}
              </span>
              <button
                type="button"
                name="copied"
                aria-label={t("ui.picker.remove", { name })}
                title={t("ui.picker.remove", { name })}
                onClick={() => field.onChange(copied.filter(({ principalId }) => principalId !== id))}
                className="grid size-6 shrink-0 place-items-center rounded-md text-faint hover:text-text"
              >
                <X size={12} aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
    </FieldFrame>
  );
}
