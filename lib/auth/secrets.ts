import { createHash, randomBytes } from "node:crypto";

/** 256 random bits for a cookie or a link. Shown once; only its hash is stored. */
export function newSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** SHA-256: what is hashed is random and long, so nothing slower is needed. */
export function hashSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}
