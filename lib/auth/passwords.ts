import { hash, verify } from "@node-rs/argon2";

// OWASP's first recommendation for argon2id: 19 MiB, 2 passes, 1 lane (about 30 ms here).
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFKC"), PARAMETERS);
}

// Hashed once, of something nobody knows: an unknown account takes as long to refuse as a wrong password.
let nobody: Promise<string> | undefined;

/** False for a wrong password and for an account that has none; the time does not tell which. */
export async function isPassword(password: string, stored: string | null): Promise<boolean> {
  const known = stored ?? (await (nobody ??= hashPassword(crypto.randomUUID())));
  const right = await verify(known, password.normalize("NFKC"));
  return right && stored !== null;
}
