import { Link } from "#components/ui/link.tsx";
import { Avatar } from "#components/ui/avatar.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { getT } from "#lib/i18n/server.ts";
import type { MessageKey, T } from "#lib/i18n/translator.ts";
import type { WorkspaceDetails, WorkspaceView } from "#lib/workspaces/schema.ts";
import { Card } from "./overview-card.tsx";
import { roleName } from "./role-name.ts";

type Props = { view: WorkspaceView; members: NonNullable<WorkspaceDetails["members"]> };

/** Who is in it, in short: the Owner, everybody where it is PUBLIC, the first members, and how many more. */
export async function MembersCard({ view, members: { data, total, roleNames } }: Props) {
  const t = await getT();
  const others = data.filter(({ id }) => id !== view.owner.id);
  const more = total - data.length;
  const name = (role: string) => roleName(role, { ...view.roleNames, ...roleNames }, t);
  return (
    <Card
      title={t("workspaces.fields.members")}
      aside={
        <Link
          href={`/w/${encodeURIComponent(view.slug)}/members`}
          prefetch={false}
          className="num min-h-6 text-sm text-accent hover:underline"
        >
          {t("workspaces.people.current", { count: total })}
        </Link>
      }
    >
      <ul>
        <Line name={view.owner.name} about={name("owner")} />
        {view.authorizationType === "PUBLIC" && view.publicRole !== null ? (
          <Line name={t("workspaces.overview.everybody")} about={name(view.publicRole)} />
        ) : null}
        {others.map((member) => (
          <Line
            key={member.id}
            name={member.name}
            kind={member.kind === "USER" ? null : kindText(member.kind, t)}
            about={member.roles.map(name).join(t("reasons.separator"))}
            off={member.status === "DISABLED" ? t("workspaces.people.disabled") : null}
          />
        ))}
      </ul>
      {more > 0 ? <p className="num pt-2 text-muted">{t("workspaces.overview.more", { count: more })}</p> : null}
      {view.authorizationType === "PRIVATE" && total > 0 ? (
        <p className="pt-2 text-sm text-muted">{t("workspaces.people.sleep", { count: total })}</p>
      ) : null}
    </Card>
  );
}

type LineProps = { name: string; about: string; kind?: string | null; off?: string | null };

function Line({ name, about, kind, off }: LineProps) {
  return (
    <li className="flex items-center gap-2.5 py-1.5">
      <Avatar name={name} />
      <span className="grid min-w-0 flex-1">
        <span className="flex min-w-0 items-center gap-1.5">
          <span className="truncate" title={name}>
            {name}
          </span>
          {kind ? <Tag>{kind}</Tag> : null}
        </span>
        <span className="truncate text-sm text-muted">{[about, off].filter(Boolean).join(" · ")}</span>
      </span>
    </li>
  );
}

function kindText(kind: string, t: T): string {
  const key = `workspaces.people.kinds.${kind}` as MessageKey;
  return t.has(key) ? t(key) : kind;
}
