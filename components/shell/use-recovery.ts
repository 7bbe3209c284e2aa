"use client";

import { useEffect, useEffectEvent, useState } from "react";

const EVERY = 3000;
const TEMPORARY = "unavailable:";

/**
 * Asks the server how it is while an error is shown. If it is not well (its database is gone, it is being restarted),
 * the page is `waiting`, and is rendered anew as soon as the server answers again. `digest` finds the error in the log;
 * one that begins with "unavailable:" says from the start that waiting helps.
 */
export function useRecovery(error: unknown, retry: () => void): { waiting: boolean; digest: string | undefined } {
  const digest = error instanceof Error && "digest" in error && error.digest ? String(error.digest) : undefined;
  const temporary = digest?.startsWith(TEMPORARY) ?? false;
  const [waiting, setWaiting] = useState(temporary);
  const again = useEffectEvent(retry);

  useEffect(() => {
    let wasDown = temporary;
    const stop = new AbortController();

    async function look() {
      const well = await fetch("/api/health", { cache: "no-store", signal: stop.signal })
        .then((answer) => answer.ok)
        .catch(() => false);
      if (stop.signal.aborted) return;
      if (well && wasDown) again();
      wasDown = !well;
      setWaiting(!well);
    }

    if (!temporary) void look();
    const timer = setInterval(() => void look(), EVERY);
    return () => {
      clearInterval(timer);
      stop.abort();
    };
  }, [temporary]);

  return { waiting, digest: temporary ? digest?.slice(TEMPORARY.length) : digest };
}
