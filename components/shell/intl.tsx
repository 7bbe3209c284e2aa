"use client";

import type { ReactNode } from "react";
import { useSyncExternalStore } from "react";
import type { Messages } from "use-intl";
import { IntlProvider } from "use-intl";
import { FORMATS } from "#lib/i18n/formats.ts";
import type { Language } from "#lib/i18n/languages.ts";

export type IntlProps = {
  /** IANA name of the profile's zone; without one the browser's own counts. */
  timeZone?: string;
  /** When the server rendered, so that the first client render says the same. */
  now: number;
  children: ReactNode;
};

const never = () => () => {};

export function ReaderIntl({
  language,
  messages,
  timeZone,
  now,
  children,
}: IntlProps & { language: Language; messages: Messages }) {
  const zone = useSyncExternalStore(
    never,
    () => timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => timeZone ?? "UTC",
  );
  return (
    <IntlProvider locale={language} messages={messages} timeZone={zone} formats={FORMATS} now={new Date(now)}>
      {children}
    </IntlProvider>
  );
}
