/** The toolbar and its place before it is there have the same size. */
export const TOOLBAR = {
  whole: "mb-3 flex items-start gap-2 max-md:flex-col max-md:items-stretch",
  filters: "flex min-w-0 flex-1 flex-wrap items-center gap-2",
  aside: "flex justify-end gap-2",
} as const;
