// What an entry held before and after, field by field. Pure.

export type Field = {
  /** Where it stands: `["owner", "name"]`. */
  path: readonly string[];
  kind: "changed" | "added" | "removed" | "same";
  before?: unknown;
  after?: unknown;
};

/** `{ owner: { name: "Mei" } }` → `owner.name`: each leaf, however deep it lies. Lists stay whole. */
function leaves(value: unknown, within: readonly string[] = []): { path: readonly string[]; value: unknown }[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => {
    const path = [...within, name];
    const nested = Array.isArray(each) ? [] : leaves(each, path);
    return nested.length > 0 ? nested : [{ path, value: each }];
  });
}

/** In the order in which the entry names them. What was made had nothing before, and what was removed has nothing after. */
export function fieldsOf(before: unknown, after: unknown): Field[] {
  const key = (path: readonly string[]) => path.join("\0");
  const [was, is] = [leaves(before), leaves(after)];
  const [old, now] = [
    new Map(was.map((leaf) => [key(leaf.path), leaf])),
    new Map(is.map((leaf) => [key(leaf.path), leaf])),
  ];
  const paths = new Map([...was, ...is].map(({ path }) => [key(path), path]));
  return [...paths].map(([name, path]): Field => {
    const [a, b] = [old.get(name), now.get(name)];
    if (!a) return { path, kind: "added", after: b?.value };
    // Where the entry says something about afterwards, a field that is absent there did not change.
    if (!b) return { path, kind: is.length > 0 ? "same" : "removed", before: a.value };
    const same = JSON.stringify(a.value) === JSON.stringify(b.value);
    return { path, kind: same ? "same" : "changed", before: a.value, after: b.value };
  });
}

/** What came into a list and what went, each by its own; null where one of the two is no list of texts. */
export function listChanges(before: unknown, after: unknown): { gone: string[]; came: string[] } | null {
  if (!isTexts(before) || !isTexts(after)) return null;
  return { gone: before.filter((each) => !after.includes(each)), came: after.filter((each) => !before.includes(each)) };
}

export function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((each) => typeof each === "string");
}
