import { accessSync, constants, existsSync } from "node:fs";
import path from "node:path";
import { chromium } from "@playwright/test";
import { node, run, tool } from "#lib/testing/run.ts";

const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];

function onPath(): string | undefined {
  for (const folder of (process.env.PATH ?? "").split(path.delimiter).concat("/usr/bin", "/snap/bin")) {
    for (const name of NAMES) {
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
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : onPath();
}

/**
 * A Chromium: Playwright's own, the system's, or one that is installed now. Root on Debian takes the system's package,
 * which needs nothing but the distribution's mirror; everybody else Playwright's download.
 */
export async function ensureBrowser(): Promise<string> {
  const found = find();
  if (found) return found;
  console.log("Installing Chromium…");
  const said: string[] = [];
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    const env = { DEBIAN_FRONTEND: "noninteractive" };
    const install = () => run("apt-get", ["install", "-y", "--no-install-recommends", "chromium"], { env });
    let ended = await install();
    if (ended.code !== 0) {
      await run("apt-get", ["update"], { env });
      ended = await install();
    }
    said.push(ended.output);
  }
  if (!find()) said.push((await node([tool("@playwright/test/cli.js"), "install", "chromium"])).output);
  const installed = find();
  if (!installed) throw new Error(`There is no Chromium, and none could be installed:\n${said.join("\n")}`);
  return installed;
}
