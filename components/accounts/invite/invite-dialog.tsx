"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import type { Invited } from "#lib/accounts/schema.ts";
import { InviteForm } from "./invite-form.tsx";
import type { Recognised } from "./recognise.ts";
import { InviteResults } from "./invite-results.tsx";

export type Results = {
  /** What the server made of those that were sent, in order. */
  rows: readonly Invited[];
  /** Rows of the list that were not sent. */
  left: readonly Recognised[];
};

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
        {results ? (
          <InviteResults results={results} onDone={() => show(false)} />
        ) : (
          <InviteForm onResults={setResults} />
        )}
      </Dialog>
    </>
  );
}
