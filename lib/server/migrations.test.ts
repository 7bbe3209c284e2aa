import { expect, test } from "vitest";
import { testUrls } from "#lib/testing/database.ts";
import { withEmptyDatabase } from "./migrations.fixture.ts";
import { readMigrations } from "./migration-files.ts";
import { deploy, migrationStatus, schemaDiff } from "./migrations.ts";
import { withClient } from "./postgres.ts";

const names = readMigrations().map(({ name }) => name);

test("the migrations lead to schema.prisma, and nothing is missing", async () => {
  expect(await schemaDiff(testUrls())).toBe("");
});

test("two instances that start at once: one migrates, the other waits", async () => {
  await withEmptyDatabase(async (urls) => {
    const applied = await Promise.all([deploy(urls), deploy(urls)]);
    expect(applied.map((list) => list.length).sort()).toEqual([0, names.length]);
    expect(await migrationStatus(urls)).toEqual({ applied: names, due: [], changed: [], unknown: [] });
  });
});

test("a migration that was interrupted before it took effect is applied by the next start", async () => {
  await withEmptyDatabase(async (urls) => {
    await deploy(urls);
    await withClient(urls.ownerUrl, async (owner) => {
      await owner.query(`DROP SCHEMA public CASCADE; CREATE SCHEMA public`);
    });
    await withClient(urls.ownerUrl, async (owner) => {
      await owner.query(`CREATE TABLE _prisma_migrations (id varchar(36) PRIMARY KEY, checksum varchar(64) NOT NULL, finished_at timestamptz,
        migration_name varchar(255) NOT NULL, logs text, rolled_back_at timestamptz, started_at timestamptz NOT NULL DEFAULT now(),
        applied_steps_count int NOT NULL DEFAULT 0)`);
      await owner.query("INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ('1', 'x', $1)", [
        names[0],
      ]);
    });
    expect(await deploy(urls)).toEqual(names);
  });
});

test("a migration that was changed after it was applied stops the start", async () => {
  await withEmptyDatabase(async (urls) => {
    await deploy(urls);
    await withClient(urls.ownerUrl, (owner) =>
      owner.query("UPDATE _prisma_migrations SET checksum = 'other' WHERE migration_name = $1", [names[0]]),
    );
    await expect(deploy(urls)).rejects.toThrow(`migration ${names[0]}. Put the file back`);
  });
});

test("a newer version may have migrated further: the older one goes on", async () => {
  await withEmptyDatabase(async (urls) => {
    await deploy(urls);
    await withClient(urls.ownerUrl, (owner) =>
      owner.query(
        "INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at) VALUES ('2', 'x', '9999_later', now())",
      ),
    );
    expect(await deploy(urls)).toEqual([]);
    expect((await migrationStatus(urls)).unknown).toEqual(["9999_later"]);
  });
});
