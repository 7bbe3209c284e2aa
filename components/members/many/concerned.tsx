"use client";

import { NoticeBanner } from "#components/ui/notice-banner.tsx";
import { BulkNames } from "#components/workspaces/bulk/bulk-names.tsx";
import type { MemberRow } from "#lib/members/schema.ts";

/** Whom it concerns, the first by name; and that the reader is among them. */
export function Concerned({ members, warning }: { members: readonly MemberRow[]; warning: string }) {
  return (
    <>
      {members.some(({ reachesMe }) => reachesMe) ? <NoticeBanner tone="warn">{warning}</NoticeBanner> : null}
      <p className="text-muted wrap-anywhere">
        <BulkNames items={members} />
      </p>
    </>
  );
}
