"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import { RowActions } from "#components/ui/table.tsx";
import { useMessage } from "#components/ui/use-message.ts";
import type { UserView } from "#lib/accounts/schema.ts";
import { ResetDialog } from "./reset-dialog.tsx";
import { StatusDialog } from "./status-dialog.tsx";

/** What can be done with a user; what cannot says why. */
export function UserOperations({ user }: { user: UserView }) {
  const t = useTranslations();
  const say = useMessage();
  const [open, setOpen] = useState<"status" | "reset" | null>(null);
  const act = user.status === "DISABLED" ? "enable" : "disable";
  const refusals = { status: user.refusals[act], reset: user.refusals.reset };
  const reason = (what: keyof typeof refusals) => (refusals[what] ? say(refusals[what]) : undefined);
  return (
    <RowActions>
      {user.status === "DISABLED" ? null : (
        <Button variant="link" reason={reason("reset")} onClick={() => setOpen("reset")}>
          {t(user.status === "INVITED" ? "accounts.reset.invitedAction" : "accounts.reset.action")}
        </Button>
      )}
      <Button variant="link" reason={reason("status")} onClick={() => setOpen("status")}>
        {t(`accounts.${act}.submit`)}
      </Button>
      <ResetDialog user={user} open={open === "reset"} onOpenChange={(next) => setOpen(next ? "reset" : null)} />
      <StatusDialog user={user} open={open === "status"} onOpenChange={(next) => setOpen(next ? "status" : null)} />
    </RowActions>
  );
}
