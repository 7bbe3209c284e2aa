import roles from "#lib/access/roles.json" with { type: "json" };
import { fold } from "#lib/fold.ts";

/** Letters of any script, digits, `_` and `-`. */
export const NAME = { max: 64, pattern: /^[\p{L}\p{M}\p{Nd}_-]+$/u } as const;
export const DESCRIPTION_MAX = 256;
/** Custom roles of one workspace, and of the tenant: as many as a matrix can be read. */
export const MOST_ROLES = 200;

// Letters of other scripts, and digits, that look like a Latin letter in most typefaces; after folding, so lower case. An
// upper-case I is folded to i, and looks like l.
const LOOKALIKES = new Map(
  Object.entries({
    a: "аɑα",
    b: "ьв",
    c: "сϲ",
    d: "ԁ",
    e: "её",
    g: "ɡ",
    h: "һн",
    j: "јϳ",
    k: "кκ",
    l: "1iіїıιӏ",
    m: "м",
    n: "пη",
    o: "0оοσ",
    p: "рρ",
    q: "ԛ",
    s: "ѕ",
    t: "тτ",
    u: "υ",
    v: "ѵν",
    w: "ԝω",
    x: "хχ",
    y: "уү",
  }).flatMap(([latin, others]) => [...others].map((other) => [other, latin] as const)),
);

/** Two names with the same key are one to whoever reads them: `Trainer`, `ＴＲＡＩＮＥＲ`, and `Тrаinеr` in part Cyrillic. */
export function nameKey(name: string): string {
  return [...fold(name)].map((letter) => LOOKALIKES.get(letter) ?? letter).join("");
}

/** Names of built-in roles cannot have the same separators: `algorithm-developer` reads like “Algorithm Developer”. */
function bare(name: string): string {
  return nameKey(name).replace(/[^\p{L}\p{M}\p{Nd}]/gu, "");
}

// As people read them: their ids, names and aliases, and what the console calls them in Chinese.
const CHINESE = [
  "所有者",
  "管理员",
  "算法开发",
  "算法运维",
  "标注管理员",
  "访客",
  "MaxCompute 开发",
  "超级管理员",
] as const;
const BUILT_IN = new Set(
  [...roles.roles.flatMap(({ id, name, alias = [] }) => [id, name, ...alias]), "Super Admin", ...CHINESE].map(bare),
);

/** Whether a name is, or looks like, that of a built-in role. */
export function isBuiltInName(name: string): boolean {
  return BUILT_IN.has(bare(name));
}
