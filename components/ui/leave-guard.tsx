"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { ConfirmDialog } from "./confirm-dialog.tsx";
import { plainLink } from "./plain-link.ts";

/** The address that a click would lead to and that would take this page away; null when it stays. */
function leadsAway(event: MouseEvent): string | null {
  const to = plainLink(event); // to another origin, the browser asks by itself
  if (to === null) return null;
  const { pathname, search } = new URL(to, location.origin);
  return pathname === location.pathname && search === location.search ? null : to;
}

/** Asks before a page is left on which something was typed and not saved. */
export function LeaveGuard({ when }: { when: boolean }) {
  const t = useTranslations();
  const router = useRouter();
  const [to, setTo] = useState<string | null>(null);

  useEffect(() => {
    if (!when) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    const stop = (event: MouseEvent) => {
      const href = leadsAway(event);
      if (href === null) return;
      event.preventDefault();
      event.stopPropagation();
      setTo(href);
    };
    window.addEventListener("beforeunload", ask);
    window.addEventListener("click", stop, { capture: true }); // before any link of the page hears of it
    return () => {
      window.removeEventListener("beforeunload", ask);
      window.removeEventListener("click", stop, { capture: true });
    };
  }, [when]);

  return (
    <ConfirmDialog
      open={to !== null}
      onOpenChange={(open) => !open && setTo(null)}
      title={t("ui.discard.title")}
      action={t("ui.discard.discard")}
      danger
      onConfirm={() => {
        setTo(null);
        if (to !== null) router.push(to);
      }}
    >
      <p>{t("ui.discard.text")}</p>
    </ConfirmDialog>
  );
}
