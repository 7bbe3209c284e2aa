"use client";

import { useTranslations } from "use-intl";
import { SavedBy } from "#components/ui/conflict-dialog.tsx";
import { NoticeBanner } from "#components/ui/notice-banner.tsx";
import type { Saved } from "#components/ui/use-conflict.ts";
import type { WorkspaceJson } from "../api.ts";
import { useFacts } from "../use-facts.ts";

type Props = { before: WorkspaceJson; now: WorkspaceJson; saved: Saved };

/** Over a dialog's form, after somebody else changed the workspace that it is about. */
export function ChangedNotice({ before, now, saved }: Props) {
  const t = useTranslations();
  const changes = useFacts()(before, now);
  return (
    <NoticeBanner role="alert" tone="warn" title={t("ui.conflict.title")}>
      <p>
        <SavedBy saved={saved} />
        {t("ui.conflict.notDone")}
      </p>
      {changes.length === 0 ? (
        <p>{t("workspaces.changed.elsewhere")}</p>
      ) : (
        <ul className="mt-1 list-disc pl-4">
          {changes.map(({ label, before: was, now: is }) => (
            <li key={label}>
              {t("workspaces.changed.line", {
                label,
                before: was || t("ui.conflict.empty"),
                now: is || t("ui.conflict.empty"),
              })}
            </li>
          ))}
        </ul>
      )}
    </NoticeBanner>
  );
}
