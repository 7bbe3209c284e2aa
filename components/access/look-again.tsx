"use client";

import { useEffect } from "react";
import { remind } from "#components/shell/live-changes.ts";

/** A timer counts at most this long; who keeps a page open for weeks looks at something else in between. Milliseconds. */
const LONGEST = 7 * 24 * 60 * 60 * 1_000;
/** The clock here may go before the server's. Milliseconds. */
const AFTERWARDS = 300;
const AGAIN = 5_000;

/** Nobody tells that time has come: looks again when something ends by itself. `at`: ISO 8601, UTC; null: nothing does. */
export function LookAgain({ at, topic }: { at: string | null; topic: string }) {
  useEffect(() => {
    if (at === null) return;
    const left = new Date(at).getTime() - Date.now();
    if (left > LONGEST) return;
    let timer = setTimeout(look, Math.max(left, 0) + AFTERWARDS);
    function look() {
      remind([topic]);
      timer = setTimeout(look, AGAIN); // until the page says that it has ended
    }
    return () => clearTimeout(timer);
  }, [at, topic]);
  return null;
}
