"use client";

import dynamic from "next/dynamic";
import { useMemo, useState, type ReactNode } from "react";
import { orAnew } from "#components/ui/or-anew.ts";
import type { RoleView, ShownRole } from "#lib/roles/schema.ts";
import type { Place } from "./place.ts";
import { RolesContext, type RoleTask } from "./use-roles.ts";

const RoleDrawer = dynamic(() => orAnew(() => import("./role-drawer.tsx")).then((file) => file.RoleDrawer), {
  ssr: false,
});
const CreateDialog = dynamic(() => orAnew(() => import("./create-dialog.tsx")).then((file) => file.CreateDialog), {
  ssr: false,
});
const EditDialog = dynamic(() => orAnew(() => import("./edit-dialog.tsx")).then((file) => file.EditDialog), {
  ssr: false,
});
const CopyDialog = dynamic(() => orAnew(() => import("./copy-dialog.tsx")).then((file) => file.CopyDialog), {
  ssr: false,
});
const DeleteDialog = dynamic(() => orAnew(() => import("./delete-dialog.tsx")).then((file) => file.DeleteDialog), {
  ssr: false,
});

type Props = {
  place: Place;
  /** What the page shows: a new role can begin as one of them. */
  roles: readonly ShownRole[];
  refusal: string | null;
  /** What the reader holds here, beyond which they put nothing into a role; null: nothing bounds them. */
  mine: RoleView["grants"] | null;
  children: ReactNode;
};

type Opened = { task: "create" } | { task: RoleTask; role: ShownRole } | null;

/** Around everything that has buttons for roles: holds their dialogs. */
export function RolesActions({ place, roles, refusal, mine, children }: Props) {
  const [opened, setOpened] = useState<Opened>(null);
  const close = () => setOpened(null);
  const value = useMemo(
    () => ({
      refusal,
      create: () => setOpened({ task: "create" }),
      open: (task: RoleTask, role: ShownRole) => setOpened({ task, role }),
    }),
    [refusal],
  );
  return (
    <RolesContext value={value}>
      {children}
      {opened?.task === "create" ? <CreateDialog place={place} roles={roles} mine={mine} onClose={close} /> : null}
      {opened?.task === "show" ? <RoleDrawer place={place} role={opened.role} onClose={close} /> : null}
      {opened?.task === "edit" ? <EditDialog place={place} role={opened.role} mine={mine} onClose={close} /> : null}
      {opened?.task === "copy" ? <CopyDialog place={place} role={opened.role} onClose={close} /> : null}
      {opened?.task === "delete" ? <DeleteDialog place={place} role={opened.role} onClose={close} /> : null}
    </RolesContext>
  );
}
