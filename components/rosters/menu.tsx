"use client";

import type { ReactNode } from "react";
import { toast } from "#components/ui/toast.ts";
import { useTranslations } from "use-intl";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "#components/ui/dropdown-menu.tsx";
import { useMessage } from "#components/ui/use-message.ts";
import type { RosterView } from "#lib/rosters/schema.ts";
import type { Change } from "./use-change.ts";

type Props = { roster: RosterView; onAsk: (change: Change) => void; children: ReactNode };

/** What is needed less often, behind the button that is given. */
export function RosterMenu({ roster: { id, status, refusals }, onAsk, children }: Props) {
  const t = useTranslations();
  const say = useMessage();

  async function copyId() {
    try {
      await navigator.clipboard.writeText(id);
      toast.success(t("ui.copied"), { description: id });
    } catch {
      toast.warning(t("ui.copyFailed"), { description: id }); // no clipboard without https
    }
  }

  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>{children}</DropdownMenuTrigger>
      <DropdownMenuContent>
        {status === "ACTIVE" ? (
          <DropdownMenuItem onSelect={() => onAsk("disable")}>{t("rosters.disable.submit")}</DropdownMenuItem>
        ) : (
          <DropdownMenuItem
            reason={refusals.enable ? say(refusals.enable) : undefined}
            onSelect={() => onAsk("enable")}
          >
            {t("rosters.enable.submit")}
          </DropdownMenuItem>
        )}
        <DropdownMenuItem onSelect={() => void copyId()}>{t("rosters.copyId")}</DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
