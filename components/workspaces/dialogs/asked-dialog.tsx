"use client";

import type { Asked } from "../use-workspace-actions.ts";
import { ChangedWorkspaceDialog } from "./changed-dialog.tsx";
import { FreezeDialog } from "./freeze-dialog.tsx";
import { WhyDialog } from "./why-dialog.tsx";

type Props = { asked: NonNullable<Asked>; onClose: () => void };

/** The short dialogs that have no address: what they ask or tell is about this moment. */
export function AskedDialog({ asked, onClose }: Props) {
  if (asked.what === "why") return <WhyDialog workspace={asked.workspace} onClose={onClose} />;
  if (asked.what === "changed") return <ChangedWorkspaceDialog asked={asked} onClose={onClose} />;
  return <FreezeDialog workspace={asked.workspace} freeze={asked.what === "disable"} onClose={onClose} />;
}
