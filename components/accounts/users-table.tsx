import { Link } from "#components/ui/link.tsx";
import { Avatar } from "#components/ui/avatar.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { SortableHead } from "#components/ui/sortable-head.tsx";
import { StatusDot } from "#components/ui/status-dot.tsx";
import { SteadyRows } from "#components/ui/steady-rows.tsx";
import { Cell, Head, Row, Table, TableHead } from "#components/ui/table.tsx";
import { Tag } from "#components/ui/tag.tsx";
import type { UserView } from "#lib/accounts/schema.ts";
import { getT } from "#lib/i18n/server.ts";
import type { T } from "#lib/i18n/translator.ts";
import { COUNTED_TO } from "#lib/validation.ts";
import { STATUS_TONES } from "./status-tones.ts";
import { UserName } from "./user-name.tsx";
import { UserOperations } from "./user-operations.tsx";

/** `view`: what the list was asked for, in one text. */
export async function UsersTable({ users, view }: { users: readonly UserView[]; view: string }) {
  const t = await getT();
  return (
    <Table label={t("accounts.users.title")}>
      <TableHead>
        <SortableHead by="name" fallback="name">
          {t("accounts.fields.name")}
        </SortableHead>
        <Head>{t("auth.email")}</Head>
        <Head>{t("accounts.fields.status")}</Head>
        <Head number>{t("accounts.fields.owns")}</Head>
        <SortableHead by="lastActiveAt" fallback="name" number>
          {t("accounts.fields.lastActive")}
        </SortableHead>
        <SortableHead by="createdAt" fallback="name" number className="max-xl:hidden">
          {t("accounts.fields.created")}
        </SortableHead>
        <Head>{t("accounts.fields.operation")}</Head>
      </TableHead>
      <SteadyRows view={view} rows={users.map((user) => ({ id: user.id, node: row(user, t) }))} />
    </Table>
  );
}

function row(user: UserView, t: T) {
  return (
    <Row>
      <Cell className="max-w-72 max-md:max-w-none">
        <span className="flex items-center gap-2.5">
          <Avatar name={user.name} />
          <UserName id={user.id} name={user.name} />
          {user.superAdmin ? <Tag>{t("accounts.superAdmin")}</Tag> : null}
          {user.manages && !user.superAdmin ? <Tag>{t("accounts.administrator")}</Tag> : null}
          {user.kind === "FEDERATED_USER" ? <Tag>{t("accounts.federated")}</Tag> : null}
        </span>
      </Cell>
      <Cell className="max-w-60 truncate max-md:max-w-full" title={user.email ?? undefined}>
        {user.email ?? <span className="text-faint">{t("accounts.none")}</span>}
      </Cell>
      <Cell className="whitespace-nowrap">
        <StatusDot tone={STATUS_TONES[user.status]}>{t(`accounts.status.${user.status}`)}</StatusDot>
      </Cell>
      <Cell number narrow="hide">
        <Owns user={user} t={t} />
      </Cell>
      <Cell number narrow="hide" className="whitespace-nowrap text-muted">
        {user.lastActiveAt ? <RelativeTime at={user.lastActiveAt} /> : t("accounts.never")}
      </Cell>
      <Cell number narrow="hide" className="whitespace-nowrap text-muted max-xl:hidden">
        <RelativeTime at={user.createdAt} />
      </Cell>
      <Cell className="whitespace-nowrap">
        <UserOperations user={user} />
      </Cell>
    </Row>
  );
}

/** How many workspaces, leading to them. */
function Owns({ user: { id, name, owns }, t }: { user: UserView; t: T }) {
  if (owns === 0) return <span className="text-faint">{t("accounts.count", { count: 0 })}</span>;
  return (
    <Link
      href={`/workspaces?owner=${encodeURIComponent(id)}`}
      prefetch={false}
      title={t("accounts.owned.of", { name })}
      className="hover:text-accent hover:underline"
    >
      {owns === null ? t("accounts.countedTo", { count: COUNTED_TO }) : t("accounts.count", { count: owns })}
    </Link>
  );
}
