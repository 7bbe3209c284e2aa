import { expect, test } from "vitest";
import { parseSettings, Refusal } from "./env.ts";

test("with nothing set, everything has a default", () => {
  expect(parseSettings({})).toMatchObject({
    PORT: 3000,
    ATRIUM_DATA_DIR: ".atrium",
    ATRIUM_TRUSTED_PROXIES: [],
    ATRIUM_DATABASE_POOL: 10,
  });
});

test("an empty value counts as unset", () => {
  expect(parseSettings({ PORT: " ", DATABASE_URL: "" })).toMatchObject({ PORT: 3000 });
});

test("every wrong variable is named, one sentence a line, without its value", () => {
  const wrong = {
    PORT: "http",
    ATRIUM_URL: "example.org/atrium",
    ATRIUM_SECRET: "hunter2",
    ATRIUM_TRUSTED_PROXIES: "10.0.0.0/8, proxy",
  };
  expect(() => parseSettings(wrong)).toThrow(Refusal);
  try {
    parseSettings(wrong);
  } catch (error) {
    const lines = (error as Refusal).message.split("\n");
    expect(lines.map((line) => line.split(" ")[0])).toEqual([
      "PORT",
      "ATRIUM_URL",
      "ATRIUM_TRUSTED_PROXIES",
      "ATRIUM_SECRET",
    ]);
    expect(lines.join()).not.toContain("hunter2");
  }
});

test.each(["0", "65536", "3e3", "-1", "3000.5"])("%s is no port", (PORT) => {
  expect(() => parseSettings({ PORT })).toThrow("PORT must be a port number from 1 to 65535.");
});

test.each(["mysql://a/b", "postgresql://host", "host=a dbname=b"])(
  "%s is no address of a PostgreSQL",
  (DATABASE_URL) => {
    expect(() => parseSettings({ DATABASE_URL })).toThrow(/^DATABASE_URL must look like/);
  },
);

test("the public address loses its slash and takes no path", () => {
  expect(parseSettings({ ATRIUM_URL: "https://atrium.example.org/" }).ATRIUM_URL).toBe("https://atrium.example.org");
  expect(() => parseSettings({ ATRIUM_URL: "https://example.org/atrium" })).toThrow(/^ATRIUM_URL/);
});

test("an owner's address makes no sense without the application's", () => {
  expect(() => parseSettings({ ATRIUM_MIGRATION_URL: "postgresql://owner@db/atrium" })).toThrow(/DATABASE_URL is not/);
});
