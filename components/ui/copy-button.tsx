"use client";

import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { cx } from "./cx.ts";

type Props = { value: string; className?: string };

/** Puts `value` on the clipboard. `name` says what it is: "Copy <name>". */
export function CopyButton({ name, ...props }: Props & { name: string }) {
  return <LabelledCopyButton label={useTranslations()("ui.copy", { name })} {...props} />;
}

/** The same for where there are many, their labels made together. Until somebody comes near it, it is its button alone. */
export function LabelledCopyButton({ value, label, className }: Props & { label: string }) {
  const [near, setNear] = useState(false);
  const [state, setState] = useState<"idle" | "done" | "failed">("idle");

  useEffect(() => {
    if (state === "idle") return;
    const timer = setTimeout(() => setState("idle"), 2000);
    return () => clearTimeout(timer);
  }, [state]);

  async function copy() {
    setNear(true);
    try {
      await navigator.clipboard.writeText(value);
      setState("done");
    } catch {
      setState("failed"); // no clipboard without https or a permission; the value itself can still be selected
    }
  }

  const approach = () => setNear(true);
  return (
    <>
      <button
        type="button"
        onClick={copy}
        onPointerEnter={approach}
        onFocus={approach}
        aria-label={label}
        title={near ? label : undefined}
        className={cx("copy-button sign", state === "done" ? "sign-done text-ok" : "sign-copy", className)}
      />
      {near ? <Told state={state} /> : null}
    </>
  );
}

/** There before it says something, or nobody is told. */
function Told({ state }: { state: "idle" | "done" | "failed" }) {
  const t = useTranslations();
  return (
    <span role="status" className={state === "failed" ? "text-xs text-danger" : "sr-only"}>
      {state === "done" ? t("ui.copied") : state === "failed" ? t("ui.copyFailed") : ""}
    </span>
  );
}
