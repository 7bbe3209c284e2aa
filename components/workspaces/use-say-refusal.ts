"use client";

import { useCallback } from "react";
import { useTranslations } from "use-intl";
import { useMessage } from "#components/ui/use-message.ts";
import type { Problem } from "#lib/errors.ts";

/** Says why something was refused, with the chain that led there. The words for chains are fetched when there is one. */
export function useSayRefusal(): (problem: Problem) => Promise<string> {
  const t = useTranslations();
  const say = useMessage();
  return useCallback(
    async (problem) => {
      if (!problem.because?.length) return say(problem);
      const words = await import("./item.ts").catch(() => null);
      return words ? words.wholeReason(problem.because, t) : say(problem);
    },
    [t, say],
  );
}
