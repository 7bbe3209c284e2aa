"use server";

import { action } from "#lib/entry/action.ts";
import * as commands from "./commands.ts";

export const createUser = action(commands.createUser);
export const inviteUsers = action(commands.inviteUsers);
export const modifyUser = action(commands.modifyUser);
export const deleteUser = action(commands.deleteUser);
export const disableUser = action(commands.disableUser);
export const enableUser = action(commands.enableUser);
export const resetPassword = action(commands.resetPassword);
// The page of a link that was just used up would say so, while its form still signs in.
export const acceptLink = action(commands.acceptLink, { refreshes: false });
