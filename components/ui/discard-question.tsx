"use client";

import { useEffect, useId, useRef } from "react";
import { useTranslations } from "use-intl";
import { Button } from "./button.tsx";
import type { Loss } from "./dialog-context.ts";

type Props = { loss?: Loss; onKeep: () => void; onDiscard: () => void };

/** Lies over a dialog whose form would lose what was typed. */
export function DiscardQuestion({ loss, onKeep, onDiscard }: Props) {
  const t = useTranslations();
  const title = useId();
  const text = useId();
  const keep = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    const before = document.activeElement;
    keep.current?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);

  return (
    <div className="absolute -inset-px z-10 grid animate-appear place-items-center rounded-2xl bg-scrim p-4 max-md:fixed max-md:rounded-none">
      <div
        role="alertdialog"
        aria-labelledby={title}
        aria-describedby={text}
        className="w-full max-w-90 rounded-xl border border-border bg-surface p-4 shadow-float"
      >
        <h3 id={title} className="font-semibold">
          {loss?.title ?? t("ui.discard.title")}
        </h3>
        <p id={text} className="mt-1 text-muted">
          {loss?.text ?? t("ui.discard.text")}
        </p>
        <div className="mt-4 flex flex-wrap justify-end gap-2">
          <Button ref={keep} onClick={onKeep}>
            {loss?.keep ?? t("ui.discard.keep")}
          </Button>
          <Button variant="danger" onClick={onDiscard}>
            {loss?.discard ?? t("ui.discard.discard")}
          </Button>
        </div>
      </div>
    </div>
  );
}
