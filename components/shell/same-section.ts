/** The same section of another workspace: /w/a/members/… becomes /w/b/members. */
export function sameSection(path: string, slug: string): string {
  const [, first, , section] = path.split("/");
  const target = `/w/${encodeURIComponent(slug)}`;
  return first === "w" && section ? `${target}/${section}` : target;
}
