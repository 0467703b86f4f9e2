import { createHash, randomBytes } from "node:crypto";

/** 32 random bytes as they stand in a link: 43 letters, digits, hyphens and underscores. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** What is kept of a token: who reads the database cannot use the link. */
export function hashOfToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** An id of ours that nobody guesses. */
export function newId(): string {
  return randomBytes(15).toString("base64url").replaceAll("_", "a").replaceAll("-", "b");
}
