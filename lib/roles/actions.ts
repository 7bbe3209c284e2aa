"use server";

import { action } from "#lib/entry/action.ts";
import * as commands from "./commands.ts";

export const createRole = action(commands.createRole);
export const copyRole = action(commands.copyRole);
export const modifyRole = action(commands.modifyRole);
export const deleteRole = action(commands.deleteRole);
export const createTenantRole = action(commands.createTenantRole);
export const copyTenantRole = action(commands.copyTenantRole);
export const modifyTenantRole = action(commands.modifyTenantRole);
export const deleteTenantRole = action(commands.deleteTenantRole);
