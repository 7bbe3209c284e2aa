import { array, config, number, object, string, union, type ZodType } from "zod";
import type { Message } from "#lib/errors.ts";
import { message, readMessage } from "#lib/message.ts";

export * as z from "zod"; // in this form a bundler can leave out what nobody uses

// Every schema takes `z` from here, so that what a schema refuses is a message of lib/i18n and not English prose. A
// message travels as text (forms know nothing else): its key, and its values behind a question mark.

config({
  customError: (issue) => {
    switch (issue.code) {
      case "too_small":
        if (issue.origin === "string") {
          return Number(issue.minimum) <= 1
            ? "fields.required"
            : message("fields.too_short", { min: Number(issue.minimum) });
        }
        return message(issue.origin === "array" ? "fields.too_few" : "fields.too_small", {
          min: Number(issue.minimum),
        });
      case "too_big":
        if (issue.origin === "string") return message("fields.too_long", { max: Number(issue.maximum) });
        return message(issue.origin === "array" ? "fields.too_many" : "fields.too_big", { max: Number(issue.maximum) });
      case "invalid_type":
        return issue.input === undefined || issue.input === null ? "fields.required" : "fields.invalid";
      default:
        return "fields.invalid";
    }
  },
});

/** A string of at most `max` code points, as people count characters: an emoji outside the BMP is one. */
export function text(max: number, min = 0) {
  const length = (value: string) => Array.from(value).length;
  return string()
    .max(max * 4, message("fields.too_long", { max })) // cheap bound before anything looks at the characters
    .refine((value) => length(value) >= min, min <= 1 ? "fields.required" : message("fields.too_short", { min }))
    .refine((value) => !value.includes("\0") && value.isWellFormed(), "fields.control_characters") // or no database keeps it
    .refine((value) => length(value) <= max, message("fields.too_long", { max }));
}

/** What a list is searched for, as it stands in an address. What no database keeps is left out: it finds nothing anyway. */
export const searchText = string()
  .max(256)
  .default("")
  .transform((value) => value.replaceAll("\0", "").toWellFormed());

/** Where a page of a list begins, as lib/cursor.ts wrote it: the longest one has 1,200 letters of three bytes. */
export const cursorText = string().max(6_000).optional();

/** Counts above this read "1,000+". */
export const COUNTED_TO = 1_000;

/** A page of a list as it leaves the house. */
export function pageOf<V extends ZodType>(view: V) {
  return object({
    data: array(view),
    page: object({
      /** Number of the first row of this page, from 1; 0 when there is none. */
      from: number(),
      nextCursor: string().nullable(),
      previousCursor: string().nullable(),
      /** Exact up to COUNTED_TO, then null. */
      total: number().nullable(),
    }),
  });
}

const parts = union([string().max(10_000), array(string().max(10_000)).max(100)])
  .default([])
  .transform((value) => [value].flat().flatMap((part) => part.split(",")));

/** A list in an address: `status=NORMAL,DISABLED`. What is not one of the words is left out, so an old link still works. */
export function words<const W extends readonly [string, ...string[]]>(all: W) {
  return parts.transform((said) => all.filter((word): word is W[number] => said.includes(word)));
}

/** Ids in an address, each once; what no id looks like is left out. At most 100. */
export function idsLike(pattern: RegExp) {
  return parts.transform((said) => [...new Set(said)].filter((id) => pattern.test(id)).slice(0, 100));
}

/** The sentence beside each field, from what zod found. The first finding of a field counts. */
export function toFields(issues: readonly { path: PropertyKey[]; message: string }[]): Record<string, Message> {
  const fields: Record<string, Message> = {};
  for (const issue of issues) fields[issue.path.join(".")] ??= readMessage(issue.message);
  return fields;
}
