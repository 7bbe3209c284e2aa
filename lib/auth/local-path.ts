const HERE = "http://atrium.invalid";

/** A path of ours, from `?next=`; null for everything that would lead elsewhere (`//host`, `/\host`, `https:…`). */
export function localPath(text: unknown): string | null {
  if (typeof text !== "string" || text.length > 2_000 || !text.startsWith("/")) return null;
  if (!URL.canParse(text, HERE)) return null;
  const { origin, pathname, search, hash } = new URL(text, HERE);
  if (origin !== HERE || pathname.startsWith("//")) return null;
  return pathname + search + hash;
}
