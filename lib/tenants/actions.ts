"use server";

import { action } from "#lib/entry/action.ts";
import * as commands from "./commands.ts";

// The page of a link that was just used up would say so, while its form still signs in.
export const completeSetup = action(commands.completeSetup, { refreshes: false });

export const changeSettings = action(commands.changeSettings);
export const setWorkspaceLimit = action(commands.setWorkspaceLimit);
