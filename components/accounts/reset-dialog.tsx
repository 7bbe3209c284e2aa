"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import { CancelButton, Dialog, DialogBody, DialogFooter } from "#components/ui/dialog.tsx";
import { useDialogGuard } from "#components/ui/dialog-context.ts";
import { useCommand } from "#components/workspaces/use-command.ts";
import { resetPassword } from "#lib/accounts/actions.ts";
import type { UserView } from "#lib/accounts/schema.ts";
import type { Problem } from "#lib/errors.ts";
import { OneTimeLink } from "./one-time-link.tsx";
import { RefusalNotice } from "./refusal-notice.tsx";
import { useCurrent } from "./use-current.ts";

type Props = { user: UserView; onClose: () => void };

/** Asks, then shows the new link. */
export function ResetDialog({ user, onClose }: Props) {
  const t = useTranslations();
  const [made, setMade] = useState<{ email: string; link: string }>();
  const title = user.status === "INVITED" ? "accounts.reset.invitedTitle" : "accounts.reset.title";
  return (
    <Dialog open onOpenChange={onClose} title={t(title, { name: user.name })}>
      {made ? <OneTimeLink {...made} onDone={onClose} /> : <Question user={user} onMade={setMade} />}
    </Dialog>
  );
}

function Question({ user, onMade }: { user: UserView; onMade: (made: { email: string; link: string }) => void }) {
  const t = useTranslations();
  const run = useCommand();
  const { current, now, look } = useCurrent(user);
  const [pending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<Problem>();
  useDialogGuard(false, pending);

  async function reset() {
    setPending(true);
    const result = await run(() => resetPassword({ id: user.id, version: current.version }));
    if (!result.ok) await look(result.error);
    setPending(false);
    if (result.ok) return onMade(result.value);
    setRefusal(result.error);
  }

  return (
    <>
      <DialogBody>
        <RefusalNotice refusal={refusal} before={user} now={now} />
        <p>{t(user.status === "INVITED" ? "accounts.reset.invitedText" : "accounts.reset.text")}</p>
      </DialogBody>
      <DialogFooter>
        <CancelButton />
        <Button variant="primary" pending={pending} onClick={reset}>
          {t("accounts.reset.submit")}
        </Button>
      </DialogFooter>
    </>
  );
}
