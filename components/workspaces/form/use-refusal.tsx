"use client";

import type { ReactNode } from "react";
import { useCallback, useState } from "react";
import { useTranslations } from "use-intl";
import { NoticeBanner } from "#components/ui/notice-banner.tsx";
import type { Problem } from "#lib/errors.ts";
import { useMessage } from "#components/ui/use-message.ts";
import { wholeReason } from "../item.ts";
import { RaiseLimitLink } from "../raise-limit-link.tsx";

/** Says over a form why the decision refused it: the step that decided, in words, or the limit and who can raise it. Give `look` to `useSubmit` as `onProblem`. */
export function useRefusal(): { shown: ReactNode; look: (problem: Problem) => boolean; clear: () => void } {
  const t = useTranslations();
  const say = useMessage();
  const [said, setSaid] = useState<ReactNode>(null);
  const look = useCallback(
    (problem: Problem) => {
      const { because = [], code, data } = problem;
      if (code === "limit_reached") {
        const mayRaise = typeof data === "object" && data !== null && "mayRaise" in data && data.mayRaise === true;
        setSaid(
          <>
            {say(problem)} {mayRaise ? <RaiseLimitLink /> : null}
          </>,
        );
        return true;
      }
      setSaid(because.length > 0 ? wholeReason(because, t) : null);
      return because.length > 0;
    },
    [say, t],
  );
  const clear = useCallback(() => setSaid(null), []);
  const shown = said ? (
    <NoticeBanner role="alert" tone="danger">
      {said}
    </NoticeBanner>
  ) : null;
  return { shown, look, clear };
}
