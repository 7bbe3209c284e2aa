import { mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { ensureClient } from "#lib/server/build.ts";
import { type Ended, node, PROJECT, type Result, sum, tell, tool } from "#lib/testing/run.ts";

// `npm run check`: everything that can be said without a browser. Two things at a time, the longest first.

const REPORT = path.join(PROJECT, "test-results", "vitest.json");

type Test = { status: string; fullName: string; failureMessages: string[] };
type Report = {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { name: string; status: string; message: string; assertionResults: Test[] }[];
};

type Suite = { name: string; run(): Promise<Ended>; count?(ended: Ended): Pick<Result, "passed" | "failed"> };

const suites: Suite[] = [
  {
    name: "tests",
    run() {
      rmSync(REPORT, { force: true });
      const args = ["run", "--reporter=json", `--outputFile=${REPORT}`];
      return node([tool("vitest/vitest.mjs"), ...args], { env: { NO_COLOR: "1" } });
    },
    count: countTests,
  },
  {
    name: "types",
    async run() {
      const generated = await node([tool("next/dist/bin/next"), "typegen"]); // the types of pages and their parameters
      if (generated.code !== 0) return generated;
      const checked = await node([tool("typescript/bin/tsc"), "--noEmit", "--project", "."]);
      return { ...checked, seconds: checked.seconds + generated.seconds };
    },
  },
  { name: "lint", run: () => node([tool("eslint/bin/eslint.js"), "--max-warnings", "0", "."]) },
  { name: "format", run: () => node([tool("prettier/bin/prettier.cjs"), "--check", "--log-level", "warn", "."]) },
  {
    name: "imports",
    run: () =>
      node([tool("dependency-cruiser/bin/dependency-cruise.mjs"), "app", "components", "lib", "prisma", "e2e"]),
  },
  { name: "unused", run: () => node([tool("knip/bin/knip.js"), "--no-config-hints"]) },
];

/** A file that does not even load counts as a failed test, and so does whatever else made vitest fail. */
function countTests(ended: Ended): Pick<Result, "passed" | "failed"> {
  try {
    const report = JSON.parse(readFileSync(REPORT, "utf8")) as Report;
    const broken = report.testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0);
    const failed = report.numFailedTests + broken.length;
    ended.output += failures(report);
    return { passed: report.numPassedTests, failed: failed === 0 && ended.code !== 0 ? 1 : failed };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

function failures({ testResults }: Report): string {
  const told = testResults.flatMap(({ name, message, assertionResults }) => {
    const file = path.relative(PROJECT, name);
    const tests = assertionResults.filter(({ status }) => status === "failed");
    if (message && assertionResults.length === 0) return [`${file}\n${message}`];
    return tests.map(({ fullName, failureMessages }) => `${file}: ${fullName}\n${failureMessages.join("\n")}`);
  });
  const ours = (line: string) => !/^\s*at .*node_modules|^\s*at new Promise/.test(line);
  return told.map((each) => `\n${each.trim().split("\n").filter(ours).join("\n    ")}\n`).join("");
}

async function runSuite({ name, run, count }: Suite): Promise<Result> {
  const ended = await run();
  const counted = count?.(ended) ?? { passed: ended.code === 0 ? 1 : 0, failed: ended.code === 0 ? 0 : 1 };
  const result = { name, ...counted, seconds: ended.seconds };
  tell(result);
  if (result.failed > 0) process.stdout.write(`${ended.output.trimEnd()}\n\n`);
  return result;
}

/** Runs all of it; prints a line each, and what a failed one said. */
export async function check(): Promise<Result[]> {
  mkdirSync(path.dirname(REPORT), { recursive: true });
  await ensureClient({ say: console.log });
  const waiting = [...suites];
  const results: Result[] = [];
  const lane = async () => {
    for (let suite = waiting.shift(); suite; suite = waiting.shift()) results.push(await runSuite(suite));
  };
  await Promise.all([lane(), lane()]);
  return results;
}

if (import.meta.main) {
  const { failed } = sum(await check());
  console.log(failed === 0 ? "All checks passed." : `${failed} failed.`);
  process.exitCode = failed === 0 ? 0 : 1;
}
