import { newId } from "#lib/ids.ts";
import { nameKey, searchKey } from "#lib/workspaces/rules.ts";
import { COURSES, DESCRIPTIONS, FIRST_NAMES, LAST_NAMES, TEAMS } from "./many-data.ts";

// The rows of a large tenant, one by one. What a number makes is the same each time, but for ids and dates.

const DAY = 86_400_000;
const ROLES = ["algorithm-developer", "algorithm-developer", "visitor", "administrator"];

export type People = {
  superAdminId: string;
  users: readonly { id: string; email: string | null }[];
  groups: readonly { id: string }[];
  projects: readonly { id: string }[];
};

/** Numbers from 0 to 1 that follow from the seed (mulberry32). */
function dice(seed: number): () => number {
  let state = seed * 0x9e3779b1;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The first ones more often than the last: a few people are everywhere. `power` 1: all alike. */
function pick<T>(from: readonly T[], roll: number, power = 1): T {
  return from[Math.floor(from.length * roll ** power)]!;
}

export function makePerson(tenant: string, number: number) {
  const roll = dice(number + 1);
  const first = pick(FIRST_NAMES, roll());
  return {
    id: newId("usr"),
    name: `${first.name} ${pick(LAST_NAMES, roll())}`,
    email: `${first.slug}.${number}@${tenant}.test`,
  };
}

export type NewRow = ReturnType<typeof makeWorkspace>;

/** Two of three stand in one of a few courses, as where every student has one; the others belong to teams. */
export function makeWorkspace(number: number, { superAdminId, users, projects }: People) {
  const roll = dice(number + 1);
  const words = roll() < 0.66 ? pick(COURSES, roll(), 2) : pick(TEAMS, roll());
  const digits = String(number).padStart(6, "0");
  const identity = { id: newId("ws"), name: `${words.name}-${digits}`, slug: `${words.slug}-${digits}` };
  const shown = { ...identity, description: pick(DESCRIPTIONS, roll()) };
  const created = Date.now() - Math.floor(roll() * 1_000 * DAY);
  const kind = roll();
  return {
    ...shown,
    nameKey: nameKey(shown.name),
    searchKey: searchKey(shown),
    enterpriseProjectId: pick(projects, roll(), 2).id,
    authorizationType: kind < 0.03 ? "PUBLIC" : kind < 0.8 ? "INTERNAL" : "PRIVATE",
    status: roll() < 0.05 ? "DISABLED" : "NORMAL",
    ownerId: users.length > 0 ? pick(users, roll(), 3).id : superAdminId,
    createdAt: new Date(created).toISOString(),
    updatedAt: new Date(created + Math.floor(roll() * (Date.now() - created))).toISOString(),
  };
}

/** Up to five people, now and then a group; some only for a time. Memberships of a PRIVATE one sleep. */
export function makeMembers({ id, ownerId, slug }: NewRow, { users, groups }: People) {
  const roll = dice(Number(slug.slice(-6)) + 0x5eed);
  const chosen = Array.from({ length: Math.floor(roll() * 5) }, () =>
    groups.length > 0 && roll() < 0.03
      ? pick(groups, roll()).id
      : (users.length > 0 ? pick(users, roll(), 3) : { id: ownerId }).id,
  );
  return [...new Set(chosen)]
    .filter((principalId) => principalId !== ownerId)
    .map((principalId) => ({
      id: newId("mbr"),
      workspaceId: id,
      principalId,
      roles: [pick(ROLES, roll())],
      expiresAt: roll() < 0.05 ? new Date(Date.now() + 90 * DAY) : null,
    }));
}
