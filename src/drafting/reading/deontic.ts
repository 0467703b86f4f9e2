import type { Strength } from "../../registry/coding.ts";
import type { Sentence, Word } from "./words.ts";

/**
 * The verbs that carry strength, by language. *soll* is should, *encouragent* is may. `not` after a `must` or `may` verb within three words makes
 * must-not. Alternatives are parted by commas, `word*` is a beginning; longer ones count before shorter ones.
 */
const verbs: Readonly<Record<string, Readonly<Partial<Record<Strength | "not", string>>>>> = {
  en: {
    must: "shall, must, is required to, are required to, required to, has to, have to, is obliged to, will need to, need to, needs to, is to be, are to be, are expected to, requires, mandatory, agree to, you need",
    should:
      "should, ought to, is recommended, are recommended, recommend*, encouraged to, strongly encouraged, suggest*, is advised, prefer*, advisable, expected to, aim to, strive",
    may: "may, can, is permitted, are permitted, is allowed, are allowed, is free to, optional, do not need, empowered",
    "must-not": "shall not, must not, may not, cannot, is prohibited, are prohibited, is forbidden, must never, are not permitted",
    not: "not, never",
  },
  fr: {
    must: "doit, doivent, devra, devront, est tenu, sont tenus, est tenue, sont tenues, est oblige, sont obliges, il faut, est obligatoire, obligatoirement, est exige*, sont exigees, il convient, s assurer, assurez vous, est necessaire, il est demande, a l obligation, ont l obligation, est requis, veille a, veillent a, indispensable",
    should:
      "devrait, devraient, est recommande, sont recommandees, recommandons, recommandees, conseillons, est conseille, est conseillee, sont conseilles, est preferable, il vaut mieux, souhaitable, deconseilles",
    may: "n exigent pas, n exige pas, peut, peuvent, pourra, pourront, pouvez, est permis, est autorise, possibilite, encourage*, est invite, sont invites, sont encourages, encouragent, facultatif, puis je, vous avez le droit, libre de, possible de, n est pas obligatoire, peuvent etre, ai je le droit",
    "must-not":
      "ne doit pas, ne doivent pas, ne peut pas, ne peuvent pas, est interdit, sont interdits, ne saurait, aucun element secret ne doit, ne doit",
    not: "pas",
  },
  de: {
    must: "muss, mussen, musste, erfolgt, werden unter, wird unter, ist zu, sind zu, hat zu, haben zu, haben dafur, ist verpflichtet, sind verpflichtet, verpflicht*, zwingend, erforderlich, pflicht, wird vorausgesetzt, werden vorausgesetzt, werden erwartet, offenzulegen, legen",
    should:
      "soll, sollen, sollte, sollten, empfiehlt, empfehlen, empfohlen, grundsatzlich, idealerweise, macht es sinn, sinnvoll, wenn moglich, anzustreben, achten darauf, priorisiert",
    may: "kann, konnen, darf, durfen, konnte, steht frei, ist erlaubt, moglichkeit, freiwillig, nutzen konnen",
    "must-not": "darf nicht, durfen nicht, durfen keine, darf keine, ist untersagt, ist verboten, muss abgesehen",
    not: "nicht, keine, keinen",
  },
  it: {
    must: "deve, devono, dovra, dovranno, e tenuto, e tenuta, sono tenuti, sono tenute, e obbligatorio, obbligo, e necessario, occorre, must, hanno l obbligo, va, vanno, impone, e fatto obbligo, e fondamentale, indispensabile",
    should:
      "dovrebbe, dovrebbero, should, si raccomanda, e consigliato, si consiglia, si suggerisce, e preferibile, e opportuno, e buona norma, e bene, buona pratica, buona prassi, e importante, e utile, andrebbe, suggeriscono, utile",
    may: "puo, possono, potra, potranno, may, e possibile, e consentito, e consentita, facolta, possibilita, consente, permette, permettono",
    "must-not": "non deve, non devono, non puo, non possono, e vietato, non e consentito, must not",
    not: "non",
  },
  es: {
    must: "debe, deben, debera, deberan, ha de, han de, habra de, habran de, es obligatorio, obligacion, esta obligad*, estan obligad*, estaran obligadas, tiene que, tienen que, tendran que, es necesario, utilizaran, mantendra, mantendran, pondran, se desarrollaran, comprendera, publicaran, usaran, garantizara, garantizaran, adoptaran, establecera, establece, estableceran, dicta, brinda, dispondra, dispondran, adecuara, conectaran, se publicaran, respetara, realizara, se realizara, requiere, recibira, administra, utilizan obligatoriamente, reutilizan, publican, se sujetara, vigila, son responsables, garantiza, tendran en cuenta, facilitara, obligatori*",
    should:
      "deberia, deberian, procurara, procuraran, se procurara, se recomienda, recomend*, favorecera, se favorecera, es conveniente, aconseja*, preferentemente, dar preferencia, apostara, promover*",
    may: "podra, podran, puede, pueden, se podra, esta permitido, podran ser, voluntari*, facultad, se autoriza, tienen derecho, tendra derecho",
    "must-not":
      "no podra, no podran, no debe, no deben, no debera, no deberan, no puede, queda prohibido, esta prohibido, se prohibe, ninguna entidad, en ningun caso",
    not: "no",
  },
  pt: {
    must: "deve, devem, devera, deverao, e obrigatorio, obrigad*, tem de, cabe, compete, e vedad*, sera obrigatori*",
    should: "deveria, deveriam, recomenda*, preferencialmente, e recomendavel, convem, procurara*",
    may: "pode, podem, podera, poderao, e facultad*, e permitid*, incentiv*",
    "must-not": "nao pode, nao podem, nao deve, nao devem, nao podera, nao poderao, e vedado, fica vedado, e proibido",
    not: "nao",
  },
  ar: {
    must: "يجب, يتعين, تلتزم, يلتزم, ملزم, لابد, الزامي",
    should: "ينبغي, يفضل, يوصي, يستحسن",
    may: "يجوز, يمكن, يحق, تشجع, يسمح",
    "must-not": "لا يجوز, يحظر, لا يحق, يمنع",
    not: "لا",
  },
};

