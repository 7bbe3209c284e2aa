"use server";

import { action } from "#lib/entry/action.ts";
import { many } from "#lib/entry/many.ts";
import * as commands from "./commands.ts";

export const createWorkspace = action(commands.createWorkspace);
export const modifyWorkspace = action(commands.modifyWorkspace);
export const transferWorkspace = action(commands.transferWorkspace);
export const disableWorkspace = action(commands.disableWorkspace);
export const enableWorkspace = action(commands.enableWorkspace);
export const deleteWorkspace = action(commands.deleteWorkspace);
export const retryWorkspaceDeletion = action(commands.retryWorkspaceDeletion);

export const disableWorkspaces = many(commands.disableWorkspace);
export const enableWorkspaces = many(commands.enableWorkspace);
export const moveWorkspaces = many(commands.moveWorkspace);
export const deleteWorkspaces = many(commands.deleteWorkspace);
