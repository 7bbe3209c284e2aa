"use client";

import { createContext, useContext } from "react";
import type { ShownRole } from "#lib/roles/schema.ts";

export type RoleTask = "show" | "edit" | "copy" | "delete";

type Roles = {
  /** Why the reader may not make and change roles here; null when they may. */
  refusal: string | null;
  create: () => void;
  open: (task: RoleTask, role: ShownRole) => void;
};

export const RolesContext = createContext<Roles | null>(null);

export function useRoles(): Roles {
  const roles = useContext(RolesContext);
  if (!roles) throw new Error("Outside of RolesActions");
  return roles;
}
