"use client";

import { useTranslations } from "use-intl";
import { FilterPicker } from "#components/ui/filter-picker.tsx";
import type { Option } from "#components/ui/picker-options.ts";
import { fold } from "#lib/fold.ts";
import type { T } from "#lib/i18n/translator.ts";
import { fetchEvents, fetchOptions } from "./api.ts";
import { eventOptions } from "./event-groups.ts";

type Props = { label: string; known: readonly Option[] };

export function EventFilter({ label, known }: Props) {
  const t = useTranslations();
  async function load(search: string, signal: AbortSignal): Promise<Option[]> {
    const wanted = fold(search);
    const options = eventOptions(await fetchEvents(signal), t as T);
    return options.filter((option) => fold(`${option.label}\n${option.hint}\n${option.value}`).includes(wanted));
  }
  return <FilterPicker param="event" label={label} known={known} source={{ queryKey: ["audit", "events"], load }} />;
}

export function ActorFilter({ label, known }: Props) {
  const source = {
    queryKey: ["audit", "actors"],
    load: (search: string, signal: AbortSignal) => fetchOptions("actors", search, signal),
  };
  return <FilterPicker param="actor" label={label} known={known} source={source} />;
}

export function WorkspaceFilter({ label, known }: Props) {
  const source = {
    queryKey: ["audit", "workspaces"],
    load: (search: string, signal: AbortSignal) => fetchOptions("workspaces", search, signal),
  };
  return <FilterPicker param="workspace" label={label} known={known} source={source} />;
}
