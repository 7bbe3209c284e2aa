import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type DataFolder, openDataFolder, readOrMakeSecrets, socketFolder, takeLock } from "./data-folder.ts";

let parent: string;
let folder: DataFolder;
beforeEach(() => {
  parent = mkdtempSync(path.join(tmpdir(), "atrium-folder-"));
  folder = openDataFolder(path.join(parent, "new", "data"));
});
afterEach(() => rmSync(parent, { recursive: true }));

const modeOf = (file: string) => (statSync(file).mode & 0o777).toString(8);

test("the folder and its secrets are for their owner alone, and stay the same", () => {
  const made = readOrMakeSecrets(folder);
  expect([modeOf(folder.root), modeOf(folder.secrets)]).toEqual(["700", "600"]);
  expect(new Set(Object.values(made)).size).toBe(4);
  expect(readOrMakeSecrets(folder)).toEqual(made);
});

test("data without their secrets are not opened with new ones", () => {
  mkdirSync(folder.postgres);
  expect(() => readOrMakeSecrets(folder)).toThrow(/secrets.json is missing/);
  writeFileSync(folder.secrets, "{");
  expect(() => readOrMakeSecrets(folder)).toThrow(/damaged/);
  expect(readFileSync(folder.secrets, "utf8")).toBe("{");
});

test("one holder at a time; a holder that is killed lets go", async () => {
  const hold = `import { openDataFolder, takeLock } from ${JSON.stringify(path.resolve(import.meta.dirname, "data-folder.ts"))};
    globalThis.held = takeLock(openDataFolder(${JSON.stringify(folder.root)}));
    console.log(globalThis.held !== null); setInterval(() => {}, 1000);`;
  const other = spawn(process.execPath, ["--input-type=module-typescript", "-e", hold], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [said] = (await once(other.stdout, "data")) as [Buffer];
  expect(said.toString().trim()).toBe("true");
  expect(takeLock(folder)).toBeNull();
  other.kill("SIGKILL");
  await once(other, "exit");
  const mine = takeLock(folder);
  expect(mine).not.toBeNull();
  expect(takeLock(folder)).toBeNull();
  mine?.release();
});

test("a socket's folder is short and private however long the path of the data is", () => {
  const socket = socketFolder(`${folder.root}/${"long".repeat(60)}`);
  expect(`${socket}/.s.PGSQL.5432`.length).toBeLessThan(104);
  expect(modeOf(socket)).toBe("700");
  rmSync(socket, { recursive: true });
});
