"use client";

import { Ellipsis } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "#components/ui/dropdown-menu.tsx";
import { RowActions } from "#components/ui/table.tsx";
import { useMessage } from "#components/ui/use-message.ts";
import type { UserView } from "#lib/accounts/schema.ts";
import { useUserDialogs } from "./user-dialogs.tsx";
import { useShownUser } from "./use-shown-user.ts";

/** What can be done with a user; what cannot says why. */
export function UserOperations({ user }: { user: UserView }) {
  const t = useTranslations();
  const say = useMessage();
  const ask = useUserDialogs();
  const [, show] = useShownUser();
  const act = user.status === "DISABLED" ? "enable" : "disable";
  const reason = (refusal: string | null) => (refusal ? say(refusal) : undefined);
  // Who owns workspaces cannot be deleted yet; the dialog says which, and leads there.
  const undeletable = user.refusals.delete === "accounts.refusals.owns_workspaces" ? null : user.refusals.delete;
  return (
    <RowActions>
      <Button variant="link" reason={reason(user.refusals.modify)} onClick={() => ask({ what: "modify", user })}>
        {t("accounts.modify.action")}
      </Button>
      <Button variant="link" reason={reason(user.refusals[act])} onClick={() => ask({ what: "status", user })}>
        {t(`accounts.${act}.submit`)}
      </Button>
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <Button
            variant="ghost"
            size="icon"
            className="-my-1 -ml-1 size-7"
            aria-label={t("accounts.more", { name: user.name })}
            icon={<Ellipsis size={16} aria-hidden />}
          />
        </DropdownMenuTrigger>
        <DropdownMenuContent>
          <DropdownMenuItem onSelect={() => void show(user.id)}>{t("accounts.details.action")}</DropdownMenuItem>
          <DropdownMenuItem reason={reason(user.refusals.reset)} onSelect={() => ask({ what: "reset", user })}>
            {t(user.status === "INVITED" ? "accounts.reset.invitedAction" : "accounts.reset.action")}
          </DropdownMenuItem>
          <DropdownMenuItem danger reason={reason(undeletable)} onSelect={() => ask({ what: "delete", user })}>
            {t("accounts.delete.submit")}
          </DropdownMenuItem>
        </DropdownMenuContent>
      </DropdownMenu>
    </RowActions>
  );
}
