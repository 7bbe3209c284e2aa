/**
 * Text as it is compared and searched: NFKC and case-folded, so that width, ligatures and case make no difference.
 * Upper case first: `ß`, `ẞ` and `SS` meet, and so do the two small sigmas.
 */
export function fold(text: string): string {
  return text.normalize("NFKC").toUpperCase().toLowerCase().replaceAll("ς", "σ").normalize("NFKC");
}
