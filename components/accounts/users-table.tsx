import { Avatar } from "#components/ui/avatar.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { StatusDot, type Tone } from "#components/ui/status-dot.tsx";
import { Cell, Head, Row, Table, TableBody, TableHead } from "#components/ui/table.tsx";
import { Tag } from "#components/ui/tag.tsx";
import type { UserView } from "#lib/accounts/schema.ts";
import { getT } from "#lib/i18n/server.ts";
import { UserOperations } from "./user-operations.tsx";

const TONES: Record<UserView["status"], Tone> = { ACTIVE: "ok", INVITED: "warn", DISABLED: "off" };

export async function UsersTable({ users }: { users: readonly UserView[] }) {
  const t = await getT();
  return (
    <Table label={t("accounts.users.title")}>
      <TableHead>
        <Head>{t("accounts.fields.name")}</Head>
        <Head>{t("auth.email")}</Head>
        <Head>{t("accounts.fields.status")}</Head>
        <Head number>{t("accounts.fields.lastActive")}</Head>
        <Head number className="max-xl:hidden">
          {t("accounts.fields.created")}
        </Head>
        <Head>{t("accounts.fields.operation")}</Head>
      </TableHead>
      <TableBody>
        {users.map((user) => (
          <Row key={user.id}>
            <Cell className="max-w-60 max-md:max-w-none">
              <span className="flex items-center gap-2.5">
                <Avatar name={user.name} />
                <span className="min-w-0 truncate font-medium" title={user.name}>
                  {user.name}
                </span>
                {user.superAdmin ? <Tag>{t("accounts.superAdmin")}</Tag> : null}
              </span>
            </Cell>
            <Cell className="max-w-70 truncate max-md:max-w-full" title={user.email}>
              {user.email}
            </Cell>
            <Cell className="whitespace-nowrap">
              <StatusDot tone={TONES[user.status]}>{t(`accounts.status.${user.status}`)}</StatusDot>
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
        ))}
      </TableBody>
    </Table>
  );
}
