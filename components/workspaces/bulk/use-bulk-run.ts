"use client";

import { useRouter } from "next/navigation";
import { startTransition, useEffect, useRef, useState } from "react";
import { useCommand } from "../use-command.ts";
import { type Act, type BulkItem, canTryAgain, type Outcome, outcomeOf } from "./bulk.ts";

/** So many travel together: whoever stops waits for no more than these. */
const AT_ONCE = 20;

/**
 * Sends all of them to an action, a few at a time and each once, and collects how it went. `begun`: an action was chosen
 * (`begin`); `again` sends those anew in whose way nothing but time or the line stood.
 */
export function useBulkRun(items: readonly BulkItem[]) {
  const run = useCommand();
  const router = useRouter();
  const [act, setAct] = useState<Act>();
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, Outcome>>(() => new Map());
  const [running, setRunning] = useState(false);
  const stopping = useRef(false);
  useStopOnLeaving(running, stopping);

  async function send(some: readonly BulkItem[], by: Act) {
    stopping.current = false;
    setRunning(true);
    let known = new Map([...outcomes, ...some.map(({ id }) => [id, unsent(outcomes.get(id))] as const)]);
    setOutcomes(known);
    for (let at = 0; at < some.length && !stopping.current; at += AT_ONCE) {
      const sent = some.slice(at, at + AT_ONCE);
      const result = await run(() => by(sent.map(({ id, version }) => ({ workspace: id, version }))));
      known = new Map(known);
      sent.forEach(({ id }, index) => {
        const one = result.ok ? result.value[index] : result;
        known.set(id, outcomeOf(one && !one.ok ? one.error : null, outcomes.get(id)));
      });
      setOutcomes(known);
      if (sent.every(({ id }) => ["passing", "unanswered"].includes(known.get(id)?.kind ?? ""))) break; // nor the rest
    }
    setRunning(false);
    startTransition(() => router.refresh()); // behind the dialog, so that the list is true when it closes
  }

  function begin(chosen: Act) {
    setAct(() => chosen);
    void send(items, chosen);
  }
  function again() {
    const open = items.filter(({ id }) => canTryAgain(outcomes.get(id) ?? { kind: "unsent" }));
    if (act) void send(open, act);
  }
  const stop = () => void (stopping.current = true);

  return { begun: act !== undefined, outcomes, running, begin, again, stop };
}

/** One that was sent without an answer stays that until there is one. */
function unsent(before: Outcome | undefined): Outcome {
  return before?.kind === "unanswered" ? before : { kind: "unsent" };
}

/** The rest is not sent when the page goes away; the browser asks first. */
function useStopOnLeaving(running: boolean, stopping: { current: boolean }) {
  useEffect(() => {
    if (!running) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [running]);
  useEffect(() => () => void (stopping.current = true), [stopping]);
}
