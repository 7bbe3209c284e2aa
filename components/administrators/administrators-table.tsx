import { Check, Minus } from "lucide-react";
import { STATUS_TONES } from "#components/accounts/status-tones.ts";
import { permissionKey } from "#components/accounts/permission-key.ts";
import { Avatar } from "#components/ui/avatar.tsx";
import { StatusDot } from "#components/ui/status-dot.tsx";
import { SteadyRows } from "#components/ui/steady-rows.tsx";
import { Cell, Head, Row, Table, TableHead } from "#components/ui/table.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { GRANTABLE } from "#lib/administrators/rules.ts";
import type { AdministratorView } from "#lib/administrators/schema.ts";
import { getT } from "#lib/i18n/server.ts";
import type { T } from "#lib/i18n/translator.ts";
import { AdministratorOperations } from "./administrator-operations.tsx";

type Props = {
  administrators: readonly AdministratorView[];
  mayGrant: boolean;
  /** What the list was asked for, in one text. */
  view: string;
};

/** Who holds which permission: a line a person, a column a permission; as tags where there is no room for columns. */
export async function AdministratorsTable({ administrators, mayGrant, view }: Props) {
  const t = await getT();
  return (
    <Table label={t("administrators.title")}>
      <TableHead>
        <Head>{t("accounts.fields.name")}</Head>
        {GRANTABLE.map((permission) => (
          <Head key={permission} className="w-24 px-1! text-center! leading-4 whitespace-normal!">
            {t(permissionKey(permission))}
          </Head>
        ))}
        <Head>{t("accounts.fields.operation")}</Head>
      </TableHead>
      <SteadyRows
        view={view}
        rows={administrators.map((administrator) => ({ id: administrator.id, node: row(administrator, mayGrant, t) }))}
      />
    </Table>
  );
}

function row(administrator: AdministratorView, mayGrant: boolean, t: T) {
  const { name, email, status, superAdmin, kind, permissions } = administrator;
  return (
    <Row>
      <Cell className="h-13 max-w-64 max-md:max-w-none">
        <span className="flex items-center gap-2.5">
          <Avatar name={name} />
          <span className="grid min-w-0">
            <span className="flex items-center gap-2">
              <span className="truncate font-medium" title={name}>
                {name}
              </span>
              {superAdmin ? <Tag>{t("accounts.superAdmin")}</Tag> : null}
              {kind === "FEDERATED_USER" ? <Tag>{t("accounts.federated")}</Tag> : null}
            </span>
            {email ? (
              <span className="truncate text-xs text-muted" title={email}>
                {email}
              </span>
            ) : null}
          </span>
          {status === "ACTIVE" ? null : (
            <StatusDot tone={STATUS_TONES[status]}>{t(`accounts.status.${status}`)}</StatusDot>
          )}
        </span>
      </Cell>
      {GRANTABLE.map((permission) => {
        const held = permissions.includes(permission);
        const Mark = held ? Check : Minus;
        return (
          <Cell key={permission} narrow={held ? "flow" : "hide"} className="px-1 text-center">
            <Mark
              size={16}
              aria-hidden
              className={held ? "inline text-ok max-md:mr-1" : "inline text-faint opacity-60"}
            />
            <span className="sr-only max-md:hidden">{t(held ? "administrators.holds" : "administrators.lacks")}</span>
            <span className="md:hidden">{t(permissionKey(permission))}</span>
          </Cell>
        );
      })}
      <Cell className="whitespace-nowrap">
        <AdministratorOperations administrator={administrator} mayGrant={mayGrant} />
      </Cell>
    </Row>
  );
}
