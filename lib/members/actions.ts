"use server";

import { action } from "#lib/entry/action.ts";
import * as commands from "./commands.ts";

export const addMembers = action(commands.addMembers);
export const modifyMembers = action(commands.modifyMembers);
export const removeMembers = action(commands.removeMembers);

// For many in parts: whoever sends several of these renders the page anew once, at the end.
export const modifyManyMembers = action(commands.modifyMembers, { refreshes: false });
export const removeManyMembers = action(commands.removeMembers, { refreshes: false });
