"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "use-intl";
import { undisturbed } from "#components/shell/live-changes.ts";
import { Button } from "#components/ui/button.tsx";
import { useInAddress } from "#components/ui/use-address.ts";
import { orAnew } from "#components/ui/or-anew.ts";
import { useMembers } from "./use-members.ts";

const AddDialog = dynamic(() => orAnew(() => import("./add/add-dialog.tsx")).then((file) => file.AddDialog), {
  ssr: false,
});

/** The page's main action with its dialog, which can be linked to: `?add=1`. */
export function AddButton() {
  const t = useTranslations();
  const { place, refusals } = useMembers();
  const { params, set } = useInAddress();
  const adding = params.get("add");
  return (
    <>
      <Button variant="primary" reason={refusals.edit} onClick={() => undisturbed(() => set({ add: "1" }))}>
        {t("members.add.action")}
      </Button>
      {adding !== null && refusals.edit === null ? (
        <AddDialog place={place} onClose={() => undisturbed(() => set({ add: null }), { closes: true })} />
      ) : null}
    </>
  );
}
