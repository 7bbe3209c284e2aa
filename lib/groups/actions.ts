"use server";

import { action } from "#lib/entry/action.ts";
import * as commands from "./commands.ts";

export const createGroup = action(commands.createGroup);
export const modifyGroup = action(commands.modifyGroup);
export const disableGroup = action(commands.disableGroup);
export const enableGroup = action(commands.enableGroup);
export const deleteGroup = action(commands.deleteGroup);
export const addGroupMembers = action(commands.addGroupMembers);
export const removeGroupMembers = action(commands.removeGroupMembers);
