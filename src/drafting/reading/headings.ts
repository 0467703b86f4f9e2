import type { ConceptLanguage } from "./concepts.ts";

/** Headings under which a text tells of others and sets nothing itself. */
const apparatus: Readonly<Record<string, RegExp>> = {
  en: /^(?:foot|end)?notes?$|^frequently asked questions$|^further reading|^references|^abbreviations|^(?:table of )?contents|^resources|^background|^acknowledg|^change ?log|^disclaimer|^about$/iu,
  fr: /^références|^foire aux questions$|^en savoir plus$|^pour aller plus loin|^abréviations|^sommaire|^table des matières|^remerciements|^contexte$|^historique/iu,
  de: /^(?:allgemeine )?referenzen|^abkürzungen|^inhalt|^änderungen gegenüber|^ausgangslage|disclaimer|^literatur|^danksagung|^vorgehen$/iu,
  it: /^riferimenti|^abbreviazioni|^indice|^premessa$|^ringraziamenti|contesto normativo$|^sommario/iu,
  es: /^referencias|^abreviaturas|^índice|^antecedentes|^agradecimientos|por qué (?:esto )?es importante|^qué no hace/iu,
  pt: /^referências|^abreviaturas|^sumário|^antecedentes/iu,
  ar: /^المراجع|^المحتويات|^الفهرس/u,
};
/** True under a heading such as References or Abbreviations. */
export const isApparatus = (heading: string, language: ConceptLanguage) => apparatus[language]?.test(plainly(heading)) ?? false;

/** Headings of text that explains rather than rules; what defines stays. */
const explaining: Readonly<Record<string, RegExp>> = {
  en: /^(?:what (?:is|are)|why|how does|benefits|advantages|drawbacks|risks|history|difference)/iu,
  fr: /^(?:qu[’']est-ce|pourquoi|quelle (?:est la )?différence|avantages|inconvénients|risques|historique|à quoi sert)/iu,
  de: /^(?:was (?:ist|sind)|warum|vorteile|strategische vorteile|nachteile|risiken|geschichte|unterschied)/iu,
  it: /^(?:che cos|cos[’'’]è|perché|i? ?vantaggi|(?:gli )?svantaggi|rischi|una breve panoramica|a cosa serve)/iu,
  es: /^(?:qué es|por qué|ventajas|desventajas|riesgos|historia|diferencia)/iu,
  pt: /^(?:o que é|por que|vantagens|desvantagens|riscos|história)/iu,
  ar: /^(?:ما هو|ما هي|لماذا|المزايا|المخاطر)/u,
};
/** True under a heading such as “What is …?” or Advantages. */
export const explains = (heading: string, language: ConceptLanguage) => explaining[language]?.test(plainly(heading)) ?? false;
const plainly = (heading: string) => heading.slice(0, 200).replace(/^[^\p{L}]{1,40}/u, "");
