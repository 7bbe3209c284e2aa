"use client";

import type { ReactNode } from "react";
import { createContext, use, useMemo, useState } from "react";
import type { UserView } from "#lib/accounts/schema.ts";
import { DeleteDialog } from "./delete-dialog.tsx";
import { ModifyDialog } from "./modify-dialog.tsx";
import { ResetDialog } from "./reset-dialog.tsx";
import { StatusDialog } from "./status-dialog.tsx";

type Asked = { what: "modify" | "reset" | "status" | "delete"; user: UserView };

const Ask = createContext<(asked: Asked) => void>(() => {});

/** Opens the dialog of a task with a user. */
export function useUserDialogs(): (asked: Asked) => void {
  return use(Ask);
}

const DIALOGS = { modify: ModifyDialog, reset: ResetDialog, status: StatusDialog, delete: DeleteDialog };

/** The tasks with users of a page. They stand beside the table: a row that goes away takes no dialog along. */
export function UserDialogs({ children }: { children: ReactNode }) {
  const [asked, ask] = useState<Asked | null>(null);
  const Dialog = asked && DIALOGS[asked.what];
  const content = useMemo(() => <Ask value={ask}>{children}</Ask>, [children]);
  return (
    <>
      {content}
      {Dialog ? <Dialog user={asked.user} onClose={() => ask(null)} /> : null}
    </>
  );
}
