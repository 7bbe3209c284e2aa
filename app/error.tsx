"use client";

import { useTranslations } from "use-intl";
import { useRecovery } from "#components/shell/use-recovery.ts";
import { Button } from "#components/ui/button.tsx";
import { ErrorState } from "#components/ui/states.tsx";

/** A page that could not be rendered. Where the server itself cannot answer, it comes back without being asked. */
export default function PageError({ error, retry }: { error: unknown; retry: () => void }) {
  const t = useTranslations();
  const { waiting, digest } = useRecovery(error, retry);
  return (
    <main>
      <ErrorState
        level="h1"
        title={t(waiting ? "shell.error.waitingTitle" : "shell.error.title")}
        action={<Button onClick={retry}>{t("ui.retry")}</Button>}
      >
        <p>{t(waiting ? "shell.error.waiting" : "shell.error.text")}</p>
        {digest ? <p className="mt-2 font-mono text-xs">{t("shell.error.reference", { digest })}</p> : null}
      </ErrorState>
    </main>
  );
}
