import { existsSync } from "node:fs";
import path from "node:path";
import { Refusal } from "../env.ts";

export const PROJECT = path.resolve(import.meta.dirname, "../..");

/** Reads `.env` beside package.json, if there is one. What the environment already says is left alone. */
export function loadEnvironmentFile(): void {
  const file = path.join(PROJECT, ".env");
  if (!existsSync(file)) return;
  try {
    process.loadEnvFile(file);
  } catch (cause) {
    throw new Refusal(`${file} cannot be read: ${(cause as Error).message}.`, { cause });
  }
}
