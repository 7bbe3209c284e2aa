import { inject } from "vitest";
import { resolveSettings } from "#lib/env.ts";
import { takeWorkerDatabase } from "#lib/testing/database.ts";

// Before each test file: the environment of a running Atrium, with this worker's own database.
resolveSettings({
  ATRIUM_SECRET: "a secret for tests, long enough to be one",
  ATRIUM_AUDIT_KEY: "an audit key for tests, long enough to be one",
  ATRIUM_URL: "http://atrium.test",
  ATRIUM_LOG_LEVEL: "silent",
});
await takeWorkerDatabase(inject("template"));
