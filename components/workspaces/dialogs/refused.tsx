"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import { DialogBody, DialogFooter } from "#components/ui/dialog.tsx";
import { useDialog } from "#components/ui/dialog-context.ts";
import { NoticeBanner } from "#components/ui/notice-banner.tsx";
import { Reasons } from "#components/ui/states.tsx";

type Props = { children: ReactNode; steps?: ReactNode[]; action?: ReactNode };

/** In place of a dialog's form: why it cannot be filled in. */
export function Refused({ children, steps = [], action }: Props) {
  const t = useTranslations();
  const dialog = useDialog();
  return (
    <>
      <DialogBody>
        <NoticeBanner role="alert" tone="warn">
          {children}
        </NoticeBanner>
        {steps.length > 0 ? <Reasons steps={steps} /> : null}
      </DialogBody>
      <DialogFooter>
        {action}
        <Button onClick={dialog?.requestClose}>{t("ui.close")}</Button>
      </DialogFooter>
    </>
  );
}
