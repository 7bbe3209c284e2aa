"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { toast } from "#components/ui/toast.ts";
import { useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import { CancelButton, Dialog, DialogBody, DialogFooter } from "#components/ui/dialog.tsx";
import { useDialogGuard } from "#components/ui/dialog-context.ts";
import { NoticeBanner } from "#components/ui/notice-banner.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { useMessage } from "#components/ui/use-message.ts";
import { useCommand } from "#components/workspaces/use-command.ts";
import { deleteUser } from "#lib/accounts/actions.ts";
import type { UserView } from "#lib/accounts/schema.ts";
import type { Problem } from "#lib/errors.ts";
import { COUNTED_TO } from "#lib/validation.ts";
import { userQuery, type UserNow } from "./api.ts";
import { OwnedWorkspaces } from "./owned-workspaces.tsx";

type Props = { user: UserView; onClose: () => void };

/** Asks before a user is deleted; who owns workspaces is told which, and where to hand them over. */
export function DeleteDialog({ user, onClose }: Props) {
  const t = useTranslations();
  const { data, error, refetch } = useQuery({ ...userQuery(user.id), staleTime: 0 });
  return (
    <Dialog open onOpenChange={onClose} title={t("accounts.delete.title", { name: user.name })}>
      {data ? (
        <Question user={data} onClose={onClose} onLook={refetch} />
      ) : (
        <>
          <DialogBody>
            {error ? (
              <NoticeBanner role="alert" tone="danger">
                {t("accounts.loadFailed")}
              </NoticeBanner>
            ) : (
              <div role="status" aria-label={t("accounts.details.loading")} className="grid gap-2">
                <Skeleton className="h-4 w-full" />
                <Skeleton className="h-4 w-2/3" />
                <Skeleton className="h-4 w-1/2" />
              </div>
            )}
          </DialogBody>
          <DialogFooter>
            <CancelButton />
            {error ? <Button onClick={() => void refetch()}>{t("ui.retry")}</Button> : null}
          </DialogFooter>
        </>
      )}
    </Dialog>
  );
}

type QuestionProps = { user: UserNow; onClose: () => void; onLook: () => Promise<unknown> };

function Question({ user, onClose, onLook }: QuestionProps) {
  const t = useTranslations();
  const say = useMessage();
  const run = useCommand();
  const [pending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<Problem>();
  useDialogGuard(false, pending);
  const losses = useLosses(user);
  const { workspaces } = user;
  const blocked = workspaces.data.length > 0 || workspaces.hidden;
  const refused = user.refusals.delete;

  async function remove() {
    setPending(true);
    const result = await run(() => deleteUser({ id: user.id, version: user.version }));
    if (!result.ok) await onLook(); // a second press goes by what there is now
    setPending(false);
    if (!result.ok) return setRefusal(result.error);
    onClose();
    toast.success(t("accounts.delete.done", { name: user.name }));
  }

  return (
    <>
      <DialogBody>
        {refusal ? (
          <NoticeBanner role="alert" tone="danger">
            {say(refusal)}
          </NoticeBanner>
        ) : null}
        {blocked ? (
          <NoticeBanner tone="warn" title={t("accounts.delete.blocked")}>
            <p className="mb-1">{t("accounts.delete.blockedText")}</p>
            <OwnedWorkspaces ownerId={user.id} workspaces={workspaces} transfer />
          </NoticeBanner>
        ) : (
          <>
            <p>{t(losses.length > 0 ? "accounts.delete.textWith" : "accounts.delete.text")}</p>
            {losses.length > 0 ? (
              <ul className="list-disc pl-5">
                {losses.map((loss) => (
                  <li key={loss}>{loss}</li>
                ))}
              </ul>
            ) : null}
            <p className="text-muted">{t("accounts.delete.log")}</p>
          </>
        )}
      </DialogBody>
      <DialogFooter>
        <CancelButton />
        <Button
          variant="danger"
          pending={pending}
          reason={refused ? say(refused) : undefined}
          onClick={() => void remove()}
        >
          {t("accounts.delete.submit")}
        </Button>
      </DialogFooter>
    </>
  );
}

/** What goes along with the account, in words. */
function useLosses({ memberships, groups, agencies, permissions }: UserNow): string[] {
  const t = useTranslations();
  const counted = [
    { key: "accounts.delete.memberships", count: memberships ?? COUNTED_TO },
    { key: "accounts.delete.groups", count: groups.data.length + groups.more },
    { key: "accounts.delete.agencies", count: agencies.data.length + agencies.more },
    { key: "accounts.delete.permissions", count: permissions.length },
  ] as const;
  return counted.filter(({ count }) => count > 0).map(({ key, count }) => t(key, { count }));
}
