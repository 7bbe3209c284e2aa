import ipaddr from "ipaddr.js";
import { z } from "zod";

/**
 * The environment, parsed once. Nothing else reads process.env.
 *
 * `env().port`, `env().secret`, … are read when they are used, so a module may be imported before the supervisor or the
 * command line has put the resolved values (address of the database, generated secrets) into the environment.
 */

/** Something that the person who starts Atrium can put right. Printed as sentences, one a line, without a stack. */
export class Refusal extends Error {
  constructor(sentences: string | readonly string[], options?: ErrorOptions) {
    super(typeof sentences === "string" ? sentences : sentences.join("\n"), options);
    this.name = "Refusal";
  }
}

const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;
export const SHORTEST_SECRET = 32;

const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .pipe(z.number().min(least).max(most));

const postgresUrl = z
  .string()
  .refine(
    (text) =>
      URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol) && new URL(text).pathname.length > 1,
  );

const publicUrl = z
  .string()
  .refine((text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).pathname === "/")
  .transform((text) => new URL(text).origin);

const networks = z
  .string()
  .transform((text) =>
    text
      .split(",")
      .map((part) => part.trim())
      .filter(Boolean),
  )
  .refine((parts) => parts.every((part) => ipaddr.isValid(part) || ipaddr.isValidCIDR(part)));

const secret = z.string().min(SHORTEST_SECRET);

/** Each variable with the sentence that a wrong value earns. */
const VARIABLES = {
  PORT: [wholeNumber(1, 65_535).default(3000), "must be a port number from 1 to 65535"],
  ATRIUM_DATA_DIR: [z.string().default(".atrium"), "must be a path"],
  DATABASE_URL: [postgresUrl.optional(), "must look like postgresql://user:password@host:5432/database"],
  ATRIUM_MIGRATION_URL: [postgresUrl.optional(), "must look like postgresql://owner:password@host:5432/database"],
  ATRIUM_URL: [
    publicUrl.optional(),
    "must be the address that browsers use, without a path, like https://atrium.example.org",
  ],
  ATRIUM_TRUSTED_PROXIES: [
    networks.default([]),
    "must be IP addresses or networks with commas between them, like 10.0.0.7, 192.168.0.0/16",
  ],
  ATRIUM_SECRET: [
    secret.optional(),
    `must have at least ${SHORTEST_SECRET} characters (openssl rand -hex 32 makes one)`,
  ],
  ATRIUM_AUDIT_KEY: [
    secret.optional(),
    `must have at least ${SHORTEST_SECRET} characters (openssl rand -hex 32 makes one)`,
  ],
  ATRIUM_LOG_LEVEL: [z.enum(LOG_LEVELS).default("info"), `must be one of ${LOG_LEVELS.join(", ")}`],
  ATRIUM_DATABASE_POOL: [wholeNumber(2, 500).default(10), "must be a number of connections from 2 to 500"],
  ATRIUM_BENCH: [z.enum(["1"]).optional(), "must be 1 or unset: npm run bench sets it"],
} as const;

type Variables = typeof VARIABLES;
export type Settings = { [Name in keyof Variables]: z.output<Variables[Name][0]> };
type Source = Readonly<Record<string, string | undefined>>;

/** Every wrong variable is named in one go. An empty value counts as unset, as in `PORT= npm start`. */
export function parseSettings(source: Source): Settings {
  const values: Record<string, unknown> = {};
  const wrong: string[] = [];
  for (const [name, [schema, sentence]] of Object.entries(VARIABLES)) {
    const parsed = schema.safeParse(source[name]?.trim() || undefined);
    if (parsed.success) values[name] = parsed.data;
    else wrong.push(`${name} ${sentence}.`);
  }
  if (source.ATRIUM_MIGRATION_URL?.trim() && !source.DATABASE_URL?.trim()) {
    wrong.push("ATRIUM_MIGRATION_URL is set, but DATABASE_URL is not: set both, or neither.");
  }
  if (wrong.length > 0) throw new Refusal(wrong);
  return values as Settings;
}

let parsed: Settings | undefined;

/** What is set, before the supervisor has resolved anything. Only lib/server needs this; others use `env()`. */
export function settings(): Settings {
  return (parsed ??= parseSettings(process.env));
}

/** Puts resolved values in place: for this process and for the ones that it starts. */
export function resolveSettings(values: Partial<Record<keyof Settings, string>>): void {
  Object.assign(process.env, values);
  parsed = undefined;
}

function required(name: "DATABASE_URL" | "ATRIUM_SECRET" | "ATRIUM_AUDIT_KEY"): string {
  const value = settings()[name];
  if (!value)
    throw new Refusal(`${name} is not set: start Atrium by "npm start" or "npm run atrium", which provide it.`);
  return value;
}

const values = {
  get port() {
    return settings().PORT;
  },
  /** The application's own connection; its role is subject to row-level security. */
  get databaseUrl() {
    return required("DATABASE_URL");
  },
  /** Connections of one process. */
  get databasePool() {
    return settings().ATRIUM_DATABASE_POOL;
  },
  /** The origin that browsers use, without a slash at the end. */
  get url() {
    return settings().ATRIUM_URL ?? `http://localhost:${settings().PORT}`;
  },
  get trustedProxies(): readonly string[] {
    return settings().ATRIUM_TRUSTED_PROXIES;
  },
  /** Key of sessions and cookies. */
  get secret() {
    return required("ATRIUM_SECRET");
  },
  /** HMAC key of the audit chain. */
  get auditKey() {
    return required("ATRIUM_AUDIT_KEY");
  },
  /** Whether the page is there that `npm run bench` compares others with. */
  get bench() {
    return settings().ATRIUM_BENCH === "1";
  },
  get logLevel() {
    return settings().ATRIUM_LOG_LEVEL;
  },
};

/** What a running process goes by. A value that is needed and missing is a Refusal. */
export function env(): typeof values {
  return values;
}
