"use client";

import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { cx } from "./cx.ts";

type Props = { value: string; className?: string };

/** Puts `value` on the clipboard. `name` says what it is: "Copy <name>". */
export function CopyButton({ name, value, className }: Props & { name: string }) {
  const label = useTranslations()("ui.copy", { name });
  const [near, setNear] = useState(false);
  const [state, setState] = useState<"idle" | Copied>("idle");

  useEffect(() => {
    if (state === "idle") return;
    const timer = setTimeout(() => setState("idle"), COPIED_MS);
    return () => clearTimeout(timer);
  }, [state]);

  const approach = () => setNear(true);
  return (
    <>
      <button
        type="button"
        onClick={async () => {
          approach();
          setState(await copy(value));
        }}
        onPointerEnter={approach}
        onFocus={approach}
        aria-label={label}
        title={near ? label : undefined}
        className={cx("copy-button sign", state === "done" ? "sign-done text-ok" : "sign-copy", className)}
      />
      {near ? <CopyTold state={state} /> : null}
    </>
  );
}

export const COPIED_MS = 2_000;
export type Copied = "done" | "failed";

/** It fails without https or a permission; the value itself can still be selected. */
export async function copy(value: string): Promise<Copied> {
  try {
    await navigator.clipboard.writeText(value);
    return "done";
  } catch {
    return "failed";
  }
}

/** There before it says something, or nobody is told. */
export function CopyTold({ state }: { state: "idle" | Copied }) {
  const t = useTranslations();
  return (
    <span role="status" className={state === "failed" ? "text-xs text-danger" : "sr-only"}>
      {state === "done" ? t("ui.copied") : state === "failed" ? t("ui.copyFailed") : ""}
    </span>
  );
}
