import type { Invited } from "#lib/accounts/schema.ts";
import type { Recognised } from "./recognise.ts";

/** What came of an invitation. */
export type Results = {
  /** What the server made of those that were sent, in order. */
  rows: readonly Invited[];
  /** Rows of the list that were not sent. */
  left: readonly Recognised[];
};
