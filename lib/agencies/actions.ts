"use server";

import { action } from "#lib/entry/action.ts";
import * as commands from "./commands.ts";

export const createAgency = action(commands.createAgency);
export const modifyAgency = action(commands.modifyAgency);
export const disableAgency = action(commands.disableAgency);
export const enableAgency = action(commands.enableAgency);
export const deleteAgency = action(commands.deleteAgency);
export const addAgencyActors = action(commands.addAgencyActors);
export const removeAgencyActors = action(commands.removeAgencyActors);
