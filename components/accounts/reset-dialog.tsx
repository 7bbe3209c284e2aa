"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import { CancelButton, Dialog, DialogBody, DialogFooter } from "#components/ui/dialog.tsx";
import { useDialogGuard } from "#components/ui/dialog-context.ts";
import { NoticeBanner } from "#components/ui/notice-banner.tsx";
import { useMessage } from "#components/ui/use-message.ts";
import { useCommand } from "#components/workspaces/use-command.ts";
import { resetPassword } from "#lib/accounts/actions.ts";
import type { UserView } from "#lib/accounts/schema.ts";
import type { Message } from "#lib/errors.ts";
import { OneTimeLink } from "./one-time-link.tsx";

type Props = { user: UserView; open: boolean; onOpenChange: (open: boolean) => void };

/** Asks, then shows the new link. */
export function ResetDialog({ user, open, onOpenChange }: Props) {
  const t = useTranslations();
  const [link, setLink] = useState<string>();
  const invited = user.status === "INVITED";

  function show(next: boolean) {
    onOpenChange(next);
    setLink(undefined);
  }

  return (
    <Dialog
      open={open}
      onOpenChange={show}
      title={t(invited ? "accounts.reset.invitedTitle" : "accounts.reset.title", { name: user.name })}
    >
      {link ? (
        <OneTimeLink email={user.email} link={link} onDone={() => show(false)} />
      ) : (
        <Question user={user} onLink={setLink} />
      )}
    </Dialog>
  );
}

function Question({ user, onLink }: { user: UserView; onLink: (link: string) => void }) {
  const t = useTranslations();
  const say = useMessage();
  const run = useCommand();
  const router = useRouter();
  const [pending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<Message>();
  useDialogGuard(false, pending);

  async function reset() {
    setPending(true);
    const result = await run(() => resetPassword({ id: user.id, version: user.version }));
    setPending(false);
    if (result.ok) return onLink(result.value.link);
    if (result.error.code === "stale") router.refresh(); // a second press goes by what there is now
    setRefusal(result.error);
  }

  return (
    <>
      <DialogBody>
        {refusal ? (
          <NoticeBanner role="alert" tone="danger">
            {say(refusal)}
          </NoticeBanner>
        ) : null}
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
