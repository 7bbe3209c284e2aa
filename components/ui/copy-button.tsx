"use client";

import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { cx } from "./cx.ts";

/** Puts `value` on the clipboard. `name` says what it is: "Copy <name>". */
export function CopyButton({ value, name, className }: { value: string; name: string; className?: string }) {
  const t = useTranslations();
  const [state, setState] = useState<"idle" | "done" | "failed">("idle");

  useEffect(() => {
    if (state === "idle") return;
    const timer = setTimeout(() => setState("idle"), 2000);
    return () => clearTimeout(timer);
  }, [state]);

  async function copy() {
    try {
      await navigator.clipboard.writeText(value);
      setState("done");
    } catch {
      setState("failed"); // no clipboard without https or a permission; the value itself can still be selected
    }
  }

  return (
    <span data-print="none" className={cx("inline-flex items-center", className)}>
      <button
        type="button"
        onClick={copy}
        aria-label={t("ui.copy", { name })}
        title={t("ui.copy", { name })}
        className="grid size-6 place-items-center rounded-md text-faint hover:bg-hover hover:text-text"
      >
        {state === "done" ? <Check size={14} className="text-ok" aria-hidden /> : <Copy size={14} aria-hidden />}
      </button>
      <span role="status" className={state === "failed" ? "text-xs text-danger" : "sr-only"}>
        {state === "done" ? t("ui.copied") : state === "failed" ? t("ui.copyFailed") : ""}
      </span>
    </span>
  );
}
