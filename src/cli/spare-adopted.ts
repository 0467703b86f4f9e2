import type { Database } from "../database/connect.ts";
import { listAdopted } from "../drafting/find.ts";
import { findRecords } from "../registry/find.ts";
import type { AnyRecord } from "../registry/nouns.ts";

/** What a complete import leaves alone, and what is recorded of it. */
export interface Spared {
  /** what is recorded: not a dossier that would take away what binds a body */
  entries: AnyRecord[];
  /** "instrument/ch-decree": what is not removed though the folder lacks it */
  keys: ReadonlySet<string>;
  /** one line each for the person at the terminal */
  lines: string[];
}

/**
 * Instruments that were adopted in this workbench stand in no outside dataset: one that is whole by itself would remove them. They stay, with
 * the body that issued them, and its dossier where that says that they apply.
 */
export async function spareAdopted(db: Database, entries: readonly AnyRecord[]): Promise<Spared> {
  const given = new Set(entries.map(({ noun, id }) => `${noun}/${id}`));
  const adopted = (await listAdopted(db)).filter(({ instrument }) => !given.has(`instrument/${instrument}`));
  const dossiers = await findRecords(db, "dossier", [...new Set(adopted.map(({ body }) => body))]);
  const names = (instrument: string, body: string) => dossiers.get(body)?.record.instruments.some((one) => one.instrument === instrument);
  const binding = new Set(adopted.filter(({ instrument, body }) => names(instrument, body)).map(({ body }) => body));
  return {
    entries: entries.filter(({ noun, id }) => !(noun === "dossier" && binding.has(id))),
    keys: new Set(
      adopted.flatMap(({ instrument, body }) => [
        `instrument/${instrument}`,
        `body/${body}`,
        ...(binding.has(body) ? [`dossier/${body}`] : []),
      ]),
    ),
    lines: adopted.map(
      ({ instrument, body }) => `${instrument}: adopted here; left alone${binding.has(body) ? `, with the dossier of ${body}` : ""}`,
    ),
  };
}
