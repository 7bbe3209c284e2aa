import type { ReactNode } from "react";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { getT } from "#lib/i18n/server.ts";
import type { T } from "#lib/i18n/translator.ts";
import type { WorkspaceView } from "#lib/workspaces/schema.ts";
import { BuiltInTag } from "./built-in-tag.tsx";
import type { WorkspaceItem } from "./item.ts";
import { MyAccess } from "./my-access.tsx";
import { StatusLabel } from "./status-label.tsx";

type Props = { view: WorkspaceView; item: WorkspaceItem };

/** The basic information of a workspace, and what the reader is in it. */
export async function Overview({ view, item }: Props) {
  const t = await getT();
  return (
    <div className="grid max-w-390 items-start gap-5 xl:grid-cols-[1fr_340px]">
      <Card title={t("workspaces.overview.basic")}>
        <dl className="grid gap-x-8 md:grid-cols-2">
          <Fact name={t("workspaces.fields.id")}>
            <span className="inline-flex items-center gap-1 font-mono text-sm">
              {view.id}
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
          <Fact name={t("workspaces.fields.owner")}>{view.owner.name}</Fact>
          <Fact name={t("workspaces.fields.enterpriseProject")}>{view.enterpriseProject.name}</Fact>
          <Fact name={t("workspaces.fields.members")}>
            {view.members === null ? t("workspaces.everybody") : t("workspaces.count", { count: view.members })}
          </Fact>
          <Fact name={t("workspaces.fields.created")}>
            <RelativeTime at={view.createdAt.toISOString()} />
          </Fact>
          <Fact name={t("workspaces.fields.description")}>
            {view.description ? (
              <span className="whitespace-pre-wrap wrap-anywhere">{view.description}</span>
            ) : (
              <span className="text-muted">{t("workspaces.overview.noDescription")}</span>
            )}
          </Fact>
          <Fact name={t("workspaces.fields.updated")}>
            <RelativeTime at={view.updatedAt.toISOString()} />
          </Fact>
        </dl>
      </Card>
      <Card title={t("workspaces.overview.access")}>
        <MyAccess view={view} />
      </Card>
    </div>
  );
}

function typeText({ authorizationType, publicRole }: WorkspaceView, t: T): string {
  const text = t(`workspaces.types.${authorizationType}`);
  if (authorizationType !== "PUBLIC") return text;
  const key = `roles.${publicRole}.name` as Parameters<T["has"]>[0];
  return t("workspaces.overview.publicRole", { text, role: t.has(key) ? t(key) : publicRole });
}

function Card({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="rounded-xl border border-border bg-surface px-4 py-3.5">
      <h2 className="mb-1 font-semibold">{title}</h2>
      {children}
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="border-t border-border py-2.5 first:border-t-0 md:nth-2:border-t-0">
      <dt className="text-sm text-muted">{name}</dt>
      <dd className="mt-0.5 min-h-5">{children}</dd>
    </div>
  );
}
