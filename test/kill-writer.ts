// A process that writes until it is killed: it prints what the database has acknowledged. Run by kill.test.ts.
import { databaseSettings, openDatabase } from "../src/database/connect.ts";
import { named } from "../src/registry/nouns.ts";
import { recordAll } from "../src/registry/record.ts";
import { madeInstrument, madeSurroundings } from "./make-records.ts";

const opened = await openDatabase(databaseSettings(process.env, "kill-writer"));
const options = { who: "test", why: "to be killed" };
await recordAll(opened.db, madeSurroundings(), options);
for (let batch = 0; ; batch += 1) {
  const size = batch % 3 === 2 ? 120 : 3;
  await recordAll(
    opened.db,
    Array.from({ length: size }, (_, index) => named("instrument", madeInstrument(`b${batch}-${size}-${index}`))),
    options,
  );
  process.stdout.write(`${batch} ${size}\n`);
}
