"use client";

import { useTranslations } from "use-intl";
import { Button } from "./button.tsx";
import { NoticeBanner } from "./notice-banner.tsx";
import type { Conflict } from "./use-conflict.ts";

/** At the left of a dialog's footer, where nothing moves when it appears: that somebody saved meanwhile. */
export function ConflictNote<V, S>({ conflict: { behind, review } }: { conflict: Conflict<V, S> }) {
  const t = useTranslations();
  return (
    <span role="status">
      {behind ? (
        <span className="inline-flex flex-wrap items-center gap-x-2 text-warn">
          {t("ui.conflict.noticed")}
          <Button variant="link" onClick={review}>
            {t("ui.conflict.review")}
          </Button>
        </span>
      ) : null}
    </span>
  );
}

type Props<V, S> = {
  conflict: Conflict<V, S>;
  /** That somebody saved stands in the footer (ConflictNote). */
  noted?: boolean;
};

/** Over a form: that somebody saved meanwhile, before anything is sent; and after choosing, that saving is still to come. */
export function ConflictNotice<V, S>({ conflict: { behind, settled, review }, noted = false }: Props<V, S>) {
  const t = useTranslations();
  if (behind && !noted) {
    return (
      <NoticeBanner
        role="status"
        tone="warn"
        title={t("ui.conflict.noticed")}
        action={
          <Button size="sm" onClick={review}>
            {t("ui.conflict.review")}
          </Button>
        }
      >
        {t("ui.conflict.kept")}
      </NoticeBanner>
    );
  }
  return settled ? (
    <NoticeBanner role="status" tone="info">
      {t("ui.conflict.settled")}
    </NoticeBanner>
  ) : null;
}
