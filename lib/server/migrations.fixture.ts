import { randomBytes } from "node:crypto";
import { asOwner, testUrls } from "#lib/testing/database.ts";
import type { Urls } from "./postgres.ts";

/** A database in which nothing has been migrated yet, for the time of `work`. */
export async function withEmptyDatabase<T>(work: (urls: Urls) => Promise<T>): Promise<T> {
  const name = `empty_${randomBytes(6).toString("hex")}`;
  await asOwner((client) => client.query(`CREATE DATABASE ${name}`));
  const inIt = (url: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href;
  try {
    return await work({ appUrl: inIt(testUrls().appUrl), ownerUrl: inIt(testUrls().ownerUrl) });
  } finally {
    await asOwner((client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`));
  }
}
