import type { Database } from "../database/connect.ts";
import { fitted } from "./reading/fitted.ts";
import type { Model } from "./reading/learn.ts";

/** What is known of provision types before a text is read. It is learnt ahead of time (bench/provision-codings.ts fit), not from this registry. */
export async function codingModel(_db: Database): Promise<Model> {
  return fitted();
}
