"use server";

import { action } from "#lib/entry/action.ts";
import * as commands from "./commands.ts";

export const setPermissions = action(commands.setPermissions);
