"use server";

import { action } from "#lib/entry/action.ts";
import * as commands from "./commands.ts";

export const createEnterpriseProject = action(commands.createEnterpriseProject);
export const renameEnterpriseProject = action(commands.renameEnterpriseProject);
export const disableEnterpriseProject = action(commands.disableEnterpriseProject);
export const enableEnterpriseProject = action(commands.enableEnterpriseProject);
