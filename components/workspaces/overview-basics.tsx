import type { ReactNode } from "react";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { getT } from "#lib/i18n/server.ts";
import type { T } from "#lib/i18n/translator.ts";
import type { WorkspaceDetails, WorkspaceView } from "#lib/workspaces/schema.ts";
import { BuiltInTag } from "./built-in-tag.tsx";
import type { WorkspaceItem } from "./item.ts";
import { Card } from "./overview-card.tsx";
import { StatusLabel } from "./status-label.tsx";
import { roleName } from "./role-name.ts";

type Props = { view: WorkspaceView; item: WorkspaceItem; made: WorkspaceDetails["made"] };

/** Everything that a workspace itself is. */
export async function Basics({ view, item, made }: Props) {
  const t = await getT();
  return (
    <Card title={t("workspaces.overview.basic")}>
      <dl className="grid grid-cols-[minmax(0,1fr)] gap-x-8 md:grid-cols-2">
        <Fact name={t("workspaces.fields.id")}>
          <span className="inline-flex max-w-full items-center gap-1 font-mono text-sm">
            <span className="wrap-anywhere">{view.id}</span>
            <CopyButton value={view.id} name={t("workspaces.idOf", { name: view.name })} className="-my-1" />
          </span>
        </Fact>
        <Fact name={t("workspaces.fields.slug")}>
          <span className="font-mono text-sm wrap-anywhere">{view.slug}</span>
        </Fact>
        <Fact name={t("workspaces.fields.status")}>
          <span className="flex flex-wrap items-center gap-2">
            <StatusLabel workspace={item} />
            {view.builtIn ? <BuiltInTag builtIn={view.builtIn} /> : null}
          </span>
        </Fact>
        <Fact name={t("workspaces.fields.authorizationType")}>
          <Tag>{view.authorizationType}</Tag>
          <span className="mt-0.5 block text-sm text-muted">{typeText(view, t)}</span>
        </Fact>
        <Fact name={t("workspaces.fields.owner")}>
          <span className="wrap-anywhere">{view.owner.name}</span>
        </Fact>
        {view.enterpriseProject ? (
          <Fact name={t("workspaces.fields.enterpriseProject")}>
            <span className="wrap-anywhere">{view.enterpriseProject.name}</span>
          </Fact>
        ) : null}
        <Fact name={t("workspaces.fields.created")}>
          <Moment at={view.createdAt} by={made?.created?.name} t={t} />
        </Fact>
        <Fact name={t("workspaces.fields.updated")}>
          <Moment at={view.updatedAt} by={made?.updated?.name} t={t} />
        </Fact>
        {view.description === null ? null : (
          <Fact name={t("workspaces.fields.description")} wide>
            {view.description ? (
              <span className="whitespace-pre-wrap wrap-anywhere">{view.description}</span>
            ) : (
              <span className="text-muted">{t("workspaces.overview.noDescription")}</span>
            )}
          </Fact>
        )}
      </dl>
    </Card>
  );
}

function Moment({ at, by, t }: { at: Date; by: string | undefined; t: T }) {
  return (
    <>
      <RelativeTime at={at.toISOString()} />
      {by ? (
        <span className="block text-sm wrap-anywhere text-muted">{t("workspaces.overview.by", { name: by })}</span>
      ) : null}
    </>
  );
}

function typeText({ authorizationType, publicRole, roleNames }: WorkspaceView, t: T): string {
  const text = t(`workspaces.types.${authorizationType}`);
  if (authorizationType !== "PUBLIC" || publicRole === null) return text;
  return t("workspaces.overview.publicRole", { text, role: roleName(publicRole, roleNames, t) });
}

function Fact({ name, wide = false, children }: { name: string; wide?: boolean; children: ReactNode }) {
  return (
    <div
      className={
        wide
          ? "min-w-0 border-t border-border py-2.5 md:col-span-2"
          : "min-w-0 border-t border-border py-2.5 first:border-t-0 md:nth-2:border-t-0"
      }
    >
      <dt className="text-sm text-muted">{name}</dt>
      <dd className="mt-0.5 min-h-5">{children}</dd>
    </div>
  );
}
