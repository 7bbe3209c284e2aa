"use client";

import type { ReactNode } from "react";
import { Button } from "./button.tsx";
import { CancelButton, Dialog, DialogBody, DialogFooter } from "./dialog.tsx";
import { useDialogGuard } from "./dialog-context.ts";

type Props = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  children: ReactNode;
  /** The verb of the button that does it. */
  action: string;
  danger?: boolean;
  pending?: boolean;
  onConfirm: () => void;
};

/** One question before something is done. Stays open while it is being done; the caller closes it. */
export function ConfirmDialog({
  open,
  onOpenChange,
  title,
  children,
  action,
  danger = false,
  pending = false,
  onConfirm,
}: Props) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={title}>
      <Guard busy={pending} />
      <DialogBody>{children}</DialogBody>
      <DialogFooter>
        <CancelButton />
        <Button variant={danger ? "danger" : "primary"} pending={pending} onClick={onConfirm}>
          {action}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}

function Guard({ busy }: { busy: boolean }) {
  useDialogGuard(false, busy);
  return null;
}
