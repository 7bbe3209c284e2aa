"use client";

import { Ellipsis } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { undisturbed } from "#components/shell/live-changes.ts";
import { Button } from "#components/ui/button.tsx";
import { useInAddress } from "#components/ui/use-address.ts";
import type { RosterView } from "#lib/rosters/schema.ts";
import { AddDialog } from "./add/add-dialog.tsx";
import { ChangeDialogs } from "./change-dialogs.tsx";
import { RosterMenu } from "./menu.tsx";
import { ModifyDialog } from "./modify-dialog.tsx";
import { pathOf, type RosterSet } from "./sets.ts";
import type { Change } from "./use-change.ts";

/** The buttons beside the title. Adding can be linked to: `?add=1`. */
export function RosterActions({ set, roster }: { set: RosterSet; roster: RosterView }) {
  const t = useTranslations();
  const router = useRouter();
  const { params, set: setAddress } = useInAddress();
  const adding = params.get("add");
  const [open, setOpen] = useState<"modify" | Change | null>(null);
  const close = () => setOpen(null);
  return (
    <>
      <Button onClick={() => setOpen("modify")}>{t("rosters.modify.action")}</Button>
      <Button className="text-danger" onClick={() => setOpen("remove")}>
        {t("rosters.remove.submit")}
      </Button>
      <Button variant="primary" onClick={() => undisturbed(() => setAddress({ add: "1" }))}>
        {t(`rosters.${set}.add`)}
      </Button>
      <RosterMenu roster={roster} onAsk={setOpen}>
        <Button
          size="icon"
          variant="ghost"
          className="max-md:flex-none!"
          aria-label={t("rosters.more", { name: roster.name })}
          icon={<Ellipsis size={16} aria-hidden />}
        />
      </RosterMenu>
      <AddDialog
        set={set}
        roster={roster}
        open={adding !== null}
        onClose={() => undisturbed(() => setAddress({ add: null }), { closes: true })}
      />
      <ModifyDialog set={set} roster={roster} open={open === "modify"} onOpenChange={close} />
      <ChangeDialogs
        set={set}
        roster={roster}
        asking={open === "modify" ? null : open}
        onClose={close}
        onGone={() => router.push(pathOf(set))}
      />
    </>
  );
}
