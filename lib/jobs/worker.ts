import { closeDatabase } from "#lib/db.ts";
import { settings } from "#lib/env.ts";
import { logger } from "#lib/logger.ts";
import { endWithSupervisor } from "#lib/server/child.ts";
import { startRunner } from "./runner.ts";

// The worker process, started by lib/server/start.ts. Any number of them, on any number of machines, share the work.

settings();
const runner = startRunner();
logger().info("worker started");

endWithSupervisor(async () => {
  await runner.stop();
  await closeDatabase();
  logger().info("worker stopped");
});

process.send?.("ready");
