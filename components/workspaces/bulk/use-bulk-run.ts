"use client";

import { useRouter } from "next/navigation";
import { startTransition, useEffect, useRef, useState } from "react";
import type { SelectedWorkspace } from "#lib/workspaces/schema.ts";
import { useCommand } from "../use-command.ts";
import { type Act, type Outcome, outcomeOf } from "./bulk.ts";

/** So many travel together: whoever stops waits for no more than these. */
const AT_ONCE = 20;

/** Sends workspaces to an action, a few at a time and each once, and collects how it went. */
export function useBulkRun() {
  const run = useCommand();
  const router = useRouter();
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, Outcome>>(() => new Map());
  const [running, setRunning] = useState(false);
  const stopping = useRef(false);
  useStopOnLeaving(running, stopping);

  async function start(items: readonly SelectedWorkspace[], act: Act) {
    stopping.current = false;
    setRunning(true);
    let known = new Map([...outcomes, ...items.map(({ id }) => [id, unsent(outcomes.get(id))] as const)]);
    setOutcomes(known);
    for (let at = 0; at < items.length && !stopping.current; at += AT_ONCE) {
      const sent = items.slice(at, at + AT_ONCE);
      const result = await run(() => act(sent.map(({ id, version }) => ({ workspace: id, version }))));
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

  return { outcomes, running, start, stop: () => void (stopping.current = true) };
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
