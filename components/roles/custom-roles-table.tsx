import { Link } from "#components/ui/link.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { SteadyRows } from "#components/ui/steady-rows.tsx";
import { Cell, Head, Row, Table, TableHead } from "#components/ui/table.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { LEVELS, MODULES } from "#lib/access/roles.ts";
import { getT } from "#lib/i18n/server.ts";
import type { T } from "#lib/i18n/translator.ts";
import type { ShownRole } from "#lib/roles/schema.ts";
import { COUNTED_TO } from "#lib/validation.ts";
import { LevelMark } from "./level-mark.tsx";
import type { Place } from "./place.ts";
import { RoleName, RoleOperations } from "./role-operations.tsx";

type Props = { place: Place; roles: readonly ShownRole[]; view: string };

/** The roles that people made: the account's first, then the workspace's own. */
export async function CustomRolesTable({ place, roles, view }: Props) {
  const t = await getT();
  return (
    <Table label={t("roles.custom.title")}>
      <TableHead>
        <Head>{t("roles.fields.name")}</Head>
        {place === null ? null : <Head>{t("roles.fields.of")}</Head>}
        <Head>{t("roles.fields.gives")}</Head>
        <Head number>{t("roles.fields.members")}</Head>
        <Head>{t("roles.fields.changed")}</Head>
        <Head>{t("roles.fields.operation")}</Head>
      </TableHead>
      <SteadyRows
        view={view}
        rows={roles.map((role) => ({ id: role.id, node: <RoleRow place={place} role={role} t={t} /> }))}
      />
    </Table>
  );
}

function RoleRow({ place, role, t }: { place: Place; role: ShownRole; t: T }) {
  const { name, description, kind, isPublicRole, last, updatedAt } = role;
  const at = last?.at ?? updatedAt;
  const fixed = place !== null && kind === "TENANT" ? t("roles.errors.of_tenant") : null;
  return (
    <Row>
      <Cell className="h-13 max-w-80 max-md:max-w-none">
        <span className="flex min-w-0 items-center gap-2">
          <RoleName role={role} name={name ?? role.id} />
          {isPublicRole ? <Tag>{t("roles.publicRole")}</Tag> : null}
        </span>
        <span className="-mt-0.5 block truncate text-muted" title={description}>
          {description}
        </span>
      </Cell>
      {place === null ? null : (
        <Cell className="whitespace-nowrap">
          <Tag>{t(`roles.kinds.${kind}`)}</Tag>
        </Cell>
      )}
      <Cell>
        <Gives role={role} t={t} />
      </Cell>
      <Cell number className="whitespace-nowrap">
        <span className="mr-1 text-muted md:hidden">{t("roles.fields.members")}</span>
        <Members place={place} role={role} t={t} />
      </Cell>
      <Cell className="text-muted">
        <span className="flex flex-wrap gap-x-1.5">
          {last?.by ? <span className="max-w-40 truncate text-text">{last.by}</span> : null}
          {at ? <RelativeTime at={at} /> : null}
        </span>
      </Cell>
      <Cell className="whitespace-nowrap">
        <RoleOperations role={role} fixed={fixed} />
      </Cell>
    </Row>
  );
}

/** How many modules at each level, from the top. */
function Gives({ role: { levels }, t }: { role: ShownRole; t: T }) {
  const counts = LEVELS.toReversed().flatMap((level) => {
    const count = MODULES.filter((module) => (levels?.[module] ?? "none") === level).length;
    return level !== "none" && count > 0 ? [{ level, count }] : [];
  });
  if (counts.length === 0) return <span className="text-muted">{t("roles.gives.nothing")}</span>;
  return (
    <span className="flex flex-wrap gap-x-3 gap-y-0.5">
      {counts.map(({ level, count }) => (
        <span
          key={level}
          className="num inline-flex items-center gap-1.5 whitespace-nowrap"
          title={t(`roles.levels.${level}`)}
        >
          <LevelMark reach={level} />
          {t("roles.modulesAt", { count, level: t(`roles.short.${level}`) })}
        </span>
      ))}
    </span>
  );
}

/** A number that leads to them. */
export function Members({ place, role, t }: { place: Place; role: ShownRole; t: T }) {
  const count = t("roles.count", { count: role.members ?? COUNTED_TO, more: String(role.members === null) });
  if (place === null || role.members === 0) return count;
  return (
    <Link
      href={`/w/${place}/members?role=${encodeURIComponent(role.id)}`}
      prefetch={false}
      aria-label={t("roles.membersWith", { count })}
      className="rounded-sm underline decoration-border-strong underline-offset-3 hover:text-accent"
    >
      {count}
    </Link>
  );
}
