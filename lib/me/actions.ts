"use server";

import { keepPreferences } from "#lib/auth/browser-cookies.ts";
import { action } from "#lib/entry/action.ts";
import * as commands from "./commands.ts";

export const changePassword = action(commands.changePassword);
export const chooseColumns = action(commands.chooseColumns);
export const endSession = action(commands.endSession);
export const endOtherSessions = action(commands.endOtherSessions);
// Whoever acts as somebody else sees another console: the browser goes to its beginning by itself.
export const switchToAgency = action(commands.switchToAgency, { refreshes: false });
export const leaveAgency = action(commands.leaveAgency, { refreshes: false });

const change = action(commands.changeProfile);
const save = action(commands.savePreferences);

export async function changeProfile(input: Parameters<typeof change>[0]) {
  const result = await change(input);
  if (result.ok) await keepPreferences(result.value);
  return result;
}

export async function savePreferences(input: Parameters<typeof save>[0]) {
  const result = await save(input);
  if (result.ok) await keepPreferences(result.value);
  return result;
}
