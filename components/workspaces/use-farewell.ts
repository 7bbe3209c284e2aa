"use client";

import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent } from "react";
import { toast } from "#components/ui/toast.ts";
import { useTranslations } from "use-intl";
import type { SwitcherItem } from "#components/shell/load-workspaces.ts";
import { tellDialogs } from "#components/ui/dialog-notice.ts";
import { modalState, watchModals } from "#components/ui/modal.ts";
import { saidGoodbye } from "./goodbye.ts";

/** Which is open to everybody, always. */
const HOME = "/w/default";
const LONG = 20_000;
/** A dialog that was just closed still takes its name out of the address, which would call a navigation off. */
const AFTER_DIALOG = 200;

/**
 * Leads whoever is in a workspace that is gone to `default`, and says why. Whoever saw the deletion under way is told
 * that it is done; everybody else learns no more than that it is not there for them. Somebody with an open dialog is told
 * there first, and is led away once it is closed: what was typed can still be copied.
 */
export function useFarewell(gone: SwitcherItem | undefined): void {
  const t = useTranslations();
  const router = useRouter();

  const words = useEffectEvent(({ name, status }: SwitcherItem) =>
    status === "DELETING" || status === "DELETE_FAILED"
      ? t("shell.gone.deleted", { name })
      : t("shell.gone.lost", { name }),
  );
  const inDialog = useEffectEvent(({ name }: SwitcherItem) => t("shell.gone.dialog", { name }));
  const lead = useEffectEvent((from: SwitcherItem) => {
    toast.info(words(from), { id: `gone-${from.id}`, description: t("shell.gone.home"), duration: LONG });
    router.replace(HOME);
    router.refresh(); // the frame stays from one page to the next, and what took the workspace away may concern it too
  });

  useEffect(() => {
    if (!gone) return;
    let told = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    function go() {
      if (!gone || timer || saidGoodbye(gone.slug)) return;
      const state = modalState();
      if (state === "open" && !told) tellDialogs(inDialog(gone));
      told ||= state === "open";
      if (state === "none") timer = setTimeout(() => lead(gone), told ? AFTER_DIALOG : 0);
    }
    const end = watchModals(go);
    go();
    return () => {
      end();
      clearTimeout(timer);
      tellDialogs(null);
    };
  }, [gone]);
}
