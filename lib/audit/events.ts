import { fold } from "#lib/fold.ts";
import en from "#lib/i18n/messages/en.json" with { type: "json" };
import zhCN from "#lib/i18n/messages/zh-CN.json" with { type: "json" };

/** The events, dots as underscores, whose words in any language contain the text: people search for what they read. */
export function eventsInWords(text: string): string[] {
  const wanted = fold(text);
  const found = [en, zhCN].flatMap(({ audit }) =>
    Object.entries(audit.events).filter(([, said]) => fold(said).includes(wanted)),
  );
  return [...new Set(found.map(([event]) => event))];
}
