"use client";

import { Tabs } from "radix-ui";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { useTranslations } from "use-intl";
import { Dialog } from "#components/ui/dialog.tsx";
import { useDialogGuard } from "#components/ui/dialog-context.ts";
import type { RosterView } from "#lib/rosters/schema.ts";
import { recognise } from "../api.ts";
import type { RosterSet } from "../sets.ts";
import { PasteTab } from "./paste-tab.tsx";
import { SearchTab } from "./search-tab.tsx";
import { useAdding } from "./use-adding.ts";
import { usePaste } from "./use-paste.ts";

type Props = { set: RosterSet; roster: RosterView; open: boolean; onClose: () => void };

/** People are found one by one, or pasted as a list; going from one to the other loses nothing. */
export function AddDialog({ set, roster, open, onClose }: Props) {
  const t = useTranslations();
  return (
    <Dialog open={open} onOpenChange={onClose} title={t(`rosters.${set}.addTo`, { name: roster.name })} wide>
      <Ways set={set} roster={roster} onClose={onClose} />
    </Dialog>
  );
}

const TAB =
  "-mb-px min-h-9 border-b-2 border-transparent px-0.5 text-muted hover:text-text data-[state=active]:border-accent data-[state=active]:font-medium data-[state=active]:text-text";
/** Both stay as they are while the other one is shown. */
const CONTENT = "flex min-h-0 flex-1 flex-col outline-none data-[state=inactive]:hidden";

function Ways({ set, roster, onClose }: Omit<Props, "open">) {
  const t = useTranslations();
  const [way, setWay] = useState("search");
  const search = useForm<{ people: string[] }>({ defaultValues: { people: [] } });
  const sending = useAdding(set, roster);
  const paste = usePaste((entries) => recognise(set, roster.id, entries));
  useDialogGuard(search.formState.isDirty || paste.text.trim() !== "", sending.progress !== null);

  /** Who was added in one way waits no more in the other one. */
  async function add(people: readonly string[]) {
    const rest = new Set(await sending.add(people));
    const added = new Set(people.filter((id) => !rest.has(id)));
    const picked = search.getValues("people").filter((id) => !added.has(id));
    search.setValue("people", picked, { shouldDirty: true });
    return [...rest];
  }
  const adding = { ...sending, add };

  /** Everything of one way is done: what waits in the other one is not lost. */
  function done() {
    if (way === "search" && paste.text.trim() !== "") setWay("paste");
    else if (way === "paste" && search.getValues("people").length > 0) {
      paste.keepOnly([]);
      setWay("search");
    } else onClose();
  }

  return (
    <Tabs.Root value={way} onValueChange={setWay} className="flex min-h-0 flex-1 flex-col">
      <Tabs.List aria-label={t("rosters.add.ways")} className="mx-5 flex gap-5 border-b border-border">
        <Tabs.Trigger value="search" className={TAB}>
          {t("rosters.add.search")}
        </Tabs.Trigger>
        <Tabs.Trigger value="paste" className={TAB}>
          {t("rosters.add.paste")}
        </Tabs.Trigger>
      </Tabs.List>
      <Tabs.Content value="search" forceMount className={CONTENT} tabIndex={-1}>
        <SearchTab set={set} roster={roster} form={search} adding={adding} onDone={done} />
      </Tabs.Content>
      <Tabs.Content value="paste" forceMount className={CONTENT} tabIndex={-1}>
        <PasteTab set={set} paste={paste} adding={adding} onDone={done} />
      </Tabs.Content>
    </Tabs.Root>
  );
}
