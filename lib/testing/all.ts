import { check } from "#lib/testing/check.ts";
import { e2e } from "#lib/testing/e2e.ts";
import { type Result, sum, tell } from "#lib/testing/run.ts";

// `npm test`: all checks, then the browser. The last line says how it ended, for people and machines.

async function browser(): Promise<Result> {
  try {
    return await e2e();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return { name: "browser", passed: 0, failed: 1, seconds: 0 };
  }
}

const results = [...(await check()), await browser()];
console.log();
for (const result of results) tell(result);
const { passed, failed } = sum(results);
process.exitCode = failed === 0 ? 0 : 1;
console.log(`\n${passed} passed, ${failed} failed`);
