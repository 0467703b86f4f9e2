import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { openEmptyRegistry } from "../../test/support.ts";
import { describeSchema } from "./describe-schema.ts";

test("schema.sql says what the migrations make, on this database", async () => {
  const { db } = await openEmptyRegistry();
  assert.equal(await describeSchema(db), readFileSync("src/database/schema.sql", "utf8"), "run “npm run generate” and review schema.sql");
});
