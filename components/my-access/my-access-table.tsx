import { Link } from "#components/ui/link.tsx";
import type { ReactNode } from "react";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { SteadyRows } from "#components/ui/steady-rows.tsx";
import { Cell, Head, Row, Table, TableHead } from "#components/ui/table.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { roleName } from "#components/workspaces/role-name.ts";
import { getT } from "#lib/i18n/server.ts";
import type { T } from "#lib/i18n/translator.ts";
import type { AccessRow } from "#lib/me/schema.ts";

type Props = {
  rows: readonly AccessRow[];
  /** What is asked for, in one text. */
  view: string;
};

type Way = AccessRow["ways"][number];

/** One row a workspace; each way into it is a line of its own across roles, way and end. */
export async function MyAccessTable({ rows, view }: Props) {
  const t = await getT();
  return (
    <Table label={t("me.access.title")} className="table-fixed">
      <TableHead>
        <Head className="w-[30%]">{t("me.access.workspace")}</Head>
        <Head className="w-[23%]">{t("me.access.roles")}</Head>
        <Head className="w-[23%]">{t("me.access.through")}</Head>
        <Head className="w-[12%]">{t("me.access.until")}</Head>
        <Head>
          <span className="sr-only">{t("me.access.why")}</span>
        </Head>
      </TableHead>
      <SteadyRows view={view} rows={rows.map((row) => ({ id: row.id, node: <AccessLine row={row} t={t} /> }))} />
    </Table>
  );
}

function AccessLine({ row: { name, slug, authorizationType, ways, roleNames }, t }: { row: AccessRow; t: T }) {
  const at = `/w/${encodeURIComponent(slug)}`;
  const lines = (of: (way: Way) => ReactNode) =>
    ways.map((way, index) => (
      <span key={index} className="flex h-6 items-center truncate">
        {of(way)}
      </span>
    ));
  return (
    <Row>
      <Cell className="max-md:pb-1">
        <span className="flex items-center gap-2">
          <Link
            href={at}
            prefetch={false}
            title={name}
            className="min-w-0 truncate leading-6 font-medium hover:text-accent hover:underline"
          >
            {name}
          </Link>
          <Tag>{authorizationType}</Tag>
        </span>
        <span className="mt-1 grid gap-0.5 md:hidden">
          {ways.map((way, index) => (
            <span key={index} className="text-pretty">
              {rolesText(way.through, way.roles, roleNames, t)}
              <span className="text-muted">
                {" · "}
                {wayText(way, t)}
                {" · "}
                {untilText(way, t)}
              </span>
            </span>
          ))}
        </span>
      </Cell>
      <Cell narrow="hide">
        <span className="block min-w-0">{lines(({ through, roles }) => rolesText(through, roles, roleNames, t))}</span>
      </Cell>
      <Cell narrow="hide" className="text-muted">
        <span className="block min-w-0">{lines((way) => wayText(way, t))}</span>
      </Cell>
      <Cell narrow="hide" className="whitespace-nowrap text-muted">
        <span className="block min-w-0">{lines((way) => untilText(way, t))}</span>
      </Cell>
      <Cell className="text-right whitespace-nowrap max-md:text-left">
        <Link
          href={`${at}/access`}
          prefetch={false}
          aria-label={t("me.access.whyIn", { name })}
          className="inline-block min-h-6 leading-6 font-medium text-accent hover:underline"
        >
          {t("me.access.why")}
        </Link>
      </Cell>
    </Row>
  );
}

function wayText({ through, group }: Way, t: T): string {
  return t(`me.access.ways.${through}`, { group: group?.name ?? "" });
}

function untilText({ until }: Way, t: T): ReactNode {
  return until ? <RelativeTime at={until} /> : t("me.access.always");
}

function rolesText(through: string, roles: readonly string[], names: Readonly<Record<string, string>>, t: T): string {
  const said = roles.map((role) => roleName(role, names, t));
  if (through === "super_admin") said.unshift(t("me.access.everything"));
  return said.join(t("reasons.separator"));
}
