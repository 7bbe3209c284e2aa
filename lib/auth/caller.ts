import type { Subject } from "#lib/access/types.ts";

/** Who asks, and through what: principalId is the person, also while they act as an agency. The tenant follows from who signed in; no argument of a request can name another one. */
export type Caller = {
  tenantId: string;
  tenantName: string;
  principalId: string;
  name: string;
  email: string | null;
  /** Whose rights count: the person's, or those of the agency that they act as. */
  subject: Subject;
  actingAs: { id: string; name: string } | null;
  /** The session of a browser; null for the command line and the worker. */
  sessionId: string | null;
  through: "session" | "link" | "command_line" | "worker";
  language: string | null;
  theme: string | null;
  timeZone: string | null;
  /** Which columns they have chosen to see, by table: with the session, because most pages ask for them. */
  columns: Readonly<Record<string, readonly string[]>>;
};
