import type { Database } from "../database/connect.ts";
import type { Check, Parameters } from "../registry/check.ts";
import { findRecords, listCodings } from "../registry/find.ts";
import type { Instrument, Provision } from "../registry/instrument.ts";
import { parametersKey } from "./policy.ts";

/** A provision that sets parameters of a check. */
export interface Setting {
  instrument: Instrument;
  provision: Provision;
  parameters: Parameters;
  /** by which the findings under these parameters are found */
  parametersKey: string;
}

/** The provisions that set parameters of a check, by instrument; none where the check has none. */
export async function listSettings(db: Database, check: Check): Promise<Setting[]> {
  if (check.parameters.length === 0) return [];
  const { items } = await listCodings(db, { type: check.provision_types, verdict: "accepted" });
  const ids = [...new Set(items.map(({ instrument }) => instrument))].sort();
  const held = await findRecords(db, "instrument", ids);
  return ids.flatMap((id) => {
    const instrument = held.get(id)?.record;
    return instrument ? settingsOf(instrument, check) : [];
  });
}

function settingsOf(instrument: Instrument, check: Check): Setting[] {
  return instrument.provisions.flatMap((provision) =>
    provision.codings.flatMap(({ verdict, type, parameters: given = {} }) => {
      if (verdict !== "accepted" || !check.provision_types.includes(type)) return [];
      const own = check.parameters.filter(({ name }) => Object.hasOwn(given, name)).map(({ name }) => [name, given[name]] as const);
      const parameters = Object.fromEntries(own) as Parameters;
      return own.length === 0 ? [] : [{ instrument, provision, parameters, parametersKey: parametersKey(check, parameters) }];
    }),
  );
}
