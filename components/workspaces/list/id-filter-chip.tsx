"use client";

import { useTranslations } from "use-intl";
import { FilterPicker } from "#components/ui/filter-picker.tsx";
import type { IdFilter } from "#lib/workspaces/schema.ts";
import { fetchFilterOptions } from "../api.ts";

type Named = { id: string; name: string };
/** What the ids in the address are called, as far as the reader may know. */
export type Chosen = Record<IdFilter, readonly Named[]>;

const option = ({ id, name }: Named) => ({ value: id, label: name });

/** Owner or enterprise project: of the workspaces that one sees. */
export function IdFilterChip({ of, known }: { of: IdFilter; known: readonly Named[] }) {
  const t = useTranslations();
  return (
    <FilterPicker
      param={of}
      label={t(`workspaces.fields.${of}`)}
      known={known.map(option)}
      source={{
        queryKey: ["workspaces", "filter", of],
        load: async (search, signal) => (await fetchFilterOptions(of, search, signal)).map(option),
      }}
    />
  );
}
