"use client";

import { X } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import type { FormEventHandler, MouseEvent, ReactNode } from "react";
import { useCallback, useMemo, useRef, useState } from "react";
import type { Control, FieldValues } from "react-hook-form";
import { useFormState } from "react-hook-form";
import { useTranslations } from "use-intl";
import { Button } from "./button.tsx";
import { cx } from "./cx.ts";
import { DialogContext, useDialog, useDialogGuard, type Guard, type Loss } from "./dialog-context.ts";
import { useDialogNotice } from "./dialog-notice.ts";
import { DiscardQuestion } from "./discard-question.tsx";
import { MODAL } from "./modal.ts";
import { NoticeBanner } from "./notice-banner.tsx";
import { giveBack, opener } from "./opener.ts";

type Props = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Its accessible name too. */
  title: string;
  description?: ReactNode;
  /** The content: DialogBody and DialogFooter, or a DialogForm with both. Mounted only while open. */
  children: ReactNode;
  wide?: boolean;
};

/** The first thing to fill in gets the focus, not the close button; without one, the dialog itself, so that it is read out. */
function focusFirstField(content: HTMLElement) {
  const field = content.querySelector<HTMLElement>(
    "input:not([type=hidden], :disabled, [type=radio]:not(:checked)), textarea:not(:disabled), select:not(:disabled)",
  );
  (content.querySelector<HTMLElement>("[data-autofocus]") ?? field ?? content).focus();
}

const SHEET = "max-md:min-h-full max-md:w-full max-md:rounded-none max-md:border-0";

/** A task in a box of 560 px (a sheet on narrow screens): the body scrolls, title and footer stay. */
export function Dialog({ open, onOpenChange, title, description, children, wide = false }: Props) {
  const t = useTranslations();
  const [container, setContainer] = useState<HTMLElement | null>(null);
  const [asking, setAsking] = useState<{ loss?: Loss } | null>(null);
  const notice = useDialogNotice();
  const openedBy = useRef<HTMLElement | null>(null);
  const guard = useRef<Guard>({ dirty: false, busy: false });

  const setGuard = useCallback((next: Guard) => {
    guard.current = next;
  }, []);
  const requestClose = useCallback(() => {
    if (guard.current.busy) return;
    if (guard.current.dirty) setAsking({ loss: guard.current.loss });
    else onOpenChange(false);
  }, [onOpenChange]);
  const context = useMemo(() => ({ container, requestClose, setGuard }), [container, requestClose, setGuard]);

  function discard() {
    setAsking(null);
    onOpenChange(false);
  }

  return (
    <Radix.Root open={open} onOpenChange={(next) => (next ? onOpenChange(true) : requestClose())}>
      <Radix.Portal>
        <Radix.Overlay
          data-print="none"
          className="fixed inset-0 z-40 grid animate-appear grid-cols-[minmax(0,1fr)] items-start justify-items-center overflow-y-auto bg-scrim md:py-[min(72px,8vh)]"
        >
          <Radix.Content
            {...MODAL}
            ref={setContainer}
            {...(description ? {} : { "aria-describedby": undefined })}
            onOpenAutoFocus={(event) => {
              event.preventDefault();
              openedBy.current = opener();
              if (event.currentTarget instanceof HTMLElement) focusFirstField(event.currentTarget);
            }}
            onCloseAutoFocus={(event) => {
              event.preventDefault();
              giveBack(openedBy.current);
            }}
            onEscapeKeyDown={(event) => {
              if (!asking) return;
              event.preventDefault();
              setAsking(null);
            }}
            onInteractOutside={(event) => {
              // A notice in the corner may be used without closing the task.
              if (event.target instanceof Element && event.target.closest("[data-sonner-toaster]"))
                event.preventDefault();
            }}
            className={cx(
              "relative flex max-h-[calc(100dvh-2*min(72px,8vh))] animate-rise flex-col rounded-2xl border border-border bg-surface text-text shadow-float outline-none max-md:max-h-none",
              wide ? "md:w-[760px]" : "md:w-[560px]",
              SHEET,
            )}
          >
            <DialogContext value={context}>
              <div inert={asking !== null} className="flex min-h-0 flex-1 flex-col">
                <header className="flex items-start gap-4 px-5 pt-4.5 pb-1">
                  <div className="min-w-0 flex-1">
                    <Radix.Title className="text-lg font-semibold tracking-[-0.01em] wrap-anywhere">
                      {title}
                    </Radix.Title>
                    {description ? <Radix.Description className="text-muted">{description}</Radix.Description> : null}
                  </div>
                  <Button
                    variant="ghost"
                    size="icon"
                    aria-label={t("ui.close")}
                    className="-mt-1 -mr-2"
                    onClick={requestClose}
                    icon={<X size={16} aria-hidden />}
                  />
                </header>
                {notice ? (
                  <div className="px-5 pt-3">
                    <NoticeBanner tone="warn" role="alert">
                      {notice}
                    </NoticeBanner>
                  </div>
                ) : null}
                {children}
              </div>
              {asking ? (
                <DiscardQuestion loss={asking.loss} onKeep={() => setAsking(null)} onDiscard={discard} />
              ) : null}
            </DialogContext>
          </Radix.Content>
        </Radix.Overlay>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** The part that scrolls. */
export function DialogBody({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <div
      data-dialog-body
      className={cx(
        "grid min-h-0 flex-1 grid-cols-[minmax(0,1fr)] content-start gap-4 overflow-y-auto overscroll-contain px-5 pt-3 pb-5 max-md:overflow-visible",
        className,
      )}
    >
      {children}
    </div>
  );
}

/**
 * Leaving a field checks it, and what is said then would move the buttons away from under the pointer, so that the press
 * is lost: pressing a button here leaves the field no sooner than it acts. A picker must be left: it takes what was typed.
 */
function stayInField(event: MouseEvent) {
  if (document.activeElement?.getAttribute("role") !== "combobox") event.preventDefault();
}

/** Stays at the bottom: Cancel first, the one action last. `note` stands at the left. */
export function DialogFooter({ children, note }: { children: ReactNode; note?: ReactNode }) {
  return (
    <footer
      onMouseDown={stayInField}
      className="sticky bottom-0 flex flex-wrap items-center justify-end gap-2 rounded-b-2xl border-t border-border bg-surface px-5 py-3.5 max-md:rounded-none"
    >
      {note ? <div className="mr-auto text-sm text-muted">{note}</div> : null}
      {children}
    </footer>
  );
}

/** Closes the dialog around it, after asking when something was typed. */
export function CancelButton() {
  const t = useTranslations();
  const dialog = useDialog();
  return <Button onClick={dialog?.requestClose}>{t("ui.cancel")}</Button>;
}

type FormProps<V extends FieldValues, C, O> = {
  control: Control<V, C, O>;
  onSubmit: FormEventHandler<HTMLFormElement>;
  children: ReactNode;
};

/** The form of a dialog: cannot be closed by accident once something was typed, nor while it is being sent. */
export function DialogForm<V extends FieldValues, C, O>({ control, onSubmit, children }: FormProps<V, C, O>) {
  const { isDirty, isSubmitting } = useFormState({ control });
  useDialogGuard(isDirty, isSubmitting);
  return (
    <form noValidate onSubmit={onSubmit} aria-busy={isSubmitting || undefined} className="flex min-h-0 flex-1 flex-col">
      {children}
    </form>
  );
}
