"use client";

import { Check, Circle, Loader, TriangleAlert } from "lucide-react";
import { useTranslations } from "use-intl";
import { cx } from "#components/ui/cx.ts";
import type { WorkspaceDetails } from "#lib/workspaces/schema.ts";
import { useStepName } from "./step-name.ts";

type Step = NonNullable<WorkspaceDetails["steps"]>[number];

const LOOK: Record<Step["state"], { Icon: typeof Check; mark: string }> = {
  done: { Icon: Check, mark: "text-ok" },
  running: { Icon: Loader, mark: "text-busy" },
  waiting: { Icon: Circle, mark: "text-faint" },
  failed: { Icon: TriangleAlert, mark: "text-danger" },
};

/** How far a deletion is: one line a step, in their order. */
export function DeletionSteps({ steps }: { steps: readonly Step[] }) {
  const t = useTranslations();
  const stepName = useStepName();
  return (
    <ol className="mt-2 grid gap-1">
      {steps.map(({ step, removed, total, state }) => {
        const { Icon, mark } = LOOK[state];
        return (
          <li key={step} className={cx("flex items-center gap-2", state === "waiting" && "text-muted")}>
            <Icon size={14} aria-hidden className={cx("shrink-0", mark)} />
            <span>{stepName(step)}</span>
            <span className="num ml-auto text-sm">
              {total === null
                ? t(`workspaces.stepState.${state}`)
                : t("workspaces.stepCount", { removed, total, state: t(`workspaces.stepState.${state}`) })}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
