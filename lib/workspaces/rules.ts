import { fold } from "#lib/fold.ts";

// What a workspace may be called and what comes after which state. Spec §2, §3; ModelArts, Table 1.

export const NAME = { min: 4, max: 64, pattern: /^[\p{L}\p{M}\p{Nd}_-]*$/u } as const;
export const SLUG = { min: 2, max: 63 } as const;
export const DESCRIPTION_MAX = 256;
/** ModelArts, Table 1: at most 500 grants in one submission. */
export const MOST_MEMBERS_AT_ONCE = 500;
/** How many workspaces one can select at once. */
export const MOST_SELECTED = 5_000;

/** Names and slugs that the product keeps for itself, in any case and width. A further one is added here. */
const RESERVED: ReadonlySet<string> = new Set(["default", "system"]);

export function isReserved(nameOrSlug: string): boolean {
  return RESERVED.has(fold(nameOrSlug));
}

/** Two names with the same key are the same name: `Team-A`, `ＴＥＡＭ-ａ` and `team-a`. */
export function nameKey(name: string): string {
  return fold(name);
}

/** What the list's search looks at: name, slug, id and description. */
export function searchKey(workspace: { id: string; name: string; slug: string; description: string }): string {
  return fold([workspace.name, workspace.slug, workspace.id, workspace.description].join("\n"));
}

const SLUG_PATTERN = /^[a-z][a-z0-9.+_@-]*$/;
const LOOKS_LIKE_ID = /^ws-[0-9a-f]{16}$/;

/** Why a text cannot be a slug, as a message key; null when it can. */
export function slugProblem(slug: string): string | null {
  if (slug.length < SLUG.min || slug.length > SLUG.max) return "workspaces.errors.slug_length";
  if (!SLUG_PATTERN.test(slug)) return "workspaces.errors.slug_characters";
  if (slug.includes("--") || slug.endsWith("-")) return "workspaces.errors.slug_hyphens";
  if (LOOKS_LIKE_ID.test(slug)) return "workspaces.errors.slug_like_id";
  if (isReserved(slug)) return "workspaces.errors.reserved";
  return null;
}

/**
 * The slug that a name proposes, from its transliteration to ASCII. Null when too little of it is left to be a name.
 */
export function proposedSlug(transliterated: string): string | null {
  const words = transliterated
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^[^a-z]+/, "");
  const slug = words.slice(0, SLUG.max).replace(/-+$/, "");
  return slugProblem(slug) === null ? slug : null;
}

/** `base`, `base-2`, … `base-99`: what to try in turn. */
export function slugCandidates(base: string): string[] {
  const numbered = Array.from({ length: 98 }, (_, index) => {
    const suffix = `-${index + 2}`;
    return base.slice(0, SLUG.max - suffix.length).replace(/-+$/, "") + suffix;
  });
  return [base, ...numbered];
}

const FIXED_OF_BUILT_IN = ["name", "description", "enterpriseProjectId", "authorizationType"] as const;
type Fixed = Record<(typeof FIXED_OF_BUILT_IN)[number], string>;

/** Spec §2: of a built-in workspace these are fixed; of `default` the members and the public role can be changed. */
export function changesFixed(builtIn: "DEFAULT" | "SYSTEM" | null, before: Fixed, after: Fixed): boolean {
  if (builtIn === null) return false;
  return builtIn === "SYSTEM" || FIXED_OF_BUILT_IN.some((field) => before[field] !== after[field]);
}
