import type { Instrument } from "../../registry/instrument.ts";
import { currentStatus } from "../../registry/standing.ts";

const forceOf: Record<string, string> = {
  "in-force": "InForce",
  "partly-lapsed": "PartiallyInForce",
  repealed: "NotInForce",
  lapsed: "NotInForce",
  replaced: "NotInForce",
  failed: "NotInForce",
  withdrawn: "NotInForce",
  draft: "NotInForce",
  proposed: "NotInForce",
};

/** An instrument as schema.org/Legislation. What we do not know is left out. */
export function instrumentData(instrument: Instrument, origin: string, language: string): object {
  const legalForce = forceOf[currentStatus(instrument)];
  const official = instrument.titles.find((title) => title.kind === "official") ?? instrument.titles[0];
  return {
    "@context": "https://schema.org",
    "@type": "Legislation",
    "@id": `${origin}/${language}/instruments/${instrument.id}`,
    identifier: instrument.id,
    name: official?.text,
    alternateName: instrument.titles.filter((title) => title !== official).map((title) => title.text),
    inLanguage: [...new Set(instrument.texts.map((text) => text.language))],
    legislationType: instrument.type,
    legislationJurisdiction: instrument.jurisdiction,
    legislationPassedBy: instrument.issuing_body,
    ...(instrument.dates.adopted ? { legislationDate: instrument.dates.adopted.value } : {}),
    ...(instrument.dates.in_force ? { legislationDateVersion: instrument.dates.in_force.value } : {}),
    ...(legalForce ? { legislationLegalForce: `https://schema.org/${legalForce}` } : {}),
    isBasedOn: instrument.sources.filter((source) => source.kind.startsWith("primary")).map((source) => source.address),
    sdLicense: "https://creativecommons.org/licenses/by/4.0/",
  };
}
