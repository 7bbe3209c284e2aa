"use client";

import { Link } from "#components/ui/link.tsx";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Avatar } from "#components/ui/avatar.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { StatusDot } from "#components/ui/status-dot.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { MANAGEMENT_PERMISSIONS } from "#lib/access/management.ts";
import type { UserDetails } from "#lib/accounts/schema.ts";
import { COUNTED_TO } from "#lib/validation.ts";
import { OwnedWorkspaces } from "./owned-workspaces.tsx";
import { STATUS_TONES } from "./status-tones.ts";
import { usePermissionName } from "./use-permission-name.ts";

/** Who a user is, what they are in, may do and own. */
export function UserFacts({ user }: { user: UserDetails }) {
  const t = useTranslations();
  const permissionName = usePermissionName();
  const { workspaces, memberships } = user;
  const held = MANAGEMENT_PERMISSIONS.filter((permission) => user.permissions.includes(permission));
  const counted =
    memberships === null ? t("accounts.countedTo", { count: COUNTED_TO }) : t("accounts.count", { count: memberships });
  return (
    <div className="grid gap-5 p-4">
      <div className="flex items-start gap-3">
        <Avatar name={user.name} />
        <div className="grid min-w-0 gap-0.5">
          <p className="text-lg font-semibold wrap-anywhere">{user.name}</p>
          {user.email ? <p className="text-muted wrap-anywhere">{user.email}</p> : null}
          <p className="flex items-center gap-1 font-mono text-xs text-faint">
            {user.id}
            <CopyButton value={user.id} name={t("accounts.idOf", { name: user.name })} className="-my-1" />
          </p>
        </div>
      </div>
      <dl className="grid grid-cols-[auto_1fr] items-baseline gap-x-4 gap-y-2 text-sm">
        <Fact name={t("accounts.fields.status")}>
          <StatusDot tone={STATUS_TONES[user.status]}>{t(`accounts.status.${user.status}`)}</StatusDot>
        </Fact>
        <Fact name={t("accounts.fields.kind")}>{t(`accounts.kinds.${user.kind}`)}</Fact>
        <Fact name={t("accounts.fields.lastActive")}>
          {user.lastActiveAt ? <RelativeTime at={user.lastActiveAt} /> : t("accounts.never")}
        </Fact>
        <Fact name={t("accounts.fields.created")}>
          <RelativeTime at={user.createdAt} />
        </Fact>
        <Fact name={t("accounts.fields.memberships")}>{counted}</Fact>
      </dl>
      <Section title={t("accounts.fields.permissions")}>
        {user.superAdmin ? <p>{t("accounts.details.superAdmin")}</p> : null}
        {held.length > 0 ? (
          <ul className="flex flex-wrap gap-1.5">
            {held.map((permission) => (
              <li key={permission}>
                <Tag>{permissionName(permission)}</Tag>
              </li>
            ))}
          </ul>
        ) : null}
        {held.length === 0 && !user.superAdmin ? <None /> : null}
      </Section>
      <Section title={t("accounts.fields.groups")}>
        <Names of={user.groups} in="/account/groups" />
      </Section>
      <Section title={t("accounts.fields.agencies")}>
        <Names of={user.agencies} in="/account/agencies" />
      </Section>
      <Section title={t("accounts.fields.workspaces")}>
        {workspaces.data.length > 0 || workspaces.hidden ? (
          <OwnedWorkspaces ownerId={user.id} workspaces={workspaces} />
        ) : (
          <None />
        )}
      </Section>
    </div>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted">{name}</dt>
      <dd className="min-w-0 wrap-anywhere">{children}</dd>
    </>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="grid gap-1.5 text-sm">
      <h3 className="font-semibold">{title}</h3>
      {children}
    </section>
  );
}

function None() {
  const t = useTranslations();
  return <p className="text-muted">{t("accounts.none")}</p>;
}

function Names({ of: { data, more }, in: place }: { of: UserDetails["groups"]; in: string }) {
  const t = useTranslations();
  if (data.length === 0) return <None />;
  return (
    <ul className="grid gap-1">
      {data.map(({ id, name }) => (
        <li key={id}>
          <Link
            href={`${place}/${id}`}
            prefetch={false}
            className="font-medium text-accent wrap-anywhere hover:underline"
          >
            {name}
          </Link>
        </li>
      ))}
      {more > 0 ? <li className="text-muted">{t("accounts.details.more", { count: more })}</li> : null}
    </ul>
  );
}
