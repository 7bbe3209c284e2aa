"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { toast } from "#components/ui/toast.ts";
import { useTranslations } from "use-intl";
import { useCommand } from "#components/workspaces/use-command.ts";
import { useSayRefusal } from "#components/workspaces/use-say-refusal.ts";
import type { ActionResult } from "#lib/errors.ts";
import type { RosterNow, RosterView } from "#lib/rosters/schema.ts";
import { fetchRoster } from "./api.ts";
import { COMMANDS, type RosterSet } from "./sets.ts";

export type Change = "disable" | "enable" | "remove";

/**
 * Disables, enables and deletes. When somebody else changed it meanwhile, `changed` holds how it is now, so that it can
 * be done all the same; when they did the same, there is nothing left to do.
 */
export function useChange(set: RosterSet, { id, name }: RosterView) {
  const t = useTranslations();
  const say = useSayRefusal();
  const run = useCommand();
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const [changed, setChanged] = useState<{ now: RosterNow; wanted: Change } | null>(null);

  function change(wanted: Change, version: number, after: { answered?: () => void; done?: () => void } = {}) {
    startTransition(async () => {
      const command: (seen: { id: string; version: number }) => Promise<ActionResult<object>> = COMMANDS[set][wanted];
      const result = await run(() => command({ id, version }));
      const stale = !result.ok && result.error.code === "stale";
      const now = stale ? await fetchRoster(set, id).catch(() => null) : null;
      after.answered?.();
      const same = now !== null && now.status === { disable: "DISABLED", enable: "ACTIVE", remove: null }[wanted];
      setChanged(now && !same ? { now, wanted } : null);
      if (result.ok) {
        toast.success(t(`rosters.${wanted}.done`, { name }));
        after.done?.();
        return;
      }
      if (same) toast.info(t("rosters.already", { name: now.name, by: now.last?.by ?? t("ui.conflict.somebody") }));
      else if (!now) toast.error(t("rosters.unchanged", { name }), { description: await say(result.error) });
      if (result.error.code !== "unavailable") router.refresh(); // it is not what this page shows
    });
  }

  return { pending, changed, forget: () => setChanged(null), change };
}
