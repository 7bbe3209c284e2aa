import { PASSWORD } from "#lib/testing/factories.ts";
import type { UseCase } from "#lib/use-case.ts";
import { z } from "#lib/validation.ts";

/** What is used here of a JSON schema. */
type Shape = {
  type?: string | string[];
  properties?: Record<string, Shape>;
  items?: Shape;
  anyOf?: Shape[];
  enum?: unknown[];
  const?: unknown;
  pattern?: string;
  minimum?: number;
  exclusiveMinimum?: number;
};

export type Input = Record<string, unknown>;

/** Words for fields whose schema says no more than "a string", by the field's name. */
const WORDS: Record<string, string> = {
  role: "visitor",
  roles: "visitor",
  publicRole: "visitor",
  from: "visitor",
  replacement: "visitor",
  expiresAt: "2099-01-01T00:00:00Z",
  timeZone: "Europe/Berlin",
  password: PASSWORD,
  currentPassword: PASSWORD,
  cursor: "",
  at: "2026-01-01T00:00:00.000000Z",
};

export function shapeOf(useCase: UseCase): Shape {
  return z.toJSONSchema(useCase.input, { io: "input", unrepresentable: "any" }) as Shape;
}

/**
 * An input that a use case takes, every field filled, from its own schema. Where a field wants an id, one of `ids` that
 * fits stands there.
 */
export function anInput(useCase: UseCase, ids: readonly string[]): Input {
  return valueOf("", shapeOf(useCase), ids) as Input;
}

function valueOf(field: string, shape: Shape, ids: readonly string[]): unknown {
  const type = [shape.type].flat()[0];
  if (shape.const !== undefined) return shape.const;
  if (shape.enum) return shape.enum[0];
  if (shape.anyOf) return valueOf(field, shape.anyOf[0]!, ids);
  if (type === "object") return mapValues(shape.properties ?? {}, (each, name) => valueOf(name, each, ids));
  if (type === "array") return (shape.items?.anyOf ?? [shape.items ?? {}]).map((each) => valueOf(field, each, ids));
  if (type === "integer" || type === "number") return shape.minimum ?? (shape.exclusiveMinimum ?? 0) + 1;
  if (type === "boolean") return false;
  const pattern = shape.pattern && new RegExp(shape.pattern, "u");
  const fresh = crypto.randomUUID().slice(0, 6);
  if (field === "nonce") return crypto.randomUUID().replaceAll("-", "");
  if (field === "email") return `robin-${fresh}@nobody.test`;
  return (pattern && ids.find((id) => pattern.test(id))) ?? WORDS[field] ?? `word-${fresh}`;
}

/** The same ids with other digits: nobody ever had them. */
export function neverIssued(ids: readonly string[]): string[] {
  return ids.map((id) => id.replace(/[0-9a-f]{16}$/, () => crypto.randomUUID().replaceAll("-", "").slice(0, 16)));
}

/** What somebody may send in place of anything. */
export const JUNK: readonly unknown[] = [
  { contains: "" },
  "x".repeat(1 << 20),
  "\u0000",
  "a\u0000b",
  "\ud800",
  "",
  " ",
  "%_\\'\"",
  "ws-0000000000000000",
  "2026-13-45T99:99:99Z",
  -1,
  1e308,
  2 ** 53,
  Number.NaN,
  true,
  null,
  [],
  [[]],
  ["\u0000"],
  { __proto__: null, constructor: { prototype: {} } },
];

/** An input with one junk value at a time, at the top, in each field, and in each list. */
export function junkInputs(useCase: UseCase, ids: readonly string[]): unknown[] {
  const good = anInput(useCase, ids);
  const fields = Object.keys(good);
  const lists = fields.filter((field) => Array.isArray(good[field]));
  return JUNK.flatMap((junk) => [
    junk,
    ...fields.map((field) => ({ ...good, [field]: junk })),
    ...lists.map((field) => ({ ...good, [field]: [junk] })),
  ]);
}

function mapValues<A, B>(object: Record<string, A>, change: (value: A, key: string) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value, key)]));
}
