import type { Subject } from "#lib/access/types.ts";

/** Who asks, and through what. The tenant follows from who signed in; no argument of a request can name another one. */
export type Caller = {
  tenantId: string;
  tenantName: string;
  principalId: string;
  name: string;
  email: string | null;
  subject: Subject;
  /** The session of a browser; null for the command line and the worker. */
  sessionId: string | null;
  through: "session" | "link" | "command_line" | "worker";
  language: string | null;
  theme: string | null;
  timeZone: string | null;
};
