import { defineConfig } from "vitest/config";

// One throw-away PostgreSQL for the whole run; each worker has a database of its own in it, and each test a tenant of its
// own in that. So nothing is truncated and files run in any order, side by side.
export default defineConfig({
  test: {
    include: ["lib/**/*.test.ts", "components/**/*.test.ts", "prisma/**/*.test.ts"],
    globalSetup: "lib/testing/cluster.ts",
    setupFiles: "lib/testing/setup.ts",
    // Plain Node runs the modules, as in production: no bundler stands between a test and what it tests.
    experimental: { viteModuleRunner: false, nodeLoader: false },
    isolate: false, // loading the Prisma client anew for each file would cost more than all tests together
    testTimeout: 20_000,
    hookTimeout: 30_000,
    teardownTimeout: 20_000,
  },
});
