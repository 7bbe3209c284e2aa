"use client";

import { useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import { ErrorState } from "#components/ui/states.tsx";
import { useRecovery } from "./use-recovery.ts";

/** A page that could not be rendered. Where the server itself cannot answer, it comes back without being asked. */
export function PageFailed({ error, retry }: { error: unknown; retry: () => void }) {
  const t = useTranslations();
  const { waiting, digest } = useRecovery(error, retry);
  return (
    <ErrorState
      level="h1"
      title={t(waiting ? "shell.error.waitingTitle" : "shell.error.title")}
      action={<Button onClick={retry}>{t("ui.retry")}</Button>}
    >
      <p>{t(waiting ? "shell.error.waiting" : "shell.error.text")}</p>
      {digest ? <p className="mt-2 font-mono text-xs">{t("shell.error.reference", { digest })}</p> : null}
    </ErrorState>
  );
}
