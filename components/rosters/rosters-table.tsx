import { Link } from "#components/ui/link.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { SortableHead } from "#components/ui/sortable-head.tsx";
import { StatusDot } from "#components/ui/status-dot.tsx";
import { SteadyRows } from "#components/ui/steady-rows.tsx";
import { Cell, Head, Row, Table, TableHead } from "#components/ui/table.tsx";
import { getT } from "#lib/i18n/server.ts";
import type { T } from "#lib/i18n/translator.ts";
import type { RosterView } from "#lib/rosters/schema.ts";
import { countText } from "./count-text.ts";
import { RosterOperations } from "./operations.tsx";
import { pathOf, type RosterSet } from "./sets.ts";

type Props = {
  set: RosterSet;
  rosters: readonly RosterView[];
  /** What is asked for, in one text. */
  view: string;
};

export async function RostersTable({ set, rosters, view }: Props) {
  const t = await getT();
  return (
    <Table label={t(`rosters.${set}.title`)}>
      <TableHead>
        <SortableHead by="name" fallback="name">
          {t("rosters.fields.nameAndId")}
        </SortableHead>
        <Head className="max-lg:hidden">{t("rosters.fields.description")}</Head>
        <Head>{t("rosters.fields.status")}</Head>
        <Head number>{t(`rosters.${set}.people`)}</Head>
        <Head number title={t("rosters.fields.visibleWorkspaces")}>
          {t("rosters.fields.workspaces")}
        </Head>
        <SortableHead by="createdAt" fallback="name" number>
          {t("rosters.fields.created")}
        </SortableHead>
        <Head>{t("rosters.fields.operation")}</Head>
      </TableHead>
      <SteadyRows
        view={view}
        rows={rosters.map((roster) => ({ id: roster.id, node: <RosterRow set={set} roster={roster} t={t} /> }))}
      />
    </Table>
  );
}

function RosterRow({ set, roster, t }: { set: RosterSet; roster: RosterView; t: T }) {
  const { id, name, description, status, people, workspaces, createdAt } = roster;
  return (
    <Row>
      <Cell className="h-13 max-w-64 2xl:max-w-90 max-md:max-w-none">
        <Link
          href={pathOf(set, id)}
          prefetch={false}
          title={name}
          className="block max-w-full truncate leading-6 font-medium hover:text-accent hover:underline"
        >
          {name}
        </Link>
        <span className="-mb-0.5 flex items-center gap-0.5 font-mono text-xs whitespace-nowrap text-faint">
          {id}
          <CopyButton value={id} name={t("rosters.idOf", { name })} className="-my-1" />
        </span>
      </Cell>
      <Cell narrow="hide" className="max-w-80 truncate text-muted max-lg:hidden" title={description}>
        {description}
      </Cell>
      <Cell className="whitespace-nowrap">
        <StatusDot tone={status === "ACTIVE" ? "ok" : "off"}>{t(`rosters.status.${status}`)}</StatusDot>
      </Cell>
      <Cell number>
        <span className="mr-1 text-muted md:hidden">{t(`rosters.${set}.people`)}</span>
        {countText(people, t)}
      </Cell>
      <Cell number>
        <span className="mr-1 text-muted md:hidden">{t("rosters.fields.workspaces")}</span>
        {countText(workspaces, t)}
      </Cell>
      <Cell number narrow="hide" className="whitespace-nowrap text-muted">
        <RelativeTime at={createdAt} />
      </Cell>
      <Cell className="whitespace-nowrap">
        <RosterOperations set={set} roster={roster} />
      </Cell>
    </Row>
  );
}
