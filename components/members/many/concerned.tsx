"use client";

import { useTranslations } from "use-intl";
import { NoticeBanner } from "#components/ui/notice-banner.tsx";
import type { MemberRow } from "#lib/members/schema.ts";

const NAMED = 5;

/** Whom it concerns, the first by name; and that the reader is among them. */
export function Concerned({ members, warning }: { members: readonly MemberRow[]; warning: string }) {
  const t = useTranslations();
  const names = members
    .slice(0, NAMED)
    .map(({ name }) => name)
    .join(t("reasons.separator"));
  const more = members.length - NAMED;
  return (
    <>
      {members.some(({ reachesMe }) => reachesMe) ? <NoticeBanner tone="warn">{warning}</NoticeBanner> : null}
      <p className="text-muted wrap-anywhere">{more > 0 ? t("members.many.names", { names, count: more }) : names}</p>
    </>
  );
}
