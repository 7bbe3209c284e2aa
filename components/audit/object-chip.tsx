"use client";

import { FilterFrame } from "#components/ui/filter-frame.tsx";
import { useFilterValues } from "#components/ui/use-filter-values.ts";

/** Says that entries about one thing are shown alone; it is chosen at an entry. */
export function ObjectChip({ label, id, name }: { label: string; id: string; name: string | null }) {
  const { choose, loading } = useFilterValues("object");
  return (
    <FilterFrame label={label} values={[name ?? id]} loading={loading} onClear={() => choose([])}>
      <code className="block px-2.5 py-1 text-sm">{id}</code>
    </FilterFrame>
  );
}
