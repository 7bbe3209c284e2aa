import type { Tone } from "#components/ui/status-dot.tsx";
import type { UserView } from "#lib/accounts/schema.ts";

/** How the state of an account looks. */
export const STATUS_TONES: Record<UserView["status"], Tone> = {
  ACTIVE: "ok",
  INVITED: "warn",
  UNSEEN: "warn",
  DISABLED: "off",
};
