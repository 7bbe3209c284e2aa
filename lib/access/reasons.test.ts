import { createTranslator } from "use-intl/core";
import { describe, expect, test } from "vitest";
import en from "#lib/i18n/messages/en.json" with { type: "json" };
import zh from "#lib/i18n/messages/zh-CN.json" with { type: "json" };
import { MANAGEMENT_PERMISSIONS } from "./management.ts";
import { reasonText, withoutNames } from "./reasons.ts";
import { BUILT_IN_ROLES, MODULES, verbsOf } from "./roles.ts";
import type { Step } from "./types.ts";

/** What is left where a message or a value is missing. */
const NOT_WORDS = /[{}]|undefined|(reasons|roles|management)\.[a-z]/;

const inEnglish = words("en", en);
const inChinese = words("zh-CN", zh);

function words(locale: "en" | "zh-CN", messages: object) {
  const onError = (error: Error) => {
    throw error;
  };
  const t = createTranslator({ locale, messages: messages as Record<string, string>, timeZone: "UTC", onError });
  return (step: Step, of?: string) =>
    reasonText(step, t as (key: string, values?: Record<string, string | number | Date>) => string, of);
}

/** One of each rule: a new rule without words here is a type error. */
const EXAMPLES: { [R in Step["rule"]]: Step & { rule: R } } = {
  super_admin: { rule: "super_admin" },
  super_admin_only: { rule: "super_admin_only", act: "force" },
  inactive: { rule: "inactive" },
  service_account: { rule: "service_account" },
  creator: { rule: "creator" },
  owner: { rule: "owner" },
  membership: { rule: "membership", roles: ["visitor", "algorithm-developer"] },
  group: { rule: "group", groupId: "grp-1", group: "Vision", roles: ["visitor"] },
  group_disabled: { rule: "group_disabled", groupId: "grp-1", group: "Vision" },
  public: { rule: "public", role: "visitor" },
  expired: { rule: "expired", at: "2030-05-03T12:00:00.000Z" },
  unknown_roles: { rule: "unknown_roles", roles: ["ghost"] },
  private_sleeps: { rule: "private_sleeps" },
  not_member: { rule: "not_member" },
  hidden_by_state: { rule: "hidden_by_state", status: "DELETING" },
  role_grants: { rule: "role_grants", role: "visitor", module: "datasets", verb: "view", scope: ["own", "public"] },
  no_role_grants: { rule: "no_role_grants", module: "workspace", verb: "update", roles: ["visitor"] },
  owner_only: { rule: "owner_only", module: "workspace", verb: "transfer" },
  system_read_only: { rule: "system_read_only" },
  entity_own: { rule: "entity_own" },
  entity_public: { rule: "entity_public" },
  entity_of_others: { rule: "entity_of_others", scope: ["own"] },
  outside: { rule: "outside", module: "datasets", verb: "view" },
  management: { rule: "management", permission: "workspaces.manage" },
  lacks_management: { rule: "lacks_management", permission: "accounts.manage" },
  agency_manages_nothing: { rule: "agency_manages_nothing" },
  state: { rule: "state", status: "DISABLED", act: "change" },
  not_assignable: { rule: "not_assignable", role: "owner" },
  exceeds_own: { rule: "exceeds_own", role: "administrator" },
  outlasts_own: { rule: "outlasts_own", role: "administrator" },
  beyond_own: { rule: "beyond_own", module: "datasets", verb: "publish" },
  never_to_oneself: { rule: "never_to_oneself" },
  public_needs_administrator: { rule: "public_needs_administrator" },
};

/** What is said of a thing, or of what the reader is about to do: never about what somebody may do in a workspace. */
const TO_THE_READER: Step["rule"][] = [
  "creator",
  "entity_own",
  "entity_of_others",
  "exceeds_own",
  "outlasts_own",
  "beyond_own",
  "agency_manages_nothing",
  "never_to_oneself",
];

describe("reasons in words", () => {
  test.each(Object.values(EXAMPLES))("$rule, in both languages", (step) => {
    expect(inEnglish(step)).toMatch(/^[A-Z].*\.$/);
    expect(inChinese(step)).toMatch(/。$/);
    expect(inEnglish(step) + inChinese(step)).not.toMatch(NOT_WORDS);
  });

  test("about somebody else nothing is said to the reader, wherever others are explained", () => {
    const explained = Object.values(EXAMPLES).filter(({ rule }) => !TO_THE_READER.includes(rule));
    for (const step of explained) {
      expect(inEnglish(step, "Zhang Wei")).not.toMatch(/\b[Yy]ou/);
      expect(inChinese(step, "Zhang Wei")).not.toMatch(/您|你/);
    }
    expect(inEnglish(EXAMPLES.membership, "Zhang Wei")).toBe(
      "Zhang Wei is a member of this workspace (Visitor, Algorithm Developer).",
    );
  });

  test.each<[Step, string]>([
    [EXAMPLES.no_role_grants, "Your roles here (Visitor) do not include changing workspace information."],
    [EXAMPLES.membership, "You are a member of this workspace (Visitor, Algorithm Developer)."],
    [EXAMPLES.role_grants, "Visitor includes viewing datasets (your own and published ones)."],
    [EXAMPLES.unknown_roles, "These roles give nothing here: ghost."],
    [EXAMPLES.state, "This workspace is disabled. Enable it first."],
    [EXAMPLES.expired, "A membership expired on May 3, 2030 at 12:00 PM."],
  ])("%o", (step, sentence) => {
    expect(inEnglish(step).replaceAll(/\s/g, " ")).toBe(sentence);
  });

  test("every verb of every module can be said", () => {
    for (const module of MODULES) {
      for (const verb of verbsOf(module)) {
        const step: Step = { rule: "no_role_grants", module, verb, roles: [...BUILT_IN_ROLES.keys()] };
        expect(inEnglish(step) + inChinese(step)).not.toMatch(NOT_WORDS);
      }
    }
  });

  test("the audit gets ids in place of names", () => {
    expect(JSON.stringify(withoutNames([EXAMPLES.group, EXAMPLES.owner]))).not.toContain("Vision");
  });
});

describe.each([
  ["English", en],
  ["Chinese", zh],
])("names in %s", (_, messages) => {
  test("exist for every role and management permission", () => {
    const permissions = MANAGEMENT_PERMISSIONS.map((id) => id.replaceAll(".", "_"));
    expect(messages.roles).toMatchObject(
      Object.fromEntries([...BUILT_IN_ROLES.keys()].map((id) => [id, { name: expect.any(String) }])),
    );
    expect(messages.management).toMatchObject(Object.fromEntries(permissions.map((id) => [id, expect.any(String)])));
  });
});
