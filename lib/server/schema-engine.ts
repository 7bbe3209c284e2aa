import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { PrismaPg } from "@prisma/adapter-pg";
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import type { SchemaEngine } from "@prisma/schema-engine-wasm";
import pg from "pg";

/**
 * Prisma's schema engine as WebAssembly, over the same driver that the application uses. It keeps the same history
 * table as the `prisma` command line, which downloads a native engine and may not be able to.
 */
export async function withEngine<T>(ownerUrl: string, work: (engine: SchemaEngine) => Promise<T>): Promise<T> {
  const { SchemaEngine } = await loadEngine();
  const adapter = bindMigrationAwareSqlAdapterFactory(new EngineAdapter(ownerUrl));
  try {
    const engine = await SchemaEngine.new({ datamodels: undefined }, () => {}, adapter);
    try {
      return await work(engine);
    } finally {
      engine.free();
    }
  } catch (thrown) {
    throw new Error(messageOf(thrown), { cause: thrown });
  }
}

// The engine throws plain objects as well as errors, its message repeated in several forms.
function messageOf(thrown: unknown): string {
  const { message } = Object(thrown) as { message?: unknown };
  return typeof message === "string" ? message : JSON.stringify(thrown);
}

type EngineModule = typeof import("@prisma/schema-engine-wasm");
let loaded: Promise<EngineModule> | undefined;

// The package's own entry imports the .wasm file as a module, which Node does not do everywhere.
function loadEngine(): Promise<EngineModule> {
  return (loaded ??= (async () => {
    const bindings = (await import("@prisma/schema-engine-wasm/schema_engine_bg")) as EngineModule & WebAssembly.ModuleImports;
    const file = new URL("schema_engine_bg.wasm", import.meta.resolve("@prisma/schema-engine-wasm/schema_engine_bg"));
    const imports = { "./schema_engine_bg.js": bindings };
    const { instance } = await WebAssembly.instantiate(readFileSync(fileURLToPath(file)), imports);
    bindings.__wbg_set_wasm(instance.exports);
    (instance.exports as { __wbindgen_start(): void }).__wbindgen_start();
    return bindings;
  })());
}

/** Prisma's adapter, changed where the engine needs something else than the query builder does. */
class EngineAdapter implements SqlMigrationAwareDriverAdapterFactory {
  readonly provider = "postgres";
  readonly adapterName = "@prisma/adapter-pg";
  private readonly url: string;

  constructor(url: string) {
    this.url = url;
  }

  async connect(): Promise<SqlDriverAdapter> {
    return open(new pg.Pool({ connectionString: this.url, max: 2 }));
  }

  /** An empty database beside the real one, in which the engine replays the history to compare with the schema. */
  async connectToShadowDb(): Promise<SqlDriverAdapter> {
    const name = `atrium_shadow_${randomUUID()}`;
    const beside = new URL(this.url);
    beside.pathname = `/${name}`;
    const main = new pg.Pool({ connectionString: this.url, max: 1 });
    await main.query(`CREATE DATABASE "${name}"`);
    const shadow = new pg.Pool({ connectionString: beside.href, max: 2 });
    return open(shadow, async () => {
      await main.query(`DROP DATABASE "${name}" WITH (FORCE)`);
      await main.end();
    });
  }
}

// PostgreSQL's internal one-byte type stands in catalogues that the engine reads; the adapter knows it as text only.
const CHAR = 18;
const TEXT = 25;

async function open(pool: pg.Pool, afterwards?: () => Promise<void>): Promise<SqlDriverAdapter> {
  pool.on("error", () => {}); // broken idle connections; a query on one fails by itself
  const ask: (query: pg.QueryConfig) => Promise<pg.QueryResult> = pool.query.bind(pool);
  const adapter = await new PrismaPg(
    Object.assign(pool, {
      query: async (query: pg.QueryConfig) => {
        const result = await ask(query);
        for (const field of result.fields) if (field.dataTypeID === CHAR) field.dataTypeID = TEXT;
        return result;
      },
    }),
  ).connect();
  return Object.assign(adapter, {
    executeScript: async (script: string) => {
      await ask({ text: script });
    },
    dispose: async () => {
      await pool.end();
      await afterwards?.();
    },
  });
}
