"use client";

import { useTranslations } from "use-intl";
import { SavedBy } from "#components/ui/conflict-dialog.tsx";
import { NoticeBanner } from "#components/ui/notice-banner.tsx";
import { useMessage } from "#components/ui/use-message.ts";
import type { UserView } from "#lib/accounts/schema.ts";
import type { Problem } from "#lib/errors.ts";
import type { UserNow } from "./api.ts";
import { useFacts } from "./use-facts.ts";

type Props = {
  refusal: Problem | undefined;
  /** As the page showed the user, and as they are now, if that was looked up. */
  before: UserView;
  now: UserNow | null;
};

/** Why a question could not be answered with yes; and what somebody else changed, where that is the reason. */
export function RefusalNotice({ refusal, before, now }: Props) {
  const t = useTranslations();
  const say = useMessage();
  const facts = useFacts();
  if (!refusal) return null;
  if (refusal.code !== "stale" || !now) {
    return (
      <NoticeBanner role="alert" tone="danger">
        {say(refusal)}
      </NoticeBanner>
    );
  }
  const changes = facts(before, now);
  return (
    <NoticeBanner role="alert" tone="warn" title={t("ui.conflict.title")}>
      <p>
        <SavedBy saved={now.last ?? { by: null, at: null }} />
        {t("ui.conflict.notDone")}
      </p>
      {changes.length === 0 ? <p>{t("ui.conflict.elsewhere")}</p> : null}
      <ul className="list-disc pl-4">
        {changes.map(({ label, before: was, now: is }) => (
          <li key={label}>{t("accounts.changed", { label, before: was, now: is })}</li>
        ))}
      </ul>
    </NoticeBanner>
  );
}
