"use server";

import { action } from "#lib/entry/action.ts";
import * as commands from "./commands.ts";

export const addMembers = action(commands.addMembers);
export const modifyMembers = action(commands.modifyMembers);
export const removeMembers = action(commands.removeMembers);
