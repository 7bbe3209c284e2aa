"use client";

import { Undo2, X } from "lucide-react";
import type { Control } from "react-hook-form";
import { useController } from "react-hook-form";
import { useTranslations } from "use-intl";
import { cx } from "#components/ui/cx.ts";
import { FieldFrame } from "#components/ui/field.tsx";
import type { MemberRow } from "#lib/members/schema.ts";
import { useRoleName } from "#components/shell/use-role-name.ts";
import type { ModifyInput, ModifyValues } from "./form-schema.ts";

type Props = {
  control: Control<ModifyValues, unknown, ModifyInput>;
  members: { data: MemberRow[]; total: number };
};

/** Everybody who is a member. One who is to be removed stays in sight, struck through, and can be kept after all. */
export function CurrentMembers({ control, members }: Props) {
  const t = useTranslations();
  const roleName = useRoleName();
  const { field, fieldState } = useController({ control, name: "remove" });
  const removed = new Set(field.value);
  if (members.total === 0) return null;

  function toggle(id: string) {
    field.onChange(removed.has(id) ? [...removed].filter((other) => other !== id) : [...removed, id]);
  }
  const rest = members.total - members.data.length;
  const hint =
    rest > 0 ? t("workspaces.people.firstOnly", { shown: members.data.length, total: members.total }) : undefined;
  return (
    <FieldFrame
      group
      label={t("workspaces.people.current", { count: members.total })}
      hint={hint}
      error={fieldState.error?.message}
      aside={
        removed.size > 0 ? (
          <span className="num text-danger">{t("workspaces.people.removing", { count: removed.size })}</span>
        ) : null
      }
    >
      {({ labelId }) => (
        <ul aria-labelledby={labelId} className="flex max-h-44 flex-wrap gap-1.5 overflow-y-auto">
          {members.data.map((member) => {
            const leaving = removed.has(member.id);
            const Mark = leaving ? Undo2 : X;
            return (
              <li
                key={member.id}
                className={cx(
                  "inline-flex h-7 max-w-full items-center gap-1.5 rounded-md border border-border pl-2 text-sm",
                  leaving ? "bg-surface text-muted" : "bg-sunken",
                )}
              >
                <span className={cx("truncate", leaving && "line-through")}>{member.name}</span>
                <span className="truncate text-xs text-muted">{about(member)}</span>
                <button
                  type="button"
                  name="remove"
                  aria-label={t(leaving ? "workspaces.people.keep" : "ui.picker.remove", { name: member.name })}
                  title={t(leaving ? "workspaces.people.keep" : "ui.picker.remove", { name: member.name })}
                  onClick={() => toggle(member.id)}
                  className="grid size-6 shrink-0 place-items-center rounded-md text-faint hover:text-text"
                >
                  <Mark size={12} aria-hidden />
                </button>
              </li>
            );
          })}
        </ul>
      )}
    </FieldFrame>
  );

  function about({ status, roles, roleNames }: MemberRow): string {
    const named = roles.map((role) => roleName(role, roleNames)).join(t("reasons.separator"));
    return status === "UNSEEN" ? `${named} · ${t("workspaces.people.unseenHint")}` : named;
  }
}
