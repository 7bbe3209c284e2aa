"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { InviteForm } from "./invite-form.tsx";
import { InviteResults } from "./invite-results.tsx";
import type { Results } from "./results.ts";

/** "Invite several": first the list, then what came of it. */
export function InviteDialog() {
  const t = useTranslations();
  const [open, setOpen] = useState(false);
  const [results, setResults] = useState<Results>();

  function show(next: boolean) {
    setOpen(next);
    setResults(undefined);
  }

  return (
    <>
      <Button onClick={() => show(true)}>{t("accounts.invite.title")}</Button>
      <Dialog
        open={open}
        onOpenChange={show}
        title={t(results ? "accounts.invite.done" : "accounts.invite.title")}
        description={results ? undefined : t("accounts.invite.text")}
        wide
      >
        {results ? <InviteResults results={results} /> : <InviteForm onResults={setResults} />}
      </Dialog>
    </>
  );
}
