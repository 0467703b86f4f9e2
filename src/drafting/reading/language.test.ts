import assert from "node:assert/strict";
import { test } from "node:test";
import { languageOf } from "./language.ts";

test("the language is told from common words or the script", () => {
  const texts: Readonly<Record<string, string>> = {
    en: "The agencies shall publish the source code of the software that they develop for their tasks.",
    fr: "Les administrations publient le code source des logiciels qu'elles développent pour leurs missions.",
    de: "Die Behörden legen den Quellcode von Software offen, die sie zur Erfüllung ihrer Aufgaben entwickeln.",
    it: "Le pubbliche amministrazioni rendono disponibile il codice sorgente delle soluzioni che sono realizzate per loro.",
    es: "Las entidades de la administración pública publicarán el código fuente de las aplicaciones que se desarrollen.",
    pt: "Os órgãos da administração pública disponibilizam o código-fonte dos sistemas que são desenvolvidos para eles.",
    ar: "تنشر الجهات الحكومية الشفرة المصدرية للبرمجيات التي تطورها",
    ru: "Государственные органы публикуют исходный код программ",
    ja: "行政機関はソフトウェアのソースコードを公開する",
    zh: "行政机关应当公开软件源代码",
  };
  for (const [language, text] of Object.entries(texts)) assert.equal(languageOf(text), language);
});

test("what cannot be told is undefined, not English", () => {
  for (const text of ["", "12 345", "\u0000\u0000", "Kubernetes PostgreSQL", "xqzt brrf wlmp"]) assert.equal(languageOf(text), undefined);
});
