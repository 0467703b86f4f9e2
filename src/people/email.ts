import { z } from "zod";
import { Refusal } from "./refusal.ts";

const longestName = 120;

/** An e-mail address in lower case, as accounts are told apart. Throws a Refusal ("email-invalid"). */
export function readEmail(text: string): string {
  const email = text.trim().toLowerCase();
  if (email.length > 254 || !z.email().safeParse(email).success) throw new Refusal("email-invalid");
  return email;
}

/** A person's or a workspace's name, on one line. Throws a Refusal: "name-missing", "name-too-long". */
export function readName(text: string): string {
  const name = text
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
  if (!name) throw new Refusal("name-missing");
  if (name.length > longestName) throw new Refusal("name-too-long", { most: longestName });
  return name;
}
