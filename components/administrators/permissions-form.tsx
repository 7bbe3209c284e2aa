"use client";

import { useEffect, useEffectEvent } from "react";
import { useForm, useWatch } from "react-hook-form";
import { toast } from "#components/ui/toast.ts";
import { useTranslations } from "use-intl";
import { fetchUser } from "#components/accounts/api.ts";
import { usePermissionName } from "#components/accounts/use-permission-name.ts";
import { onChange } from "#components/shell/live-changes.ts";
import { Button } from "#components/ui/button.tsx";
import { ConflictDialog } from "#components/ui/conflict-dialog.tsx";
import { ConflictNotice } from "#components/ui/conflict-notice.tsx";
import { CancelButton, DialogBody, DialogFooter, DialogForm } from "#components/ui/dialog.tsx";
import { factDifferences, setDifferences } from "#components/ui/differences.ts";
import { FormError } from "#components/ui/form-error.tsx";
import { useConflict } from "#components/ui/use-conflict.ts";
import { useSubmit } from "#components/ui/use-submit.ts";
import type { UserDetails } from "#lib/accounts/schema.ts";
import { setPermissions } from "#lib/administrators/actions.ts";
import { changesOf, GRANTABLE, grantableOf, type Grantable } from "#lib/administrators/rules.ts";
import { PermissionFields, type PermissionValues } from "./permission-fields.tsx";

/** Who the form is about, as it was filled from. */
export type Holder = Pick<UserDetails, "id" | "name" | "status" | "version"> & {
  permissions: readonly string[];
  last?: { by: string | null; at: string } | null;
};

const heldBy = ({ permissions }: Holder): Grantable[] => grantableOf(permissions);

type Props = {
  holder: Holder;
  /** Somebody becomes an administrator: something has to be chosen. */
  adding?: boolean;
  onDone: () => void;
};

/** Gives and takes the permissions of one person. */
export function PermissionsForm({ holder, adding = false, onDone }: Props) {
  const t = useTranslations();
  const compare = useCompare();
  const form = useForm<PermissionValues>({ defaultValues: { permissions: heldBy(holder) } });
  const conflict = useConflict<PermissionValues, Holder, unknown, PermissionValues>({
    form,
    opened: holder,
    read: () => fetchUser(holder.id),
    compare,
    fill: (now) => ({ permissions: heldBy(now) }),
    saved: ({ last }) => last ?? { by: null, at: null },
  });
  const check = useEffectEvent(() => conflict.check());
  useEffect(
    () =>
      onChange(["accounts", "administrators"], async () => {
        await check();
        return true;
      }),
    [],
  );
  const submit = useSubmit(
    form,
    ({ permissions }) => setPermissions({ id: holder.id, version: conflict.base.version, permissions }),
    {
      onProblem: conflict.look,
      onDone() {
        onDone();
        toast.success(t("administrators.edit.done", { name: holder.name }));
      },
    },
  );
  const held = heldBy(conflict.base);
  const chosen = useWatch({ control: form.control, name: "permissions" });
  const gives = changesOf(held, chosen).granted.length > 0;
  const disabled = conflict.base.status === "DISABLED";
  const note = disabled ? t("administrators.edit.disabled") : gives ? t("administrators.edit.links") : null;
  return (
    <DialogForm control={form.control} onSubmit={submit}>
      <DialogBody>
        <ConflictNotice conflict={conflict} />
        <FormError control={form.control} />
        <PermissionFields control={form.control} held={held} onlyTaking={disabled} />
        <p className="min-h-5 text-sm text-muted">{note}</p>
        <ConflictDialog conflict={conflict} />
      </DialogBody>
      <DialogFooter>
        <CancelButton />
        <Button
          type="submit"
          variant="primary"
          reason={adding && chosen.length === 0 ? t("administrators.edit.none") : undefined}
          pending={form.formState.isSubmitting}
        >
          {t(adding ? "administrators.add.title" : "administrators.edit.submit")}
        </Button>
      </DialogFooter>
    </DialogForm>
  );
}

/** In which permissions, and in which state, the form and what counts now differ. */
function useCompare() {
  const t = useTranslations();
  const permissionName = usePermissionName();
  return (before: Holder, now: Holder, { permissions }: PermissionValues) => {
    const yes = t("administrators.holds");
    const map = (held: readonly Grantable[]) => new Map(held.map((permission) => [permission as string, yes]));
    const { granted, revoked } = changesOf(heldBy(before), permissions);
    const without = (values: PermissionValues, id: string) => values.permissions.filter((each) => each !== id);
    return [
      ...setDifferences<PermissionValues>({
        before: map(heldBy(before)),
        now: map(heldBy(now)),
        adding: map(granted),
        removing: new Set<string>(revoked),
        label: (id) => permissionName(id as Grantable),
        absent: t("administrators.lacks"),
        add: (values, id) => ({
          permissions: GRANTABLE.filter((each) => each === id || values.permissions.includes(each)),
        }),
        remove: (values, id) => ({ permissions: without(values, id) }),
      }),
      ...factDifferences<PermissionValues>([
        {
          label: t("accounts.fields.status"),
          before: t(`accounts.status.${before.status}`),
          now: t(`accounts.status.${now.status}`),
        },
      ]),
    ];
  };
}
