"use client";

import type { ReactNode } from "react";
import { createContext, use, useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import { Dialog } from "#components/ui/dialog.tsx";
import type { AdministratorView } from "#lib/administrators/schema.ts";
import { PermissionsForm } from "./permissions-form.tsx";
import { RevokeDialog } from "./revoke-dialog.tsx";

type Asked = { what: "edit" | "revoke"; administrator: AdministratorView };

const Ask = createContext<(asked: Asked) => void>(() => {});

export function useAdministratorDialogs(): (asked: Asked) => void {
  return use(Ask);
}

/** The tasks of the page, beside its table: a row that goes away takes no dialog along. */
export function AdministratorDialogs({ children }: { children: ReactNode }) {
  const t = useTranslations();
  const [asked, ask] = useState<Asked | null>(null);
  const content = useMemo(() => <Ask value={ask}>{children}</Ask>, [children]);
  const close = () => ask(null);
  return (
    <>
      {content}
      {asked?.what === "edit" ? (
        <Dialog open onOpenChange={close} title={t("administrators.edit.title", { name: asked.administrator.name })}>
          <PermissionsForm holder={asked.administrator} onDone={close} />
        </Dialog>
      ) : null}
      {asked?.what === "revoke" ? <RevokeDialog administrator={asked.administrator} onClose={close} /> : null}
    </>
  );
}
