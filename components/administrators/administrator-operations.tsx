"use client";

import { useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import { RowActions } from "#components/ui/table.tsx";
import type { AdministratorView } from "#lib/administrators/schema.ts";
import { useAdministratorDialogs } from "./administrator-dialogs.tsx";

type Props = { administrator: AdministratorView; mayGrant: boolean };

/** What the Super Admin can do with the permissions of somebody; others are told why they cannot. */
export function AdministratorOperations({ administrator, mayGrant }: Props) {
  const t = useTranslations();
  const ask = useAdministratorDialogs();
  const reason = administrator.superAdmin
    ? t("administrators.add.superAdmin")
    : mayGrant
      ? undefined
      : t("administrators.onlySuperAdmin");
  return (
    <RowActions>
      <Button variant="link" reason={reason} onClick={() => ask({ what: "edit", administrator })}>
        {t("administrators.edit.action")}
      </Button>
      <Button variant="link-danger" reason={reason} onClick={() => ask({ what: "revoke", administrator })}>
        {t("administrators.revoke.action")}
      </Button>
    </RowActions>
  );
}
