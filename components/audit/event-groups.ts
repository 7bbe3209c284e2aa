import type { Option } from "#components/ui/picker-options.ts";
import { eventText } from "#lib/audit/words.ts";
import type { T } from "#lib/i18n/translator.ts";

/** What events are about, by the first word of their names: of what was done, and of commands that were refused. */
const GROUPS = {
  workspaces: ["workspace", "workspaces"],
  members: ["member", "members"],
  users: ["user", "users", "accounts", "permissions", "administrator", "administrators"],
  groups: ["group", "groups"],
  agencies: ["agency", "agencies"],
  enterpriseProjects: ["enterprise_project", "enterpriseProjects"],
  sessions: ["session", "password", "profile", "me"],
  tenant: ["tenant", "tenants"],
  audit: ["audit"],
} as const;
type Group = keyof typeof GROUPS;
const ORDER = Object.keys(GROUPS) as Group[];

function groupOf(event: string): Group | null {
  const first = event.split(".")[0]!;
  return ORDER.find((group) => (GROUPS[group] as readonly string[]).includes(first)) ?? null;
}

/** Events in words, group by group; each says its group at the right, where it is found too. */
export function eventOptions(events: readonly string[], t: T): Option[] {
  const place = (event: string) => {
    const group = groupOf(event);
    return group ? ORDER.indexOf(group) : ORDER.length;
  };
  return events
    .map((event) => ({ event, label: eventText(t, event), place: place(event) }))
    .sort((a, b) => a.place - b.place || a.label.localeCompare(b.label))
    .map(({ event, label }) => {
      const group = groupOf(event);
      return { value: event, label, hint: group ? t(`audit.groups.${group}`) : event };
    });
}
