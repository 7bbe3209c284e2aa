"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useEffectEvent } from "react";
import { useForm } from "react-hook-form";
import { toast } from "#components/ui/toast.ts";
import { useTranslations } from "use-intl";
import { onChange } from "#components/shell/live-changes.ts";
import { ConflictDialog } from "#components/ui/conflict-dialog.tsx";
import { ConflictNote, ConflictNotice } from "#components/ui/conflict-notice.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { useConflict } from "#components/ui/use-conflict.ts";
import { useSubmit } from "#components/ui/use-submit.ts";
import { LoadFailed } from "#components/workspaces/dialogs/load-failed.tsx";
import { DialogLoading } from "#components/workspaces/dialogs/loading.tsx";
import { useRefusal } from "#components/workspaces/form/use-refusal.tsx";
import type { Problem } from "#lib/errors.ts";
import type { RoleView, ShownRole } from "#lib/roles/schema.ts";
import { COUNTED_TO } from "#lib/validation.ts";
import { fetchRole, openedRoleQuery, type RoleNow } from "./api.ts";
import { commandsOf, type Place } from "./place.ts";
import { RoleForm } from "./role-form.tsx";
import { NOTHING, roleForm, type RoleInput, type RoleValues } from "./role-values.ts";
import { useCompareRoles } from "./use-compare-roles.ts";
import { useLevelRefusal } from "./use-level-refusal.ts";

type Props = { place: Place; role: ShownRole; mine: RoleView["grants"] | null; onClose: () => void };

/** "Edit <name>", filled from what counts at the moment of opening. */
export function EditDialog({ place, role, mine, onClose }: Props) {
  const t = useTranslations();
  const { data, error, refetch } = useQuery(openedRoleQuery(place, role.id));
  return (
    <Dialog open onOpenChange={onClose} title={t("roles.edit.title", { name: role.name ?? role.id })} wide>
      {data ? (
        <EditForm place={place} opened={data} mine={mine} onDone={onClose} />
      ) : error ? (
        <LoadFailed error={error} onRetry={() => void refetch()} />
      ) : (
        <DialogLoading rows={8} />
      )}
    </Dialog>
  );
}

const valuesOf = ({ name, description, levels }: RoleNow): RoleValues => ({
  name: name ?? "",
  description,
  levels: { ...NOTHING, ...levels },
});

type FormProps = { place: Place; opened: RoleNow; mine: RoleView["grants"] | null; onDone: () => void };

function EditForm({ place, opened, mine, onDone }: FormProps) {
  const t = useTranslations();
  const refused = useRefusal();
  const compare = useCompareRoles();
  const form = useForm<RoleValues, unknown, RoleInput>({
    resolver: zodResolver(roleForm),
    defaultValues: valuesOf(opened),
    mode: "onTouched",
  });
  const { id } = opened;
  const conflict = useConflict<RoleValues, RoleNow, unknown, RoleInput>({
    form,
    opened,
    read: () => fetchRole(place, id),
    compare: (before, now, typed) => compare(valuesOf(before), valuesOf(now), typed),
    fill: valuesOf,
    saved: ({ last }) => last ?? { by: null, at: null },
  });
  const refusal = useLevelRefusal(mine, conflict.base);

  /** Somebody deleted it: what was typed stays, to be copied from. */
  function gone({ code }: Problem): boolean {
    if (code === "not_found") form.setError("root", { message: "roles.gone" });
    return code === "not_found";
  }

  const check = useEffectEvent(() => conflict.check());
  useEffect(
    () =>
      onChange(["roles"], async () => {
        await check();
        return true;
      }),
    [],
  );
  const submit = useSubmit(
    form,
    (values) => commandsOf(place).modify({ ...values, id, version: conflict.base.version }),
    {
      onProblem: (problem) => conflict.look(problem) || gone(problem) || refused.look(problem),
      onDone() {
        onDone();
        toast.success(t("roles.edit.done", { name: form.getValues("name") }));
      },
    },
  );
  const { members, isPublicRole } = conflict.base;
  return (
    <RoleForm
      form={form}
      notice={
        <>
          <ConflictNotice conflict={conflict} noted />
          {refused.shown}
          {members === 0 && !isPublicRole ? null : (
            <p className="text-muted">
              {t("roles.edit.counts", {
                members: t("roles.memberCount", { count: members ?? COUNTED_TO, more: String(members === null) }),
                public: String(isPublicRole),
              })}
            </p>
          )}
        </>
      }
      note={<ConflictNote conflict={conflict} />}
      refusal={refusal}
      mine={mine}
      onSubmit={submit}
    >
      <ConflictDialog conflict={conflict} />
    </RoleForm>
  );
}
