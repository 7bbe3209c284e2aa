"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { useTranslations } from "use-intl";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { NoticeBanner } from "#components/ui/notice-banner.tsx";
import { useMessage } from "#components/ui/use-message.ts";
import { useCommand } from "#components/workspaces/use-command.ts";
import { disableUser, enableUser } from "#lib/accounts/actions.ts";
import type { UserView } from "#lib/accounts/schema.ts";
import type { Message } from "#lib/errors.ts";

type Props = { user: UserView; open: boolean; onOpenChange: (open: boolean) => void };

/** Asks before an account is closed or opened again. */
export function StatusDialog({ user, open, onOpenChange }: Props) {
  const t = useTranslations();
  const say = useMessage();
  const run = useCommand();
  const router = useRouter();
  const [pending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<Message>();
  const act = user.status === "DISABLED" ? "enable" : "disable";

  function show(next: boolean) {
    onOpenChange(next);
    setRefusal(undefined);
  }

  async function change() {
    setPending(true);
    const command = act === "enable" ? enableUser : disableUser;
    const result = await run(() => command({ id: user.id, version: user.version }));
    setPending(false);
    if (!result.ok) {
      if (result.error.code === "stale") router.refresh(); // a second press goes by what there is now
      return setRefusal(result.error);
    }
    show(false);
    toast.success(t(`accounts.${act}.done`, { name: user.name }));
  }

  return (
    <ConfirmDialog
      open={open}
      onOpenChange={show}
      title={t(`accounts.${act}.title`, { name: user.name })}
      action={t(`accounts.${act}.submit`)}
      pending={pending}
      onConfirm={change}
    >
      {refusal ? (
        <NoticeBanner role="alert" tone="danger">
          {say(refusal)}
        </NoticeBanner>
      ) : null}
      <p>{t(`accounts.${act}.text`)}</p>
    </ConfirmDialog>
  );
}
