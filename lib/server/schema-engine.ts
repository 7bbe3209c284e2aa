import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { PrismaPg } from "@prisma/adapter-pg";
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlQuery,
} from "@prisma/driver-adapter-utils";
import type { SchemaEngine } from "@prisma/schema-engine-wasm";
import pg from "pg";
import { logger } from "../logger.ts";

/**
 * Prisma's schema engine as WebAssembly, over the same driver that the application uses. It keeps the same history
 * table as the `prisma` command line, which downloads a native engine and may not be able to.
 */
export async function withEngine<T>(ownerUrl: string, work: (engine: SchemaEngine) => Promise<T>): Promise<T> {
  const { SchemaEngine } = await loadEngine();
  const main = new pg.Pool({ connectionString: ownerUrl, max: 2 });
  const adapter = bindMigrationAwareSqlAdapterFactory(new EngineAdapter(main, ownerUrl));
  try {
    const engine = await SchemaEngine.new({ datamodels: undefined }, () => {}, adapter);
    try {
      return await work(engine);
    } finally {
      engine.free();
    }
  } catch (thrown) {
    const message = messageOf(thrown);
    // What the driver threw comes back as a number.
    const inDriver = /External error id#(\d+)/.exec(message)?.[1];
    const cause = inDriver ? adapter.errorRegistry.consumeError(Number(inDriver))?.error : thrown;
    throw new Error(cause instanceof Error ? cause.message : message, { cause });
  } finally {
    await main.end(); // the engine does not dispose of its main connection
  }
}

// The engine throws plain objects as well as errors, its message repeated in several forms.
function messageOf(thrown: unknown): string {
  const { message } = Object(thrown) as { message?: unknown };
  return typeof message === "string" ? message : JSON.stringify(thrown);
}

// A panic of the engine calls this before it gives up.
Object.assign(globalThis, {
  PRISMA_WASM_PANIC_REGISTRY: {
    set_message(message: string) {
      logger().error({ engine: message }, "the schema engine failed");
    },
  },
});

type EngineModule = typeof import("@prisma/schema-engine-wasm");
type Bindings = { __wbg_set_wasm(exports: WebAssembly.Exports): void };
let loaded: Promise<EngineModule> | undefined;

// The package's own entry imports the .wasm file as a module, which Node does not do everywhere.
function loadEngine(): Promise<EngineModule> {
  return (loaded ??= (async () => {
    const bindings = (await import("@prisma/schema-engine-wasm/schema_engine_bg")) as EngineModule & Bindings;
    const file = new URL("schema_engine_bg.wasm", import.meta.resolve("@prisma/schema-engine-wasm/schema_engine_bg"));
    const imports = { "./schema_engine_bg.js": { ...bindings, ...idleTimers(bindings) } as WebAssembly.ModuleImports };
    const { instance } = await WebAssembly.instantiate(readFileSync(fileURLToPath(file)), imports);
    bindings.__wbg_set_wasm(instance.exports);
    (instance.exports as { __wbindgen_start(): void }).__wbindgen_start();
    return bindings;
  })());
}

// The engine's patience with its lock is a timer of 10 s that it never clears; no process should live on for that.
function idleTimers(bindings: object): Record<string, (work: () => void, milliseconds: number) => NodeJS.Timeout> {
  const names = Object.keys(bindings).filter((name) => name.startsWith("__wbg_setTimeout"));
  return Object.fromEntries(
    names.map((name) => [name, (work, milliseconds) => setTimeout(work, milliseconds).unref()]),
  );
}

/** Prisma's adapter, changed where the engine needs something else than the query builder does. */
class EngineAdapter implements SqlMigrationAwareDriverAdapterFactory {
  readonly provider = "postgres";
  readonly adapterName = "@prisma/adapter-pg";
  private readonly main: pg.Pool;
  private readonly url: string;

  constructor(main: pg.Pool, url: string) {
    this.main = main;
    this.url = url;
  }

  async connect(): Promise<SqlDriverAdapter> {
    return adapt(this.main, async () => {});
  }

  /** An empty database beside the real one, in which the engine replays the history to compare with the schema. */
  async connectToShadowDb(): Promise<SqlDriverAdapter> {
    const name = `atrium_shadow_${randomUUID()}`;
    const beside = new URL(this.url);
    beside.pathname = `/${name}`;
    await this.main.query(`CREATE DATABASE "${name}"`);
    const shadow = new pg.Pool({ connectionString: beside.href, max: 2 });
    return adapt(shadow, async () => {
      await shadow.end();
      await this.main.query(`DROP DATABASE "${name}" WITH (FORCE)`);
    });
  }
}

const FINISH = `DO $$ BEGIN IF to_regclass('_prisma_migrations') IS NOT NULL THEN
  UPDATE _prisma_migrations SET finished_at = now(), applied_steps_count = 1 WHERE finished_at IS NULL AND rolled_back_at IS NULL;
END IF; END $$`;

// PostgreSQL's internal one-byte type stands in the catalogues that the engine reads; the adapter does not know it. It
// passes through as text, its column marked by name on the way in and given its type on the way out.
const CHAR = 18;
const TEXT = 25;
const MARK = "\u0000char:";

async function adapt(pool: pg.Pool, dispose: () => Promise<void>): Promise<SqlDriverAdapter> {
  pool.on("error", () => {}); // broken idle connections; a query on one fails by itself
  const ask: (query: pg.QueryConfig) => Promise<pg.QueryResult> = pool.query.bind(pool);
  const query = async (config: pg.QueryConfig) => {
    const result = await ask(config);
    for (const field of result.fields) {
      if (field.dataTypeID === CHAR) Object.assign(field, { dataTypeID: TEXT, name: MARK + field.name });
    }
    return result;
  };
  pool.query = query as typeof pool.query; // the one form in which the adapter calls it
  const adapter = await new PrismaPg(pool).connect();
  const queryRaw = adapter.queryRaw.bind(adapter);
  return Object.assign(adapter, {
    async queryRaw(sql: SqlQuery) {
      const { columnNames, columnTypes, rows } = await queryRaw(sql);
      return {
        columnNames: columnNames.map((name) => name.replace(MARK, "")),
        columnTypes: columnTypes.map((type, i) => (columnNames[i]?.startsWith(MARK) ? ColumnTypeEnum.Character : type)),
        rows,
      };
    },
    // A migration as one message, hence one transaction: the adapter would split it at each semicolon, those inside of
    // functions too. The mark in the history is part of it, so that no crash can come between the two.
    async executeScript(script: string) {
      await ask({ text: `${script}\n;${FINISH}` });
    },
    dispose,
  });
}
