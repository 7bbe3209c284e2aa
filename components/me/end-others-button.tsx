"use client";

import { useState } from "react";
import { toast } from "#components/ui/toast.ts";
import { useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { useMessage } from "#components/ui/use-message.ts";
import { useCommand } from "#components/workspaces/use-command.ts";
import { endOtherSessions } from "#lib/me/actions.ts";

/** Absent where there is no other session. */
export function EndOthersButton() {
  const t = useTranslations();
  const say = useMessage();
  const run = useCommand();
  const [open, setOpen] = useState(false);
  const [pending, setPending] = useState(false);

  async function end() {
    setPending(true);
    const result = await run(() => endOtherSessions({}));
    setPending(false);
    setOpen(false);
    if (result.ok) toast.success(t("me.password.ended", { count: result.value.endedSessions }));
    else toast.error(say(result.error));
  }

  return (
    <>
      <Button onClick={() => setOpen(true)}>{t("me.sessions.endOthers")}</Button>
      <ConfirmDialog
        open={open}
        onOpenChange={setOpen}
        title={t("me.sessions.endOthersTitle")}
        action={t("me.sessions.endOthersSubmit")}
        danger
        pending={pending}
        onConfirm={end}
      >
        <p>{t("me.sessions.endOthersText")}</p>
      </ConfirmDialog>
    </>
  );
}