export interface Deontic {
  readonly strength: Strength;
  readonly start: number;
  readonly end: number;
}

interface Verb {
  readonly words: readonly { readonly text: string; readonly open: boolean }[];
  readonly strength: Strength;
}

const ready = new Map<
  string,
  { readonly byFirst: ReadonlyMap<string, readonly Verb[]>; readonly open: readonly Verb[]; readonly not: ReadonlySet<string> }
>();

function verbsOf(language: string) {
  const kept = ready.get(language);
  if (kept !== undefined) return kept;
  const byFirst = new Map<string, Verb[]>();
  const open: Verb[] = [];
  for (const strength of ["must-not", "must", "should", "may"] as const) {
    for (const written of (verbs[language]?.[strength] ?? "").split(",").map((verb) => verb.trim())) {
      const words = written
        .split(" ")
        .filter(Boolean)
        .map((word) => ({ text: word.replace("*", ""), open: word.endsWith("*") }));
      const first = words[0];
      if (first === undefined) continue;
      if (first.open) open.push({ words, strength });
      else byFirst.set(first.text, [...(byFirst.get(first.text) ?? []), { words, strength }]);
    }
  }
  for (const list of byFirst.values()) list.sort((one, other) => other.words.length - one.words.length);
  const made = { byFirst, open, not: new Set((verbs[language]?.not ?? "").split(", ")) };
  ready.set(language, made);
  return made;
}

/**
 * The verbs of a sentence that carry strength, in order.
 *
 * @example deonticsIn(sentence of "Die Behörden sollen offene Standards nutzen", "de") // [{ strength: "should", start: 13, end: 19 }]
 */
export function deonticsIn(sentence: Pick<Sentence, "words">, language: string): Deontic[] {
  const { byFirst, open, not } = verbsOf(language);
  const found: Deontic[] = [];
  for (let at = 0; at < sentence.words.length; at++) {
    const word = sentence.words[at];
    if (word === undefined) continue;
    const verb = [...(byFirst.get(word.folded) ?? []), ...open].find((candidate) => stands(candidate, sentence.words, at));
    if (verb === undefined) continue;
    const last = sentence.words[at + verb.words.length - 1] ?? word;
    const next = sentence.words[at + verb.words.length];
    const denied = next !== undefined && not.has(next.folded) && (verb.strength === "must" || verb.strength === "may");
    found.push({ strength: denied ? "must-not" : verb.strength, start: word.start, end: denied ? next.end : last.end });
    at += verb.words.length - 1;
  }
  return found;
}

function stands(verb: Verb, words: readonly Word[], at: number): boolean {
  return verb.words.every((wanted, index) => {
    const word = words[at + index]?.folded;
    return word !== undefined && (wanted.open ? word.startsWith(wanted.text) : word === wanted.text);
  });
}
