import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { SignIn } from "./accounts.ts";

const days = 180;

/**
 * The cookie of a browser in which somebody signed in to an account. It opens nothing: its bearer's attempts at that account are counted apart, so that
 * what strangers try keeps nobody out. The last account of a browser counts.
 */
export function deviceCookie(sign: SignIn, email: string): string {
  const id = randomBytes(12).toString("base64url");
  const secure = sign.settings.baseAddress?.startsWith("https:") ? "; Secure" : "";
  return `${nameOf(sign)}=${id}.${markOf(sign, id, email)}; Max-Age=${days * 24 * 3600}; Path=/; HttpOnly; SameSite=Lax${secure}`;
}

/** The browser's number where it bears that cookie for this account; undefined otherwise. */
export function knownDevice(sign: SignIn, headers: Headers, email: string): string | undefined {
  const held = (headers.get("cookie") ?? "").split(/; ?/).find((cookie) => cookie.startsWith(`${nameOf(sign)}=`));
  const [id = "", mark = ""] = held?.slice(nameOf(sign).length + 1).split(".") ?? [];
  const [given, expected] = [Buffer.from(mark), Buffer.from(markOf(sign, id, email))];
  return given.length === expected.length && timingSafeEqual(given, expected) ? id : undefined;
}

function nameOf(sign: SignIn): string {
  return `${sign.settings.baseAddress?.startsWith("https:") ? "__Secure-" : ""}openfirst.device`;
}

function markOf(sign: SignIn, id: string, email: string): string {
  return createHmac("sha256", sign.secret).update(`device ${id} ${email}`).digest("base64url");
}
