import { createTranslator } from "use-intl/core";
import type { Messages as AllMessages } from "use-intl/core";
import { FORMATS } from "./formats.ts";
import type { Language } from "./languages.ts";
import en from "./messages/en.json" with { type: "json" };
import zhCN from "./messages/zh-CN.json" with { type: "json" };

// Keys are checked by the compiler against the English file; that both files agree is checked by messages.test.ts.
declare module "use-intl" {
  interface AppConfig {
    Locale: Language;
    Messages: typeof en;
  }
}

const MESSAGES: Record<Language, AllMessages> = { en, "zh-CN": zhCN };

/** Translates by key, anywhere: `translator("en")("errors.not_found")`. Keys that come from data go through `tell` (tell.ts). */
export function translator(language: Language) {
  return (made[language] ??= make(language));
}

/** One a language: it keeps what it has parsed, and every page says the same things. */
const made: Partial<Record<Language, ReturnType<typeof make>>> = {};

function make(language: Language) {
  return createTranslator({ locale: language, messages: MESSAGES[language], formats: FORMATS, timeZone: "UTC" });
}

export type T = ReturnType<typeof translator>;
export type MessageKey = Parameters<T["has"]>[0];
