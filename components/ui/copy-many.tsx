"use client";

import { type MouseEvent, type PointerEvent, type ReactElement, type ReactNode, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { COPIED_MS, copy, type Copied } from "./copy-button.tsx";
import { cx } from "./cx.ts";
import { toast } from "./toast.ts";

/** A CopyButton for rows that are drawn by the hundred, inside of a CopyMany: an element alone. `label`: "Copy <name>". */
export function copyButton(value: string, label: string, className?: string): ReactElement {
  return (
    <button
      type="button"
      data-copy={value}
      aria-label={label}
      className={cx("copy-button sign sign-copy", className)}
    />
  );
}

/** Listens to all copy buttons inside, and tells what came of it. */
export function CopyMany({ children }: { children: ReactNode }) {
  const t = useTranslations();
  const [state, setState] = useState<"idle" | Copied>("idle");
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  async function press({ target }: MouseEvent) {
    const button = copyOf(target);
    if (!button) return;
    clearTimeout(timer.current);
    setState("idle"); // or it would not be told again
    const came = await copy(button.dataset.copy ?? "");
    setState(came);
    mark(button, came === "done");
    timer.current = setTimeout(() => setState("idle"), COPIED_MS);
    if (came === "failed") toast.error(t("ui.copyFailed"));
  }
  return (
    <div className="contents" onClick={press} onPointerOver={nameIt}>
      {children}
      <span role="status" className="sr-only">
        {state === "done" ? t("ui.copied") : ""}
      </span>
    </div>
  );
}

function copyOf(target: EventTarget): HTMLElement | null {
  return target instanceof HTMLElement ? target.closest<HTMLElement>("[data-copy]") : null;
}

function nameIt({ target }: PointerEvent) {
  const button = copyOf(target);
  if (button) button.title = button.ariaLabel ?? "";
}

function mark({ classList }: HTMLElement, done: boolean) {
  if (!done) return;
  classList.add("sign-done", "text-ok");
  setTimeout(() => classList.remove("sign-done", "text-ok"), COPIED_MS);
}
