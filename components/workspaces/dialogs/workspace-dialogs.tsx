"use client";

import dynamic from "next/dynamic";
import { orAnew } from "#components/ui/or-anew.ts";
import type { WorkspaceItem } from "../item.ts";
import { useDialogs } from "../use-dialogs.ts";

const CreateDialog = dynamic(
  () => orAnew(() => import("../create/create-dialog.tsx")).then((file) => file.CreateDialog),
  { ssr: false },
);
const ModifyDialog = dynamic(
  () => orAnew(() => import("../modify/modify-dialog.tsx")).then((file) => file.ModifyDialog),
  { ssr: false },
);
const DeleteDialog = dynamic(() => orAnew(() => import("./delete-dialog.tsx")).then((file) => file.DeleteDialog), {
  ssr: false,
});
const TransferDialog = dynamic(
  () => orAnew(() => import("../transfer/transfer-dialog.tsx")).then((file) => file.TransferDialog),
  { ssr: false },
);

type Props = {
  /** What the page shows already: a dialog has its title before the rest is loaded. */
  workspaces: readonly WorkspaceItem[];
  /** Why nothing can be created; undefined on pages that do not offer it. */
  createRefusal: string | null | undefined;
  mayRaise: boolean;
};

/** The task that the URL names. */
export function WorkspaceDialogs({ workspaces, createRefusal, mayRaise }: Props) {
  const { open, close } = useDialogs();
  const nameOf = (slug: string) => workspaces.find((workspace) => workspace.slug === slug)?.name ?? slug;
  if (open.create !== null && createRefusal !== undefined)
    return <CreateDialog refusal={createRefusal} mayRaise={mayRaise} from={open.from} onClose={close} />;
  if (open.modify)
    return <ModifyDialog key={open.modify} slug={open.modify} name={nameOf(open.modify)} onClose={close} />;
  if (open.delete)
    return <DeleteDialog key={open.delete} slug={open.delete} name={nameOf(open.delete)} onClose={close} />;
  if (open.transfer)
    return <TransferDialog key={open.transfer} slug={open.transfer} name={nameOf(open.transfer)} onClose={close} />;
  return null;
}
