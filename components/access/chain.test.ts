import { expect, test } from "vitest";
import { say } from "#lib/access/reasons.ts";
import { translator } from "#lib/i18n/translator.ts";
import { chainsOf, marksOf, reachOf, type Link } from "./chain.ts";

const t = translator("en") as unknown as Parameters<typeof say>[1];
const inWords = (links: Link[]) => links.map((link) => (typeof link === "string" ? link : say(link, t))).join(" → ");
const notebooks = { module: "notebooks", levels: { "algorithm-developer": "execute", "rol-1": "read" } } as const;
const asks = (verb: string, because: unknown[], names = {}) =>
  chainsOf({ verb, because }, notebooks, names).map(inWords);

test("a yes is told from the way in to the verb", () => {
  const group = { rule: "group", groupId: "grp-1", group: "Vision", roles: ["algorithm-developer"] };
  const grants = { rule: "role_grants", role: "algorithm-developer", module: "notebooks", verb: "create", scope: [] };
  expect(asks("create", [group, grants])).toEqual([
    "group Vision → Algorithm Developer → Notebooks: Modify/Execute → Create",
  ]);
  expect(asks("create", [{ rule: "owner" }, { ...grants, role: "owner" }])).toEqual(["Owner → Notebooks → Create"]);
  expect(asks("create", [{ rule: "super_admin" }])).toEqual(["Super Admin → Create"]);
  expect(asks("view", [{ rule: "management", permission: "workspaces.manage" }])).toEqual([
    "from outside: Manage workspaces → View",
  ]);
});

test("a no is told for each way that ends before it, by the names of custom roles", () => {
  const ways = [
    { rule: "membership", roles: ["rol-1"] },
    { rule: "public", role: "visitor" },
  ];
  const none = { rule: "no_role_grants", module: "notebooks", verb: "create", roles: ["rol-1", "visitor"] };
  expect(asks("create", [...ways, none], { "rol-1": "Scribe" })).toEqual([
    "direct membership → Scribe → Notebooks: Read-only → Create",
    "PUBLIC → Visitor → Notebooks → Create",
  ]);
  expect(asks("create", [{ rule: "private_sleeps" }])).toEqual([]);
});

test("how far a yes reaches is one word", () => {
  expect(reachOf({ allowed: false, scope: [] })).toBe("no");
  expect(reachOf({ allowed: true, scope: [] })).toBe("yes");
  expect(reachOf({ allowed: true, scope: ["all"] })).toBe("yes");
  expect(reachOf({ allowed: true, scope: ["own", "public"] })).toBe("own_public");
  expect(marksOf("own_public")).toEqual(["own", "public"]);
});
