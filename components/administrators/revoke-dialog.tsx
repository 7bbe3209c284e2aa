"use client";

import { useState } from "react";
import { toast } from "#components/ui/toast.ts";
import { useTranslations } from "use-intl";
import { fetchUser } from "#components/accounts/api.ts";
import { usePermissionName } from "#components/accounts/use-permission-name.ts";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { NoticeBanner } from "#components/ui/notice-banner.tsx";
import { useMessage } from "#components/ui/use-message.ts";
import { useCommand } from "#components/workspaces/use-command.ts";
import { setPermissions } from "#lib/administrators/actions.ts";
import { grantableOf } from "#lib/administrators/rules.ts";
import type { AdministratorView } from "#lib/administrators/schema.ts";
import type { Message } from "#lib/errors.ts";

type Props = { administrator: AdministratorView; onClose: () => void };

/** Asks before all permissions of a person are taken; lists them as they are, also when that changed meanwhile. */
export function RevokeDialog({ administrator: { id, name, ...opened }, onClose }: Props) {
  const t = useTranslations();
  const say = useMessage();
  const run = useCommand();
  const permissionName = usePermissionName();
  const [seen, setSeen] = useState({ version: opened.version, permissions: opened.permissions });
  const [pending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<Message>();

  async function revoke() {
    setPending(true);
    const result = await run(() => setPermissions({ id, version: seen.version, permissions: [] }));
    const now = !result.ok && result.error.code === "stale" ? await fetchUser(id).catch(() => null) : null;
    setPending(false);
    if (now) setSeen({ version: now.version, permissions: grantableOf(now.permissions) });
    if (!result.ok) return setRefusal(result.error);
    onClose();
    toast.success(t("administrators.revoke.done", { name }));
  }

  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={t("administrators.revoke.title", { name })}
      action={t("administrators.revoke.submit")}
      danger
      pending={pending}
      onConfirm={() => void revoke()}
    >
      {refusal ? (
        <NoticeBanner role="alert" tone="danger">
          {say(refusal)}
        </NoticeBanner>
      ) : null}
      <ul className="list-disc pl-5">
        {seen.permissions.map((permission) => (
          <li key={permission}>{permissionName(permission)}</li>
        ))}
      </ul>
      <p>{t("administrators.revoke.text")}</p>
    </ConfirmDialog>
  );
}
