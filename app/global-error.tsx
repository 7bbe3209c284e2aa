"use client";

import "./globals.css";
import { useEffect, useState } from "react";
import { useRecovery } from "#components/shell/use-recovery.ts";
import { Button } from "#components/ui/button.tsx";
import { ErrorState } from "#components/ui/states.tsx";
import { matchLanguage } from "#lib/i18n/languages.ts";
import type { T } from "#lib/i18n/translator.ts";

/** The last resort: even the layout around all pages failed, so that there is no language and no theme to rely on. */
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  const { waiting, digest } = useRecovery(error, retry);
  const [t, setT] = useState<T>();

  useEffect(() => {
    const chosen = /(?:^|; )atrium-language=([^;]*)/.exec(document.cookie)?.[1];
    const language = matchLanguage(chosen, navigator.languages.join(","));
    document.documentElement.lang = language;
    void import("#lib/i18n/translator.ts").then(({ translator }) => setT(() => translator(language)));
  }, []);

  return (
    <html lang="en" className="system">
      <body>
        <main>
          {t ? (
            <ErrorState
              level="h1"
              title={t(waiting ? "shell.error.waitingTitle" : "shell.error.title")}
              action={<Button onClick={retry}>{t("ui.retry")}</Button>}
            >
              <p>{t(waiting ? "shell.error.waiting" : "shell.error.text")}</p>
              {digest ? <p className="mt-2 font-mono text-xs">{t("shell.error.reference", { digest })}</p> : null}
            </ErrorState>
          ) : null}
        </main>
      </body>
    </html>
  );
}
