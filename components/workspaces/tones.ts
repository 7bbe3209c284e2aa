import type { Tone } from "#components/ui/status-dot.tsx";
import type { WorkspaceView } from "#lib/workspaces/schema.ts";

/** How each status looks. */
export const TONES: Record<WorkspaceView["status"], Tone> = {
  NORMAL: "ok",
  DISABLED: "off",
  DELETING: "busy",
  DELETE_FAILED: "danger",
  CREATE_FAILED: "warn",
};
