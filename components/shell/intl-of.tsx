"use client";

import dynamic from "next/dynamic";
import type { Language } from "#lib/i18n/languages.ts";
import type { IntlProps } from "./intl.tsx";

// One module a language: a browser loads the messages of its own once, as a cached file, and neither with every page nor
// those of the other languages. The server names the file in the page, so that it comes with all the others.
const INTL = {
  en: dynamic(() => import("./intl-en.tsx").then((file) => file.IntlEnglish)),
  "zh-CN": dynamic(() => import("./intl-zh-cn.tsx").then((file) => file.IntlChinese)),
} satisfies Record<Language, unknown>;

export function IntlOf({ language, ...props }: IntlProps & { language: Language }) {
  const Intl = INTL[language];
  return <Intl {...props} />;
}
