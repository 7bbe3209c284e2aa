"use client";

import { useTranslations } from "use-intl";
import { NoticeBanner } from "#components/ui/notice-banner.tsx";
import { OWNER } from "#lib/access/roles.ts";
import type { Step } from "#lib/access/types.ts";
import type { WorkspaceJson } from "../api.ts";

/** What changes for the one who owns it now: for the reader, when it is theirs. */
export function Consequences({ workspace, toMyself }: { workspace: WorkspaceJson; toMyself: boolean }) {
  const t = useTranslations();
  const because: readonly Step[] = workspace.may.modify.because;
  const superAdmin = because.some(({ rule }) => rule === "super_admin");
  const mine = workspace.roles.includes(OWNER);
  const sleeps = workspace.authorizationType === "PRIVATE";
  const owner = workspace.owner.name;

  if (mine && superAdmin) return <NoticeBanner tone="info">{t("workspaces.transfer.mineAsSuperAdmin")}</NoticeBanner>;
  if (mine) {
    return (
      <NoticeBanner tone="warn" title={t("workspaces.transfer.warning")}>
        {t(sleeps ? "workspaces.transfer.minePrivate" : "workspaces.transfer.mine")}
      </NoticeBanner>
    );
  }
  return (
    <NoticeBanner tone="info">
      <p>{t(sleeps ? "workspaces.transfer.othersPrivate" : "workspaces.transfer.others", { owner })}</p>
      {toMyself ? <p>{t("workspaces.transfer.toYourself")}</p> : null}
    </NoticeBanner>
  );
}
