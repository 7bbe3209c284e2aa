import { idleFits, idleMisfit, limitChange, settingsChanges, type AccountSettings } from "#lib/tenants/schema.ts";
import { z } from "#lib/validation.ts";

// The forms hold texts, as inputs do.

const number = z.string().transform((text) => (text.trim() === "" ? Number.NaN : Number(text)));
const { name, sessionIdleMinutes, sessionLongestMinutes } = settingsChanges.shape;

export const settingsForm = z
  .object({
    name,
    sessionIdleMinutes: number.pipe(sessionIdleMinutes),
    sessionLongestMinutes: number.pipe(sessionLongestMinutes),
  })
  .refine(idleFits, idleMisfit());
export type SettingsValues = z.input<typeof settingsForm>;
export type SettingsInput = z.output<typeof settingsForm>;

export const limitForm = z.object({ workspaceLimit: number.pipe(limitChange.shape.workspaceLimit) });
export type LimitValues = z.input<typeof limitForm>;
export type LimitInput = z.output<typeof limitForm>;

export const settingsValues = (now: AccountSettings): SettingsValues => ({
  name: now.name,
  sessionIdleMinutes: String(now.sessionIdleMinutes),
  sessionLongestMinutes: String(now.sessionLongestMinutes),
});

export const limitValues = ({ workspaceLimit }: AccountSettings): LimitValues => ({
  workspaceLimit: String(workspaceLimit),
});
