"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Dialog } from "#components/ui/dialog.tsx";
import type { Place } from "../use-members.ts";
import { AddForm } from "./add-form.tsx";
import { AddResults } from "./add-results.tsx";
import type { Told } from "./use-adding.ts";

/** "Add members to <workspace>"; at the end, how it went with each, where that needs to be told. */
export function AddDialog({ place, onClose }: { place: Place; onClose: () => void }) {
  const t = useTranslations();
  const [told, setTold] = useState<readonly Told[] | null>(null);
  return (
    <Dialog open onOpenChange={onClose} title={t("members.add.title", { name: place.name })} wide>
      {told ? <AddResults told={told} /> : <AddForm place={place} onAdded={onClose} onTold={setTold} />}
    </Dialog>
  );
}
