import type { TestProject } from "vitest/node";
import { resolveSettings } from "#lib/env.ts";
import { deploy } from "#lib/server/migrations.ts";
import { startTestCluster, withClient } from "#lib/server/postgres.ts";

const TEMPLATE = "template_atrium";

declare module "vitest" {
  interface ProvidedContext {
    /** How to reach the database that every worker's is a copy of; nobody connects to it. */
    template: { name: string; appUrl: string; ownerUrl: string };
  }
}

/** Once for a run of vitest: a PostgreSQL, and in it a database migrated as a deployment is. Returns what ends it. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  resolveSettings({ ATRIUM_LOG_LEVEL: "error" });
  const cluster = await startTestCluster();
  // Vitest leaves at once when it is interrupted a second time or told to terminate; the cluster must not stay.
  const end = (signal: NodeJS.Signals) => void cluster.stop().finally(() => process.kill(process.pid, signal));
  for (const signal of ["SIGTERM", "SIGHUP"] as const) process.once(signal, end);
  try {
    const urls = await cluster.createDatabase(TEMPLATE);
    await deploy(urls);
    await closeToConnections(urls.ownerUrl);
    project.provide("template", { name: TEMPLATE, ...urls });
  } catch (error) {
    await cluster.stop();
    throw error;
  }
  return () => cluster.stop();
}

/** Only a database that nobody is connected to can be copied; whoever still is must leave now. */
async function closeToConnections(ownerUrl: string): Promise<void> {
  const url = new URL(ownerUrl);
  url.pathname = "/postgres";
  await withClient(url.href, async (owner) => {
    await owner.query(`ALTER DATABASE ${TEMPLATE} ALLOW_CONNECTIONS false`);
    await owner.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1", [TEMPLATE]);
  });
}
