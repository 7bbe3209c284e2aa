"use client";

import type { ReactNode } from "react";
import { useCallback, useState } from "react";
import { useTranslations } from "use-intl";
import { NoticeBanner } from "#components/ui/notice-banner.tsx";
import type { Problem } from "#lib/errors.ts";
import { lastReason } from "../item.ts";

/** Says over a form why the decision refused it: the step that decided, in words. Give `look` to `useSubmit` as `onProblem`. */
export function useRefusal(): { shown: ReactNode; look: (problem: Problem) => boolean; clear: () => void } {
  const t = useTranslations();
  const [said, setSaid] = useState<string | null>(null);
  const look = useCallback(
    ({ because = [] }: Problem) => {
      setSaid(because.length > 0 ? lastReason(because, t) : null);
      return because.length > 0;
    },
    [t],
  );
  const clear = useCallback(() => setSaid(null), []);
  const shown = said ? (
    <NoticeBanner role="alert" tone="danger">
      {said}
    </NoticeBanner>
  ) : null;
  return { shown, look, clear };
}
