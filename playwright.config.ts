import { defineConfig } from "@playwright/test";

// For `npm run e2e` (lib/testing/e2e.ts), which starts the product and sets these.
const { ATRIUM_URL, ATRIUM_E2E_BROWSER, ATRIUM_PICTURES, PLAYWRIGHT_JSON_OUTPUT_FILE } = process.env;

export default defineConfig({
  testDir: "e2e",
  testMatch: "*.spec.ts",
  outputDir: "test-results/e2e",
  fullyParallel: true,
  workers: 2,
  // A test that passes only the second time has found something: it fails on a desk. A shared machine that stalls for
  // seconds gets a second try, and `npm run e2e` tells which tests needed it.
  retries: process.env.CI ? 1 : 0,
  forbidOnly: true,
  metadata: { pictures: ATRIUM_PICTURES === "1" }, // e2e/pictures.spec.ts
  timeout: 30_000,
  expect: { timeout: 7_000 },
  reporter: [["list"], ["json", { outputFile: PLAYWRIGHT_JSON_OUTPUT_FILE ?? "test-results/e2e.json" }]],
  use: {
    baseURL: ATRIUM_URL,
    locale: "en-US",
    timezoneId: "Europe/Berlin",
    viewport: { width: 1280, height: 800 },
    reducedMotion: "reduce",
    trace: "on-first-retry", // costs a quarter of the time: at a desk, `npm run e2e -- --trace retain-on-failure`
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: ATRIUM_E2E_BROWSER,
      args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
    },
  },
  projects: [{ name: "chromium", use: { browserName: "chromium" } }],
});
