import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readMessage } from "#lib/message.ts";
import { changesFixed, isReserved, nameKey, proposedSlug, slugCandidates, slugProblem } from "./rules.ts";
import { newWorkspace, workspaceFilter, workspaceName } from "./schema.ts";

/** The key of what is wrong with a name; null when it may be used. */
function wrong(name: unknown): string | null {
  const parsed = workspaceName.safeParse(name);
  return parsed.success ? null : readMessage(parsed.error.issues[0]!.message).key;
}

describe("a workspace name", () => {
  test.each([
    "team-ml_2026",
    "研究团队-视觉",
    "Größe",
    "данные",
    "देवनागरी",
    "قسم-الرؤية",
    "a".repeat(64),
    "𠀀𠀁𠀂𠀃", // four code points outside the first plane
  ])("may be %s", (name) => expect(wrong(name)).toBeNull());

  test.each([
    ["", "fields.required"],
    ["   ", "fields.required"],
    ["abc", "fields.too_short"],
    ["𠀀𠀁𠀂", "fields.too_short"],
    ["a".repeat(65), "fields.too_long"],
    ["a".repeat(10_000), "fields.too_long"],
    ["two words", "workspaces.errors.name_characters"],
    ["team🎉🎉", "workspaces.errors.name_characters"],
    ["team\u0000name", "workspaces.errors.name_characters"],
    ["team\u200bname", "workspaces.errors.name_characters"],
    ["team\u202ename", "workspaces.errors.name_characters"],
    ["<script>", "workspaces.errors.name_characters"],
    ["=cmd()", "workspaces.errors.name_characters"],
    ["Default", "workspaces.errors.reserved"],
    ["SYSTEM", "workspaces.errors.reserved"],
    ["ｄｅｆａｕｌｔ", "workspaces.errors.reserved"],
    ["default\u{FE0F}", "workspaces.errors.reserved"],
    [{ contains: "" }, "fields.invalid"],
    [null, "fields.required"],
    [42, "fields.invalid"],
  ])("may not be %j (%s)", (name, key) => expect(wrong(name)).toBe(key));

  test("is kept in NFC, so that it looks and compares the same", () => {
    expect(workspaceName.parse("Cafe\u0301")).toBe("Caf\u00e9");
  });

  test.each([
    ["Team-ML", "team-ml"],
    ["ＴＥＡＭ-ＭＬ", "team-ml"],
    ["straße", "STRASSE"],
    ["ΟΔΟΣ", "οδος"],
    ["ﬁle-name", "FILE-NAME"],
    ["team\u{FE0F}-ml", "Team-ML"], // a variation selector is a letter's mark to Unicode, and nothing to the eye
  ])("%s is the same name as %s", (one, other) => expect(nameKey(one)).toBe(nameKey(other)));

  test("folding twice changes nothing", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (name) => nameKey(nameKey(name)) === nameKey(name)),
      { seed: 7 },
    );
  });
});

describe("a slug", () => {
  test.each(["ab", "team-ml", "a.b_c@d+e", "w2-4", "a".repeat(63)])("may be %s", (slug) =>
    expect(slugProblem(slug)).toBeNull(),
  );

  test.each([
    ["a", "slug_length"],
    ["a".repeat(64), "slug_length"],
    ["Team", "slug_characters"],
    ["2026", "slug_characters"],
    ["-ab", "slug_characters"],
    ["te am", "slug_characters"],
    ["tëam", "slug_characters"],
    ["a--b", "slug_hyphens"],
    ["ab-", "slug_hyphens"],
    ["ws-0123456789abcdef", "slug_like_id"],
    ["default", "reserved"],
    ["system", "reserved"],
  ])("may not be %s (%s)", (slug, why) => expect(slugProblem(slug)).toBe(`workspaces.errors.${why}`));

  test.each([
    ["Team ML_Research", "team-ml-research"],
    ["2026-lab", "lab"],
    ["a", null],
    ["🎉🎉", null],
    ["default", null],
    ["a".repeat(80), "a".repeat(63)],
  ])("%s proposes %s", (name, slug) => expect(proposedSlug(name)).toBe(slug));

  test("what is proposed can be used, whatever the name", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 90 }), (name) => {
        const slug = proposedSlug(name);
        return slug === null || slugCandidates(slug).every((candidate) => slugProblem(candidate) === null);
      }),
      { seed: 7 },
    );
  });
});

describe("built-in workspaces", () => {
  const before = { name: "default", description: "", enterpriseProjectId: "ep-1", authorizationType: "PUBLIC" };
  test("of default, what is fixed stays, and the rest may change", () => {
    expect(changesFixed("DEFAULT", before, before)).toBe(false);
    expect(changesFixed("DEFAULT", before, { ...before, description: "new" })).toBe(true);
    expect(changesFixed("DEFAULT", before, { ...before, authorizationType: "PRIVATE" })).toBe(true);
  });
  test("system stays as it is, others do not care", () => {
    expect(changesFixed("SYSTEM", before, before)).toBe(true);
    expect(changesFixed(null, before, { ...before, name: "other" })).toBe(false);
  });
  test("their names are reserved in any case and width", () => {
    expect(["default", "System", "ＤＥＦＡＵＬＴ"].every(isReserved)).toBe(true);
    expect(isReserved("defaults")).toBe(false);
  });
});

describe("forms and addresses", () => {
  const fields = { name: "team-a", enterpriseProjectId: "ep-0123456789abcdef" };

  test("a new workspace is PRIVATE unless said, and those named get Algorithm Developer", () => {
    expect(newWorkspace.parse(fields)).toMatchObject({
      authorizationType: "PRIVATE",
      role: "algorithm-developer",
      members: [],
    });
  });

  test("nobody can be made Owner by naming the role", () => {
    expect(newWorkspace.safeParse({ ...fields, role: "owner" }).success).toBe(false);
  });

  test("at most 500 at once", () => {
    const members = Array.from({ length: 501 }, (_, n) => ({ federated: `student-${n}` }));
    const parsed = newWorkspace.safeParse({ ...fields, members });
    expect(parsed.error?.issues[0]).toMatchObject({ path: ["members"], message: "fields.too_many?max=500" });
  });

  test("an address with words that no longer exist still shows the list", () => {
    const filter = workspaceFilter.parse({ status: "NORMAL,GONE", sort: "size", limit: "-5", cursor: "x" });
    expect(filter).toMatchObject({ status: ["NORMAL"], sort: "name", limit: 20 });
  });
});
