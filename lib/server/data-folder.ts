import { createHash, randomBytes } from "node:crypto";
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { z } from "zod";
import { Refusal } from "../env.ts";

const LONGEST_SOCKET_FOLDER = 80; // a socket's path ends at 107 bytes on Linux, 103 on macOS

/** Where everything lies that a deployment with its own PostgreSQL must keep. */
export type DataFolder = {
  root: string;
  postgres: string;
  postgresLog: string;
  secrets: string;
  runtime: string;
  lock: string;
};

export function openDataFolder(wanted: string): DataFolder {
  try {
    mkdirSync(wanted, { recursive: true, mode: 0o700 });
  } catch (cause) {
    throw new Refusal(
      `The data folder ${path.resolve(wanted)} cannot be made (ATRIUM_DATA_DIR): ${(cause as Error).message}`,
      { cause },
    );
  }
  const root = realpathSync(wanted);
  const { uid } = lstatSync(root);
  const me = process.getuid?.() ?? uid;
  if (uid !== me && me !== 0)
    throw new Refusal(
      `The data folder ${root} belongs to another user: start Atrium as that user, or set ATRIUM_DATA_DIR.`,
    );
  const inside = (name: string) => path.join(root, name);
  return {
    root,
    postgres: inside("postgres"),
    postgresLog: inside("postgres.log"),
    secrets: inside("secrets.json"),
    runtime: inside("runtime.json"),
    lock: inside("lock"),
  };
}

/** Held by whoever runs the PostgreSQL of a data folder. */
export type Lock = { release(): void };

/**
 * Takes the folder, or returns null while somebody else has it. Node knows no file locks, SQLite does: the kernel lets
 * go of this one when its holder dies, however that happens, and knows nothing of process ids that are used again.
 */
export function takeLock({ lock }: Pick<DataFolder, "lock">): Lock | null {
  const file = new DatabaseSync(lock);
  try {
    file.exec("PRAGMA busy_timeout = 0; PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE");
    return { release: () => file.close() };
  } catch (cause) {
    file.close();
    if (String((cause as Error).message).includes("locked")) return null;
    throw new Refusal(`This file cannot be locked (${lock}): ${(cause as Error).message}`, { cause });
  }
}

const secrets = z.object({
  secret: z.string(),
  auditKey: z.string(),
  ownerPassword: z.string(),
  appPassword: z.string(),
});
export type Secrets = z.infer<typeof secrets>;

/** The keys and passwords of this folder, made at the first start. Call it with the lock held. */
export function readOrMakeSecrets(folder: DataFolder): Secrets {
  if (existsSync(folder.secrets)) return readSecrets(folder);
  if (existsSync(folder.postgres)) {
    throw new Refusal(
      `${folder.secrets} is missing, and without it the data in ${folder.postgres} cannot be opened: restore both from the same backup.`,
    );
  }
  const random = () => randomBytes(32).toString("hex");
  const made: Secrets = { secret: random(), auditKey: random(), ownerPassword: random(), appPassword: random() };
  writePrivately(folder.secrets, made);
  return made;
}

export function readSecrets(folder: DataFolder): Secrets {
  try {
    return secrets.parse(JSON.parse(readFileSync(folder.secrets, "utf8")));
  } catch (cause) {
    throw new Refusal(`${folder.secrets} cannot be read or is damaged: restore it from a backup.`, { cause });
  }
}

const runtime = z.object({
  kind: z.enum(["server", "command"]),
  state: z.enum(["starting", "ready", "stopping"]),
  pid: z.number(),
  socket: z.string(),
});
/** Who runs the PostgreSQL of this folder now; true only while the lock is held. */
export type Runtime = z.infer<typeof runtime>;

export function writeRuntime(folder: DataFolder, value: Runtime): void {
  writePrivately(folder.runtime, value);
}

export function readRuntime(folder: DataFolder): Runtime | null {
  try {
    return runtime.parse(JSON.parse(readFileSync(folder.runtime, "utf8")));
  } catch {
    return null;
  }
}

export function forgetRuntime(folder: DataFolder): void {
  rmSync(folder.runtime, { force: true });
}

function writePrivately(file: string, value: unknown): void {
  writeFileSync(`${file}.new`, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** A private folder with a short path for the socket of a data folder: the same one each time, unless somebody sits there. */
export function socketFolder(root: string): string {
  const me = process.getuid?.() ?? 0;
  const base = Buffer.byteLength(tmpdir()) < LONGEST_SOCKET_FOLDER - 24 ? tmpdir() : "/tmp";
  const name = createHash("sha256").update(`${me}:${root}`).digest("hex").slice(0, 12);
  const folder = path.join(base, `atrium-${name}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const { uid, mode } = lstatSync(folder);
  const mine = lstatSync(folder).isDirectory() && uid === me && (mode & 0o077) === 0;
  return mine ? folder : mkdtempSync(path.join(base, "atrium-"));
}
