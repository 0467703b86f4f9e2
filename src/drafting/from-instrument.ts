import type { Instrument } from "../registry/instrument.ts";
import type { DraftElement } from "./draft.ts";
import { newElementId } from "./element-id.ts";

/**
 * The structure of an instrument as articles of a draft, each marked as derived from its provision. The wording comes along where it is held in
 * the language of the draft; otherwise the article begins empty, and the original stands beside it. Codings count only once a person accepts them.
 */
export function elementsFromInstrument(instrument: Instrument, language: string): DraftElement[] {
  return instrument.provisions.map((provision) => {
    const wording = provision.wording.find((one) => one.language.split("-")[0] === language.split("-")[0]);
    const accepted = provision.codings.filter(({ verdict }) => verdict === "accepted");
    return {
      id: newElementId(),
      kind: "article",
      heading: provision.heading ?? provision.locator,
      text: wording?.text ?? "",
      origin: { kind: "instrument", instrument: instrument.id, provision: provision.id, locator: provision.locator },
      codings: accepted.map(({ type, strength, verb, addressee, deadline, exception }) => ({
        type,
        strength,
        ...(verb ? { verb } : {}),
        ...(addressee?.kinds[0] ? { addressee: addressee.kinds[0] } : {}),
        ...(deadline ? { deadline } : {}),
        ...(exception ? { exception } : {}),
        by: "machine" as const,
        because: [{ what: "derived", text: `${instrument.id} ${provision.locator}`.slice(0, 300) }],
        verdict: "proposed" as const,
      })),
    };
  });
}
