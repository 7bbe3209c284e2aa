"use client";

import { useTranslations } from "use-intl";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { Button } from "#components/ui/button.tsx";
import { DialogBody, DialogFooter } from "#components/ui/dialog.tsx";
import { NoticeBanner } from "#components/ui/notice-banner.tsx";

/** The content of a dialog that shows a one-time link, once. */
export function OneTimeLink({ email, link, onDone }: { email: string; link: string; onDone: () => void }) {
  const t = useTranslations();
  return (
    <>
      <DialogBody>
        <p role="status">{t("accounts.link.text", { email })}</p>
        <div className="field-box flex items-center gap-2 py-1.5 pr-1.5 pl-2.5">
          <code className="min-w-0 flex-1 font-mono text-sm break-all select-all">{link}</code>
          <CopyButton value={link} name={t("accounts.link.name")} />
        </div>
        <NoticeBanner tone="warn">{t("accounts.link.once")}</NoticeBanner>
      </DialogBody>
      <DialogFooter>
        <Button variant="primary" data-autofocus onClick={onDone}>
          {t("accounts.link.done")}
        </Button>
      </DialogFooter>
    </>
  );
}
