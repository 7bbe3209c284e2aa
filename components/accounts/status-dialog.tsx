"use client";

import { useState } from "react";
import { toast } from "#components/ui/toast.ts";
import { useTranslations } from "use-intl";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { useCommand } from "#components/workspaces/use-command.ts";
import { disableUser, enableUser } from "#lib/accounts/actions.ts";
import type { UserView } from "#lib/accounts/schema.ts";
import type { Problem } from "#lib/errors.ts";
import { RefusalNotice } from "./refusal-notice.tsx";
import { useCurrent } from "./use-current.ts";

type Props = { user: UserView; onClose: () => void };

/** Asks before an account is closed or opened again. */
export function StatusDialog({ user, onClose }: Props) {
  const t = useTranslations();
  const run = useCommand();
  const { current, now, look } = useCurrent(user);
  const [pending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<Problem>();
  const act = user.status === "DISABLED" ? "enable" : "disable"; // what was asked for, whatever it is by now

  async function change() {
    setPending(true);
    const command = act === "enable" ? enableUser : disableUser;
    const result = await run(() => command({ id: user.id, version: current.version }));
    if (!result.ok) await look(result.error);
    setPending(false);
    if (!result.ok) return setRefusal(result.error);
    onClose();
    toast.success(t(`accounts.${act}.done`, { name: current.name }));
  }

  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={t(`accounts.${act}.title`, { name: user.name })}
      action={t(`accounts.${act}.submit`)}
      pending={pending}
      onConfirm={change}
    >
      <RefusalNotice refusal={refusal} before={user} now={now} />
      <p>{t(`accounts.${act}.text`)}</p>
    </ConfirmDialog>
  );
}
