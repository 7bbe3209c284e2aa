"use client";

import messages from "#lib/i18n/messages/zh-CN.json" with { type: "json" };
import type { IntlProps } from "./intl.tsx";
import { ReaderIntl } from "./intl.tsx";

export function IntlChinese(props: IntlProps) {
  return <ReaderIntl language="zh-CN" messages={messages} {...props} />;
}
