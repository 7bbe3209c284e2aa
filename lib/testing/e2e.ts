import { mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { ensureBrowser } from "#lib/testing/browser.ts";
import { startProduct } from "#lib/testing/product.ts";
import { node, PROJECT, type Result, tell, tool } from "#lib/testing/run.ts";

// `npm run e2e`: browser tests on the production build. What stands behind `--` goes to Playwright, as in
// `npm run e2e -- e2e/workspaces.spec.ts --headed`.

const REPORT = path.join(PROJECT, "test-results", "e2e.json");

type Report = { stats: { expected: number; unexpected: number; flaky: number; skipped: number } };

/** Starts the product, runs Playwright on it, stops it. */
export async function e2e(args: readonly string[] = []): Promise<Result> {
  const began = performance.now();
  mkdirSync(path.dirname(REPORT), { recursive: true });
  rmSync(REPORT, { force: true });
  const browser = await ensureBrowser();
  const product = await startProduct("e2e");
  try {
    const env = { ATRIUM_E2E_BROWSER: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: REPORT };
    const { code } = await node([tool("@playwright/test/cli.js"), "test", ...args], { env, show: true });
    const result = { name: "browser", ...count(code), seconds: (performance.now() - began) / 1000 };
    if (result.failed > 0) console.log(`The server's log: ${product.log}`);
    return result;
  } finally {
    await product.stop();
  }
}

/** A test that was left out has failed. One that needed its second try (playwright.config.ts) is named. */
function count(code: number): Pick<Result, "passed" | "failed"> {
  try {
    const { expected, unexpected, flaky, skipped } = (JSON.parse(readFileSync(REPORT, "utf8")) as Report).stats;
    const failed = unexpected + skipped;
    if (flaky > 0) console.log(`${flaky} browser tests passed only the second time: look at them.`);
    return { passed: expected + flaky, failed: failed === 0 && code !== 0 ? 1 : failed };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

if (import.meta.main) {
  const result = await e2e(process.argv.slice(2));
  tell(result);
  process.exitCode = result.failed > 0 ? 1 : 0;
}
