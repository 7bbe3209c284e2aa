"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { toast } from "#components/ui/toast.ts";
import { useTranslations } from "use-intl";
import { useMessage } from "#components/ui/use-message.ts";
import { wholeReason } from "#components/workspaces/item.ts";
import { useCommand } from "#components/workspaces/use-command.ts";
import { removeMembers } from "#lib/members/actions.ts";
import type { MemberNow, MemberRow } from "#lib/members/schema.ts";
import { fetchMember } from "../api.ts";
import type { Place } from "../use-members.ts";

/**
 * Removes one member, as they were seen. `refusal` says why not, in words; when somebody else changed them meanwhile,
 * `changed` holds how they are now, so that it can be done all the same.
 */
export function useRemove(place: Place, { id, name }: MemberRow, onDone: () => void) {
  const t = useTranslations();
  const say = useMessage();
  const run = useCommand();
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const [refusal, refuse] = useState<string | null>(null);
  const [changed, setChanged] = useState<MemberNow | null>(null);

  function remove(version: number) {
    startTransition(async () => {
      refuse(null);
      const result = await run(() => removeMembers(place.id, { members: [{ principalId: id, version }] }));
      if (result.ok) {
        if (result.value.changed > 0) toast.success(t("members.remove.done", { name }));
        else toast.info(t("members.remove.already", { name }));
        return onDone();
      }
      const { error } = result;
      const now = error.code === "stale" ? await fetchMember(place.id, id).catch(() => null) : null;
      setChanged(now);
      if (!now) refuse(error.because?.length ? wholeReason(error.because, t) : say(error));
      if (error.code !== "unavailable") router.refresh(); // it is not what this page shows
    });
  }

  return { pending, refusal, changed, remove };
}
