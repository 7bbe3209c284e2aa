import { describe, expect, test } from "vitest";
import { MODULES } from "#lib/access/roles.ts";
import { isBuiltInName, nameKey } from "./rules.ts";
import { newRole } from "./schema.ts";

const problem = (said: unknown) => newRole.safeParse(said).error?.issues[0]?.message;
const named = (name: string) => problem({ name, levels: {} });

describe("names of roles", () => {
  test.each(["T", "Labeler-2", "训练员", "étudiant_A", "x".repeat(64)])("%s is one", (name) => {
    expect(named(name)).toBeUndefined();
  });

  test.each([
    ["", "fields.required"],
    ["  ", "fields.required"],
    ["two words", "roles.errors.name_characters"],
    ["a.b", "roles.errors.name_characters"],
    ["a\u202Eb", "roles.errors.name_characters"],
    ["\u3164", "roles.errors.name_characters"],
    ["x".repeat(65), "fields.too_long?max=64"],
  ])("%o is refused", (name, message) => expect(named(name)).toBe(message));

  test.each([
    "visitor",
    "Owner",
    "ＯＷＮＥＲ",
    "Algorithm_Developer",
    "algorithm-developer",
    "管理员",
    "Аdministratоr",
    "V1sitor",
  ])("%s reads like a built-in role", (name) => {
    expect(isBuiltInName(name)).toBe(true);
    expect(named(name)).toBe("roles.errors.name_built_in");
  });

  test.each([
    ["Trainer", "ＴＲＡＩＮＥＲ"],
    ["Trainer", "Тrаinеr"],
    ["model0", "modelO"],
    ["lead", "Iead"],
    ["Straße", "STRASSE"],
  ])("%s and %s read alike", (one, other) => expect(nameKey(one)).toBe(nameKey(other)));

  test("names that can be told apart stay apart", () => {
    expect(new Set(["ml-dev", "ml_dev", "mldev", "训练员", "训练師"].map(nameKey)).size).toBe(5);
  });
});

describe("levels", () => {
  test("what is not named gives nothing; what is no module or no level is refused", () => {
    const { levels } = newRole.parse({ name: "Trainer", levels: { training: "full" } });
    expect(Object.keys(levels)).toEqual(MODULES);
    expect(levels).toMatchObject({ training: "full", workspace: "none" });
    expect(problem({ name: "Trainer", levels: { kitchen: "full" } })).toBe("fields.invalid");
    expect(problem({ name: "Trainer", levels: { training: "owner" } })).toBe("fields.invalid");
    expect(problem({ name: "Trainer", levels: { training: ["view@all"] } })).toBeDefined();
  });
});
