import { sql } from "kysely";
import type { Database } from "../database/connect.ts";
import { Problem } from "../shared/problem.ts";
import { newToken } from "./token.ts";

/** The secret of the settings, or the one that was made once and kept in the database. Throws a Problem where a given one is too short. */
export async function secretOf(db: Database, given: string | undefined): Promise<string> {
  if (given) {
    if (given.length < 32)
      throw new Problem(
        "invalid-input",
        `OPENFIRST_SECRET has ${given.length} characters; expected at least 32 random ones, such as “openssl rand -base64 32” writes.`,
      );
    return given;
  }
  await sql`insert into people_settings (name, value) values ('secret', ${newToken()}) on conflict do nothing`.execute(db);
  const held = await db.selectFrom("people_settings").select("value").where("name", "=", "secret").executeTakeFirstOrThrow();
  return held.value;
}
