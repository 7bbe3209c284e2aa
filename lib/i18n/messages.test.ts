import type { MessageFormatElement } from "@formatjs/icu-messageformat-parser";
import { parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import en from "./messages/en.json" with { type: "json" };
import zhCN from "./messages/zh-CN.json" with { type: "json" };

type Tree = { [key: string]: string | Tree };

function flatten(tree: Tree, path: string[] = []): [string, string][] {
  return Object.entries(tree).flatMap(([name, value]): [string, string][] =>
    typeof value === "string" ? [[[...path, name].join("."), value]] : flatten(value, [...path, name]),
  );
}

/** Names of the values and tags that a message takes, those inside the branches of a plural included. */
function parameters(elements: MessageFormatElement[]): string[] {
  const names = elements.flatMap((element): string[] => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return [];
    if (element.type === TYPE.tag) return [`<${element.value}>`, ...parameters(element.children)];
    if (element.type !== TYPE.plural && element.type !== TYPE.select) return [element.value];
    return [element.value, ...Object.values(element.options).flatMap(({ value }) => parameters(value))];
  });
  return [...new Set(names)].sort();
}

const LANGUAGES = { en: new Map(flatten(en)), "zh-CN": new Map(flatten(zhCN)) };
const keys = [...LANGUAGES.en.keys()];

const root = join(import.meta.dirname, "../..");
const sources = ["app", "components", "lib"]
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((file) => join(folder, file)),
  )
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
  .map((file) => ({ file, text: readFileSync(join(root, file), "utf8") }));

test("both languages hold the same messages", () => {
  expect([...LANGUAGES["zh-CN"].keys()].sort()).toEqual([...keys].sort());
});

test("every message can be read, and takes the same values in both languages", () => {
  const read = (language: keyof typeof LANGUAGES) =>
    [...LANGUAGES[language]].map(([key, text]) => {
      try {
        return `${key}: ${parameters(parse(text)).join(" ")}`;
      } catch (error) {
        return `${key}: ${String(error)} in ${language}`;
      }
    });
  expect(read("zh-CN").sort()).toEqual(read("en").sort());
  expect(read("en").filter((line) => line.includes("Error"))).toEqual([]);
});

test("every message is used", () => {
  // A key stands in the code as a whole string (or with its values behind a question mark), or as a template that begins
  // with a written word: `workspaces.status.${status}` uses everything of that form.
  const quoted = sources.flatMap(({ text }) =>
    [...text.matchAll(/["'`]([\w-]+(?:\.[\w-]+)+)["'`?]/g)].map(([, key]) => key),
  );
  const templates = sources
    .flatMap(({ text }) =>
      [...text.matchAll(/`([a-z]\w*\.(?:[\w.-]|\$\{(?:[^{}]|\{[^{}]*\})*\})*)[`?]/g)].map(([, key]) => key ?? ""),
    )
    .filter((template) => template.includes("${"))
    .map((template) =>
      template
        .replaceAll(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, "*")
        .replaceAll(".", "\\.")
        .replaceAll("*", "[\\w-]+"),
    );
  const dynamic = new RegExp(`^(?:${[...new Set(templates)].join("|")})$`);
  const used = new Set(quoted);
  expect(keys.filter((key) => !used.has(key) && !dynamic.test(key))).toEqual([]);
});

test("every key in the code has its message", () => {
  // The compiler knows the literal keys of t("…"). Keys that travel as data are plain strings to it.
  const travelling =
    /(?:\bt(?:\.rich|\.has|\.markup)?\(|\bmessage\(|\bfieldError\([^,()]+,|\bkey[:=]|\bmessage:)\s*["'`]([a-z][\w-]*(?:\.[\w-]+)+)["'`]/g;
  const missing = sources.flatMap(({ file, text }) =>
    [...text.matchAll(travelling)]
      .filter(([, key]) => !LANGUAGES.en.has(key ?? ""))
      .map(([, key]) => `${file}: ${key}`),
  );
  expect(missing).toEqual([]);
});
