"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { noAnswer } from "#components/ui/no-answer.ts";
import { useMessage } from "#components/ui/use-message.ts";
import type { ActionResult } from "#lib/errors.ts";
import { leaveAgency, switchToAgency } from "#lib/me/actions.ts";

/** Where whoever has become somebody else begins: what was open may not be theirs, nor what this tab still knows. */
const BEGINNING = "/workspaces";

/** Starts and stops acting as an agency. `problem`: why it did not work, in words. */
export function useActing() {
  const t = useTranslations();
  const inWords = useMessage();
  const [problem, setProblem] = useState<string | null>(null);
  const [pending, setPending] = useState<string | null>(null);

  async function become(who: string, call: () => Promise<ActionResult<unknown>>): Promise<void> {
    if (pending !== null) return;
    setPending(who);
    setProblem(null);
    try {
      const result = await call();
      if (result.ok) return window.location.assign(new URL(BEGINNING, window.location.href)); // stays pending until the new page is there
      const gone = result.error.code === "not_found";
      setProblem(gone ? t("shell.acting.refused") : inWords(result.error));
    } catch (error) {
      setProblem(inWords(noAnswer(error)));
    }
    setPending(null);
  }

  return {
    problem,
    /** The id of the agency that is being switched to, or "me". */
    pending,
    actAs: (agencyId: string) => become(agencyId, () => switchToAgency({ agencyId })),
    back: () => become("me", () => leaveAgency({})),
  };
}
