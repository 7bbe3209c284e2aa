"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "#components/ui/link.tsx";
import { useEffect, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { onChange } from "#components/shell/live-changes.ts";
import { useRoleName } from "#components/shell/use-role-name.ts";
import { Button } from "#components/ui/button.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { Drawer } from "#components/ui/drawer.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { ErrorState } from "#components/ui/states.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { Refusal } from "#components/workspaces/api.ts";
import type { ShownRole } from "#lib/roles/schema.ts";
import { COUNTED_TO } from "#lib/validation.ts";
import { roleQuery } from "./api.ts";
import type { Place } from "./place.ts";
import { RoleGrants } from "./role-grants.tsx";
import { useRoles } from "./use-roles.ts";
import { aboutRole } from "./use-role-options.ts";

type Props = { place: Place; role: ShownRole; onClose: () => void };

/** A closer look at a role: everything it gives, in words. */
export function RoleDrawer({ place, role, onClose }: Props) {
  const t = useTranslations();
  const roleName = useRoleName();
  const client = useQueryClient();
  const { data, error } = useQuery({ ...roleQuery(place, role.id), placeholderData: role });
  useEffect(
    () =>
      onChange(["roles", "members"], async () => {
        await client.invalidateQueries({ queryKey: roleQuery(place, role.id).queryKey });
        return true;
      }),
    [client, place, role.id],
  );
  const gone = error instanceof Refusal && error.status < 500;
  const now = data ?? role;
  return (
    <Drawer open onOpenChange={onClose} title={now.name ?? roleName(now.id)} wide>
      {gone ? <ErrorState title={t("roles.gone")} /> : <Content place={place} role={now} onClose={onClose} />}
    </Drawer>
  );
}

function Content({ place, role, onClose }: Props) {
  const t = useTranslations();
  const { open, refusal } = useRoles();
  const { id, kind, members, isPublicRole, last, updatedAt } = role;
  const about = aboutRole(role, t);
  const at = last?.at ?? updatedAt;
  const count = t("roles.count", { count: members ?? COUNTED_TO, more: String(members === null) });
  const own = kind !== "BUILT_IN" && (place === null || kind === "WORKSPACE");
  return (
    <div className="grid gap-4 p-4">
      {about ? <p className="text-pretty wrap-anywhere">{about}</p> : null}
      <dl className="grid grid-cols-[auto_1fr] items-baseline gap-x-4 gap-y-2 text-sm">
        <Fact name={t("roles.fields.of")}>
          <span className="flex flex-wrap items-center gap-1.5">
            <Tag>{t(`roles.kinds.${place === null ? "TENANT" : kind}`)}</Tag>
            {isPublicRole ? <Tag>{t("roles.publicRole")}</Tag> : null}
          </span>
        </Fact>
        {id === "owner" ? null : (
          <Fact name={t("roles.fields.members")}>
            {place === null || members === 0 ? (
              <span className="num">{count}</span>
            ) : (
              <Link
                href={`/w/${place}/members?role=${encodeURIComponent(id)}`}
                prefetch={false}
                className="num text-accent hover:underline"
              >
                {count}
              </Link>
            )}
          </Fact>
        )}
        {at ? (
          <Fact name={t("roles.fields.changed")}>
            {last?.by ? `${last.by}, ` : null}
            <RelativeTime at={at} />
          </Fact>
        ) : null}
        {kind === "BUILT_IN" ? null : (
          <Fact name={t("roles.fields.id")}>
            <span className="inline-flex items-center gap-1 font-mono text-xs">
              {id}
              <CopyButton value={id} name={t("roles.idOf", { name: role.name ?? id })} className="-my-1" />
            </span>
          </Fact>
        )}
      </dl>
      <RoleGrants role={role} />
      <div className="flex flex-wrap gap-2">
        {own ? (
          <Button reason={refusal} onClick={() => open("edit", role)}>
            {t("roles.edit.action")}
          </Button>
        ) : null}
        {id === "owner" ? null : (
          <Button reason={refusal} onClick={() => open("copy", role)}>
            {t("roles.copy.action")}
          </Button>
        )}
        <Button variant="ghost" onClick={onClose}>
          {t("ui.close")}
        </Button>
      </div>
    </div>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </>
  );
}
