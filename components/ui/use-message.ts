"use client";

import { useCallback } from "react";
import { useTranslations } from "use-intl";
import type { Message } from "#lib/errors.ts";
import { tell } from "#lib/i18n/tell.ts";
import { readMessage } from "#lib/message.ts";

/** The sentence for a message that travelled as data: a key with its values, or both as the text that forms carry (`fields.too_long?max=64`). */
export function useMessage(): (message: Message | string) => string {
  const t = useTranslations();
  return useCallback((message) => tell(t, typeof message === "string" ? readMessage(message) : message), [t]);
}
