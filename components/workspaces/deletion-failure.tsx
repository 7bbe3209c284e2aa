"use client";

import { useTranslations } from "use-intl";
import { useMessage } from "#components/ui/use-message.ts";
import type { WorkspaceView } from "#lib/workspaces/schema.ts";
import { useStepName } from "./step-name.ts";

/** The step, the thing and the reason with which a deletion failed. */
export function DeletionFailure({ deletion }: { deletion: WorkspaceView["deletion"] }) {
  const t = useTranslations();
  const say = useMessage();
  const stepName = useStepName();
  const failure = deletion?.failure;
  if (!failure) return <p>{t("workspaces.why.unknown")}</p>;
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
      <dt className="text-muted">{t("workspaces.why.step")}</dt>
      <dd>{stepName(failure.step)}</dd>
      {failure.resource && failure.resource !== failure.step ? (
        <>
          <dt className="text-muted">{t("workspaces.why.resource")}</dt>
          <dd className="wrap-anywhere">{stepName(failure.resource)}</dd>
        </>
      ) : null}
      <dt className="text-muted">{t("workspaces.why.reason")}</dt>
      <dd className="wrap-anywhere">{say(failure.reason)}</dd>
    </dl>
  );
}
