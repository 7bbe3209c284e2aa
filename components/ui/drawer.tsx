"use client";

import { X } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import { useRef, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Button } from "./button.tsx";
import { cx } from "./cx.ts";
import { MODAL } from "./modal.ts";

type Props = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  side?: "left" | "right";
  /** Room for more than a few lines. */
  wide?: boolean;
  /** Where the focus goes when it closes, if not to what had it before. */
  returnTo?: () => HTMLElement | null;
  children: ReactNode;
};

/** A panel from the side for looking closer; the page behind stays where it was. */
export function Drawer({ open, onOpenChange, title, side = "right", wide = false, returnTo, children }: Props) {
  const t = useTranslations();
  const openedBy = useRef<Element | null>(null);
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 animate-appear bg-scrim" />
        <Radix.Content
          {...MODAL}
          onOpenAutoFocus={() => (openedBy.current = document.activeElement)}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            const back = returnTo?.() ?? openedBy.current;
            if (back instanceof HTMLElement) back.focus();
          }}
          aria-describedby={undefined}
          className={cx(
            "fixed inset-y-0 z-40 flex animate-appear flex-col overflow-y-auto border-border bg-surface shadow-float outline-none",
            wide ? "w-[min(600px,calc(100vw-24px))]" : "w-[min(420px,calc(100vw-48px))]",
            side === "left" ? "left-0 animate-slide border-r" : "right-0 border-l",
          )}
        >
          <header className="sticky top-0 flex items-center gap-4 border-b border-border bg-surface px-4 py-2">
            <Radix.Title className="flex-1 font-semibold">{title}</Radix.Title>
            <Button
              variant="ghost"
              size="icon"
              aria-label={t("ui.close")}
              onClick={() => onOpenChange(false)}
              icon={<X size={16} aria-hidden />}
            />
          </header>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
