import { z } from "#lib/validation.ts";

/** What each job needs to know, by the job's name. Ids only: the truth is in the rows. */
export const PAYLOADS = {
  deleteWorkspace: z.object({ tenantId: z.string(), workspaceId: z.string() }),
  forgetPerson: z.object({ tenantId: z.string(), principalId: z.string() }),
} as const;

export type TaskName = keyof typeof PAYLOADS;
export type Payload<T extends TaskName> = z.output<(typeof PAYLOADS)[T]>;
