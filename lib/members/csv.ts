import type { Column } from "#lib/entry/download.ts";
import type { MessageKey, T } from "#lib/i18n/translator.ts";
import type { MemberRow } from "./schema.ts";

/** Everything that the list can show its reader; times in UTC. `sees`: addresses, ends and activity among it. */
export function csvColumns(t: T, _filter: object, { sees }: { sees: boolean }): Column<MemberRow>[] {
  const named = (roles: readonly string[], names: MemberRow["roleNames"]) =>
    roles.map((role) => roleName(role, names, t)).join(t("reasons.separator"));
  return [
    { head: t("members.fields.id"), cell: ({ id }) => id },
    { head: t("members.fields.kind"), cell: ({ kind }) => t(`members.kinds.${kind}`) },
    { head: t("members.fields.principal"), cell: ({ name }) => name },
    ...(sees ? [{ head: t("members.fields.email"), cell: ({ email }: MemberRow) => email }] : []),
    { head: t("members.fields.roles"), cell: ({ roles, roleNames }) => named(roles, roleNames) },
    { head: t("members.fields.state"), cell: ({ state }) => t(`members.states.${state}`) },
    {
      head: t("members.fields.groups"),
      cell: ({ groups, roleNames }) =>
        groups
          .map(({ name, roles }) => t("members.access.group", { group: name, roles: named(roles, roleNames) }))
          .join("; "),
    },
    { head: t("members.fields.added"), cell: ({ addedAt }) => addedAt },
    { head: t("members.fields.addedBy"), cell: ({ addedBy }) => addedBy?.name ?? null },
    ...(sees
      ? [
          { head: t("members.fields.expires"), cell: ({ expiresAt }: MemberRow) => expiresAt },
          { head: t("members.fields.lastActive"), cell: ({ lastActiveAt }: MemberRow) => lastActiveAt },
        ]
      : []),
  ];
}

function roleName(role: string, names: MemberRow["roleNames"], t: T): string {
  const key = `roles.${role}.name` as MessageKey;
  return t.has(key) ? t(key) : (names[role] ?? role);
}
