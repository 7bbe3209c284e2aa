import { accessSync, constants, existsSync } from "node:fs";
import path from "node:path";
import { chromium } from "@playwright/test";
import { node, run, tool } from "#lib/testing/run.ts";

/** Chromium without the parts that only a window needs: stories take a quarter less time. */
const SHELL = "chromium-headless-shell";
const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];

function onPath(names: readonly string[]): string | undefined {
  for (const folder of (process.env.PATH ?? "").split(path.delimiter).concat("/usr/bin", "/snap/bin")) {
    for (const name of names) {
      const file = path.join(folder, name);
      try {
        accessSync(file, constants.X_OK);
        return file;
      } catch {
        continue;
      }
    }
  }
  return undefined;
}

function find(): string | undefined {
  return onPath([SHELL]) ?? (existsSync(chromium.executablePath()) ? chromium.executablePath() : onPath(NAMES));
}

/**
 * A Chromium: Playwright's own, the system's, or one that is installed now. Root on Debian takes the system's package,
 * which needs nothing but the distribution's mirror; everybody else Playwright's download.
 */
export async function ensureBrowser(): Promise<string> {
  const debian = process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  const install = (name: string) => run("apt-get", ["install", "-y", "--no-install-recommends", name], { env });
  if (debian && !onPath([SHELL])) await install(SHELL); // where there is none, another one will do
  const found = find();
  if (found) return found;
  console.log("Installing Chromium…");
  const said: string[] = [];
  if (debian) {
    await run("apt-get", ["update"], { env });
    let ended = await install(SHELL);
    if (ended.code !== 0) ended = await install("chromium");
    said.push(ended.output);
  }
  if (!find()) said.push((await node([tool("@playwright/test/cli.js"), "install", "chromium"])).output);
  const installed = find();
  if (!installed) throw new Error(`There is no Chromium, and none could be installed:\n${said.join("\n")}`);
  return installed;
}
