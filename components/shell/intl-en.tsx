"use client";

import messages from "#lib/i18n/messages/en.json" with { type: "json" };
import type { IntlProps } from "./intl.tsx";
import { ReaderIntl } from "./intl.tsx";

export function IntlEnglish(props: IntlProps) {
  return <ReaderIntl language="en" messages={messages} {...props} />;
}
