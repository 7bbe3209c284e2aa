"use client";

import { Ellipsis } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import { RowActions } from "#components/ui/table.tsx";
import type { RosterView } from "#lib/rosters/schema.ts";
import { ChangeDialogs } from "./change-dialogs.tsx";
import { RosterMenu } from "./menu.tsx";
import { ModifyDialog } from "./modify-dialog.tsx";
import type { RosterSet } from "./sets.ts";
import type { Change } from "./use-change.ts";

/** What can be done with one in the list. */
export function RosterOperations({ set, roster }: { set: RosterSet; roster: RosterView }) {
  const t = useTranslations();
  const [open, setOpen] = useState<"modify" | Change | null>(null);
  const close = () => setOpen(null);
  return (
    <RowActions>
      <Button variant="link" onClick={() => setOpen("modify")}>
        {t("rosters.modify.action")}
      </Button>
      <Button variant="link-danger" onClick={() => setOpen("remove")}>
        {t("rosters.remove.submit")}
      </Button>
      <RosterMenu roster={roster} onAsk={setOpen}>
        <Button
          size="icon"
          variant="ghost"
          className="-my-1.5"
          aria-label={t("rosters.more", { name: roster.name })}
          icon={<Ellipsis size={16} aria-hidden />}
        />
      </RosterMenu>
      <ModifyDialog set={set} roster={roster} open={open === "modify"} onOpenChange={close} />
      <ChangeDialogs set={set} roster={roster} asking={open === "modify" ? null : open} onClose={close} />
    </RowActions>
  );
}
