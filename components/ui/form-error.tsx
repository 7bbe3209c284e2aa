"use client";

import { useEffect, useRef } from "react";
import type { Control, FieldValues } from "react-hook-form";
import { useFormState } from "react-hook-form";
import { useTranslations } from "use-intl";
import { readMessage } from "#lib/message.ts";
import { NoticeBanner } from "./notice-banner.tsx";
import { useMessage } from "./use-message.ts";

/** What the server said about the form as a whole. Stands at the head of the fields and is read out. */
export function FormError<V extends FieldValues, C, O>({ control }: { control: Control<V, C, O> }) {
  const t = useTranslations();
  const say = useMessage();
  const { errors } = useFormState({ control });
  const ref = useRef<HTMLDivElement>(null);
  const text = errors.root?.message;

  useEffect(() => {
    if (text) ref.current?.scrollIntoView({ block: "nearest" });
  }, [text]);

  if (!text) return null;
  const requestId = readMessage(text).params?.requestId;
  return (
    <div ref={ref}>
      <NoticeBanner role="alert" tone="danger">
        <p>{say(text)}</p>
        {text === "errors.new_version" ? <Anew /> : null}
        {requestId ? <p className="font-mono text-xs text-muted">{t("errors.requestId", { requestId })}</p> : null}
      </NoticeBanner>
    </div>
  );
}

/** The page as it is now, beside this one: what was typed here can be copied. */
function Anew() {
  const t = useTranslations();
  return (
    <button
      type="button"
      className="min-h-6 rounded-sm font-medium text-accent underline"
      onClick={() => window.open(location.href, "_blank", "noopener")}
    >
      {t("ui.newTab")}
    </button>
  );
}
