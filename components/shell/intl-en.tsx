"use client";

import messages from "#lib/i18n/messages/en.json" with { type: "json" };
import type { IntlProps } from "./intl.tsx";
import { ReaderIntl } from "./intl.tsx";

// One module a language: a browser loads the messages of its own once, as a cached file, and not with every page.
export function IntlEnglish(props: IntlProps) {
  return <ReaderIntl language="en" messages={messages} {...props} />;
}
