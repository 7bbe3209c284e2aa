/**
 * Text as it is compared and searched: NFKC and case-folded, so that width, ligatures and case make no difference, nor
 * what nobody sees (variation selectors, fillers). Upper case first: `ß`, `ẞ` and `SS` meet, and so do the two small sigmas.
 */
export function fold(text: string): string {
  const visible = text.normalize("NFKC").replace(/\p{Default_Ignorable_Code_Point}/gu, "");
  return visible.toUpperCase().toLowerCase().replaceAll("ς", "σ").normalize("NFKC");
}
