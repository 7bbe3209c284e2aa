"use client";

import { useTranslations } from "use-intl";
import { Button } from "./button.tsx";
import { NoticeBanner } from "./notice-banner.tsx";
import type { Conflict } from "./use-conflict.ts";

/** Over a form: that somebody saved meanwhile, before anything is sent; and after choosing, that saving is still to come. */
export function ConflictNotice<V, S>({ conflict: { behind, settled, review } }: { conflict: Conflict<V, S> }) {
  const t = useTranslations();
  if (behind) {
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
