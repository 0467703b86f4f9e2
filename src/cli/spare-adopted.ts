import type { Database } from "../database/connect.ts";
import { listAdopted } from "../drafting/find.ts";
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
 * the body that issued them and its dossier, which says that they apply.
 */
export async function spareAdopted(db: Database, entries: readonly AnyRecord[]): Promise<Spared> {
  const given = new Set(entries.map(({ noun, id }) => `${noun}/${id}`));
  const adopted = (await listAdopted(db)).filter(({ instrument }) => !given.has(`instrument/${instrument}`));
  const bodies = new Set(adopted.map(({ body }) => body));
  return {
    entries: entries.filter(({ noun, id }) => !(noun === "dossier" && bodies.has(id))),
    keys: new Set(adopted.flatMap(({ instrument, body }) => [`instrument/${instrument}`, `body/${body}`, `dossier/${body}`])),
    lines: adopted.map(({ instrument, body }) => `${instrument}: adopted here; left alone, with the dossier of ${body}`),
  };
}
