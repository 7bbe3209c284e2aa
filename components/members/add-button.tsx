"use client";

import dynamic from "next/dynamic";
import { parseAsString, useQueryState } from "nuqs";
import { useTranslations } from "use-intl";
import { undisturbed } from "#components/shell/live-changes.ts";
import { Button } from "#components/ui/button.tsx";
import { orAnew } from "#components/ui/or-anew.ts";
import { useMembers } from "./use-members.ts";

const AddDialog = dynamic(() => orAnew(() => import("./add/add-dialog.tsx")).then((file) => file.AddDialog), {
  ssr: false,
});

/** The page's main action with its dialog, which can be linked to: `?add=1`. */
export function AddButton() {
  const t = useTranslations();
  const { place, refusals } = useMembers();
  const [adding, setAdding] = useQueryState("add", parseAsString);
  return (
    <>
      <Button variant="primary" reason={refusals.edit} onClick={() => undisturbed(() => void setAdding("1"))}>
        {t("members.add.action")}
      </Button>
      {adding !== null && refusals.edit === null ? (
        <AddDialog place={place} onClose={() => undisturbed(() => void setAdding(null), { closes: true })} />
      ) : null}
    </>
  );
}
