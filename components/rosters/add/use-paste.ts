"use client";

import { useRef, useState } from "react";
import { Refusal } from "#components/workspaces/api.ts";
import { useReauthenticate } from "#components/ui/reauthenticate.ts";
import type { Message } from "#lib/errors.ts";
import { entriesOf, MOST_PASTED, type Entry } from "#lib/rosters/rules.ts";
import type { Recognised } from "#lib/rosters/schema.ts";

export type CheckedEntry = Entry & Recognised;
/** No name or address is longer: what is, is nobody, and need not travel. */
const LONGEST = 401;

export type Paste = ReturnType<typeof usePaste>;

/** A pasted list and what became of it; `recognise` tells who is meant by each entry, in order. Changing the text makes what was found out about it void; nothing typed is lost. */
export function usePaste(recognise: (entries: readonly string[]) => Promise<Recognised[]>) {
  const reauthenticate = useReauthenticate();
  const [text, setText] = useState("");
  const [checked, setChecked] = useState<readonly CheckedEntry[] | null>(null);
  const [checking, setChecking] = useState(false);
  const [problem, setProblem] = useState<Message | null>(null);
  const asked = useRef(0);

  function type(next: string) {
    asked.current++;
    setText(next);
    setChecked(null);
    setProblem(null);
    setChecking(false);
  }

  async function check(said = text): Promise<void> {
    const entries = entriesOf(said);
    if (entries.length === 0) return setProblem({ key: "rosters.paste.empty" });
    if (entries.length > MOST_PASTED)
      return setProblem({ key: "rosters.paste.too_many", params: { max: MOST_PASTED, count: entries.length } });
    const mine = ++asked.current;
    setChecking(true);
    setProblem(null);
    try {
      const found = await ask(entries.map((entry) => entry.text.slice(0, LONGEST)));
      if (mine !== asked.current) return;
      const missing: Recognised = { finding: "unknown", person: null };
      setChecked(entries.map((entry, index) => ({ ...entry, ...(found[index] ?? missing) })));
    } catch (error) {
      if (mine !== asked.current) return;
      setProblem({ key: error instanceof Refusal ? `errors.${error.code}` : "errors.network" });
    } finally {
      if (mine === asked.current) setChecking(false);
    }
  }

  async function ask(entries: readonly string[]): Promise<Recognised[]> {
    try {
      return await recognise(entries);
    } catch (error) {
      const ended = error instanceof Refusal && error.code === "unauthenticated";
      if (!ended || !reauthenticate || !(await reauthenticate())) throw error;
      return recognise(entries);
    }
  }

  /** Those who were added leave the list; the lines that need a look stay, checked as they are. */
  function keepOnly(rest: readonly CheckedEntry[]) {
    asked.current++;
    setText(rest.map((entry) => entry.text).join("\n"));
    setChecked(rest.length > 0 ? rest.map((entry, index) => ({ ...entry, line: index + 1 })) : null);
  }

  return { text, type, checked, checking, problem, check, keepOnly };
}
