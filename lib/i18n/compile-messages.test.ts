import format from "icu-minify/format";
import { expect, test } from "vitest";
import { createTranslator } from "use-intl/core";
import compileMessages from "./compile-messages.mjs";
import { FORMATS } from "./formats.ts";
import type { Language } from "./languages.ts";
import en from "./messages/en.json" with { type: "json" };
import zhCN from "./messages/zh-CN.json" with { type: "json" };

type Tree = { [key: string]: unknown };

const formatters = {
  getNumberFormat: (...given: ConstructorParameters<typeof Intl.NumberFormat>) => new Intl.NumberFormat(...given),
  getDateTimeFormat: (...given: ConstructorParameters<typeof Intl.DateTimeFormat>) => new Intl.DateTimeFormat(...given),
  getPluralRules: (...given: ConstructorParameters<typeof Intl.PluralRules>) => new Intl.PluralRules(...given),
};

/** A value by any name; a tag shows what it is around. */
function values(count: number) {
  return new Proxy({} as Record<string, never>, {
    ownKeys: () => NAMES,
    getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
    has: () => true,
    get(_, name) {
      if (TAGS.includes(String(name))) return (chunks: unknown) => `[${String(chunks)}]`;
      return MOMENTS.includes(String(name)) ? new Date(Date.UTC(2026, 1, 3, 14, 5)) : count;
    },
  });
}

const said: [Language, Tree][] = [
  ["en", en],
  ["zh-CN", zhCN],
];
const TAGS = [...new Set([...JSON.stringify(said).matchAll(/<(\w+)>/g)].map(([, tag]) => String(tag)))];
const MOMENTS = [...JSON.stringify(said).matchAll(/\{(\w+), (?:date|time)/g)].map(([, name]) => String(name));
const NAMES = [...new Set([...JSON.stringify(said).matchAll(/[{<](\w+)/g)].map(([, name]) => String(name)))];

function leaves(tree: Tree, path: string[] = []): [string, unknown][] {
  return Object.entries(tree).flatMap(([name, value]): [string, unknown][] =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? leaves(value as Tree, [...path, name])
      : [[[...path, name].join("."), value]],
  );
}

test.each(said)("compiled, every message in %s says what it says as it is written", (locale, messages) => {
  const compiled = new Map(leaves(JSON.parse(compileMessages(JSON.stringify(messages))) as Tree));
  const t = createTranslator({ locale, messages, timeZone: "UTC" });
  for (const count of [0, 1, 2, 1234]) {
    const told = (key: string) =>
      [format(compiled.get(key) as string, locale, values(count), { formatters, formats: FORMATS, timeZone: "UTC" })]
        .flat()
        .join("");
    const written = (key: string) =>
      [(t.rich as (key: string, given: object) => unknown)(key, values(count))].flat().join("");
    for (const [key] of leaves(messages)) expect(`${key}: ${told(key)}`).toBe(`${key}: ${written(key)}`);
  }
});
