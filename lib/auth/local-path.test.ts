import { expect, test } from "vitest";
import { localPath } from "./local-path.ts";

test.each([
  ["/workspaces", "/workspaces"],
  ["/w/lab/members?search=a%20b#top", "/w/lab/members?search=a%20b#top"],
  ["/w/../workspaces", "/workspaces"],
  ["/", "/"],
])("%s is one of our paths", (text, path) => {
  expect(localPath(text)).toBe(path);
});

test.each([
  "//evil.test",
  "/\\evil.test",
  "\\\\evil.test",
  "/\t/evil.test",
  "/.//evil.test",
  "/x/..//evil.test",
  "https://evil.test",
  "javascript:alert(1)",
  "evil.test",
  "",
  `/${"x".repeat(10_000)}`,
  ["/workspaces"],
  { contains: "" },
  undefined,
])("%o leads nowhere", (text) => {
  expect(localPath(text)).toBeNull();
});
