"use client";

import { useState } from "react";
import { toast } from "#components/ui/toast.ts";
import { useTranslations } from "use-intl";
import { useCommand } from "#components/workspaces/use-command.ts";
import type { Message } from "#lib/errors.ts";
import { MOST_AT_ONCE } from "#lib/rosters/rules.ts";
import type { RosterView } from "#lib/rosters/schema.ts";
import { COMMANDS, type RosterSet } from "../sets.ts";

export type Progress = { done: number; of: number };
export type Adding = {
  /** Null: nothing is being sent. */
  progress: Progress | null;
  refusal: Message | null;
  forget: () => void;
  /** Sends people in parts of 500; returns those who were not sent because a part was refused. */
  add: (people: readonly string[]) => Promise<readonly string[]>;
};

/** Adds people however many there are. What was added stays added: trying again passes over who is in it already. */
export function useAdding(set: RosterSet, { id, name }: RosterView): Adding {
  const t = useTranslations();
  const run = useCommand();
  const [progress, setProgress] = useState<Progress | null>(null);
  const [refusal, setRefusal] = useState<Message | null>(null);

  async function add(people: readonly string[]): Promise<readonly string[]> {
    setRefusal(null);
    let [done, added] = [0, 0];
    while (done < people.length) {
      setProgress({ done, of: people.length });
      const part = people.slice(done, done + MOST_AT_ONCE);
      const result = await run(() => COMMANDS[set].addPeople({ id, people: part }));
      if (!result.ok) {
        const [said] = Object.values(result.error.fields ?? {});
        setRefusal(said ?? result.error);
        break;
      }
      done += part.length;
      added += result.value.added;
    }
    setProgress(null);
    if (done > 0) toast.success(t(`rosters.${set}.added`, { count: added, name }));
    return people.slice(done);
  }

  return { progress, refusal, forget: () => setRefusal(null), add };
}
