import type { Strength } from "../../registry/coding.ts";
import { addresseeIn } from "../reading/qualifiers.ts";
import type { Gap, Measured } from "./gap.ts";
import type { ReadDraft, ReadElement } from "./read-draft.ts";
import type { GapSurroundings } from "./surroundings.ts";

/**
 * A duty in the passive, the words that name who does it all the same, and a duty in the active with its subject, by language. Other languages are
 * not looked at.
 */
const passives: Readonly<Record<string, { duty: RegExp; actor: RegExp; active: RegExp }>> = {
  en: {
    duty: /(?<!\p{L})(?:must|shall|should)(?: not)?(?: also| always)? be (?:\p{L}+ly )?(?:\p{L}+ed|made|kept|given|held|sent|set|done|put|paid|drawn|built|found|laid|chosen|written|taken|shown)(?!\p{L})/iu,
    actor: /(?<!\p{L})by (?:the |an? |each |every |its |their |\[|\p{Lu})/u,
    active: /(?<!\p{L})(?:every|each|all|any|an?) [^.;]{2,80}? (?:must|shall|should)(?! (?:not )?be )/iu,
  },
  fr: {
    duty: /(?<!\p{L})(?:doit|doivent|devra|devront|devrait|devraient)(?: pas)? être (?:\p{L}+ment )?\p{L}+(?:é|ée|és|ées|is|ise|ises|it|ite|its|ites|u|ue|us|ues|ert|erte|erts|ertes)(?!\p{L})/iu,
    actor: /(?<!\p{L})par (?:le |la |les |l’|l'|un |une |chaque |tout |son |sa |\[|\p{Lu})/u,
    active:
      /(?<!\p{L})(?:tout|toute|tous|toutes|chaque|une?) [^.;]{2,80}? (?:doit|doivent|devra|devront|devrait|devraient)(?! (?:pas )?être)/iu,
  },
  es: {
    duty: /(?<!\p{L})(?:debe|deben|deberá|deberán|debería|deberían) ser \p{L}+(?:ado|ada|ados|adas|ido|ida|idos|idas|to|ta|tos|tas)(?!\p{L})/iu,
    actor: /(?<!\p{L})por (?:el |la |los |las |un |una |cada |\[|\p{Lu})/u,
    active: /(?<!\p{L})(?:todo|toda|todos|todas|cada|una?) [^.;]{2,80}? (?:debe|deben|deberá|deberán|debería|deberían)(?! ser)/iu,
  },
  de: {
    duty: /(?<!\p{L})(?:muss|müssen|soll|sollen|sollte|sollten)(?!\p{L})[^.;]{0,200}(?:t|en) werden(?!\p{L})/iu,
    actor: /(?<!\p{L})(?:von|durch|seitens) /u,
    active: /(?<!\p{L})(?:jede|jeder|jedes|alle|eine?) [^.;]{2,80}? (?:muss|müssen|soll|sollen|sollte|sollten)(?!\p{L})/iu,
  },
  it: {
    duty: /(?<!\p{L})(?:deve|devono|dovrà|dovranno|dovrebbe|dovrebbero) essere \p{L}+(?:ato|ata|ati|ate|uto|uta|uti|ute|ito|ita|iti|ite|tto|tta|tti|tte|sto|sta|sti|ste)(?!\p{L})/iu,
    actor: /(?<!\p{L})(?:da |dal |dalla |dall’|dai |dalle )/u,
    active: /(?<!\p{L})(?:ogni|ciascuna?|tutti|tutte|una?) [^.;]{2,80}? (?:deve|devono|dovrà|dovranno|dovrebbe|dovrebbero)(?! essere)/iu,
  },
};

const LONGEST_QUOTE = 240;

/** Duties of which the text does not say whose they are: an article in which nobody is named, and sentences in the passive without an actor. */
export function dutiesWithoutActor({ elements, language }: ReadDraft, { clauses }: GapSurroundings): Gap[] {
  const passive = passives[language];
  return elements.flatMap((element): Gap[] => {
    if (element.kind === "part" || element.kind === "preamble") return [];
    const sentences = passive ? element.sentences.filter((one) => passive.duty.test(one) && !passive.actor.test(one)) : [];
    const [first] = sentences;
    return [
      ...namelessDuties(element, language, clauses),
      ...(first
        ? [{ ...gap("duty-passive", element), values: { count: sentences.length }, quote: first.trim().slice(0, LONGEST_QUOTE) }]
        : []),
    ];
  });
}

function namelessDuties(element: ReadElement, language: string, clauses: GapSurroundings["clauses"]): Gap[] {
  const duty = element.codings.find(
    // What defines words binds nobody.
    ({ type, strength, addressee }) => isDuty(strength) && !addressee?.trim() && clauses.get(type)?.part !== "definitions",
  );
  const active = passives[language]?.active;
  if (
    !duty ||
    element.namesSomebody ||
    active?.test(element.text) ||
    addresseeIn(element.text, { start: 0, end: element.text.length }, language)
  )
    return [];
  return [{ ...gap("duty-without-actor", element), types: [duty.type], values: {} }];
}

/** What may be done is no duty. */
const isDuty = (strength: Strength): boolean => strength !== "may";

function gap(kind: Gap["kind"], element: ReadElement): Gap {
  return { kind, level: "doubt", types: [], values: {}, element: element.id, evidence: [] };
}

/** By which checks and indicators each kind of duty in the draft can be measured, in the order in which it first stands there. */
export function measuredDuties({ byType }: ReadDraft, { checksOf, indicatorsOf, types, clauses }: GapSurroundings): Measured[] {
  return [...byType].flatMap(([type, elements]) => {
    const known = types.get(type);
    const binds = elements.some(({ codings }) => codings.some((coding) => coding.type === type && isDuty(coding.strength)));
    if (!known || !binds || clauses.get(type)?.part === "definitions") return [];
    const { data, caveat } = known.indicator;
    return [
      {
        type,
        elements: elements.map(({ id }) => id),
        checks: checksOf.get(type) ?? [],
        indicators: indicatorsOf.get(type) ?? [],
        data,
        ...(caveat ? { caveat } : {}),
      },
    ];
  });
}

/** Each kind of duty that no check and no indicator here reads; what there is to know of it stands in the table of what is measured. */
export function notMeasurable(measured: readonly Measured[]): Gap[] {
  return measured
    .filter(({ checks, indicators }) => checks.length + indicators.length === 0)
    .map(({ type, elements: [element] }) => ({
      kind: "duty-not-measurable",
      level: "fact",
      types: [type],
      values: {},
      ...(element ? { element } : {}),
      evidence: [],
    }));
}
