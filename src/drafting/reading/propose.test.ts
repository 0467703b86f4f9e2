import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import fc from "fast-check";
import { parse } from "yaml";
import { addresseeKinds } from "../../registry/coding.ts";
import { packageRoot } from "../../shared/package-root.ts";
import { concepts } from "./concepts.ts";
import { cues } from "./cues.ts";
import { fitted, pack, unpack } from "./fitted.ts";
import { learn } from "./learn.ts";
import { proposeCodings } from "./propose.ts";
import { recognisable } from "./recognise.ts";
import { readArticle } from "./signs.ts";

const first = (text: string, language: string, heading?: string) =>
  proposeCodings({ text, ...(heading === undefined ? {} : { heading }) }, language)[0];

test("a duty to publish is seen in each language, with its strength and the words that say so", () => {
  for (const [language, text, strength, verb] of [
    [
      "en",
      "Agencies shall publish the source code that they develop under an open source licence, unless national security forbids it.",
      "must",
      "shall",
    ],
    ["fr", "Les administrations doivent publier le code source des logiciels libres qu'elles développent.", "must", "doivent"],
    ["de", "Die Behörden sollen den Quellcode neuer Software veröffentlichen, die sie entwickeln.", "should", "sollen"],
    ["it", "Le amministrazioni devono pubblicare il codice sorgente del nuovo software sviluppato.", "must", "devono"],
    ["es", "Las entidades podrán publicar el código fuente de las nuevas aplicaciones que desarrollen.", "may", "podrán"],
    ["pt", "Os órgãos devem publicar o código fonte dos sistemas desenvolvidos.", "must", "devem"],
  ] as const) {
    const proposal = first(text, language);
    assert.equal(proposal?.type, "publish-new-code-by-default", language);
    assert.deepEqual([proposal?.strength, proposal?.verb], [strength, verb], language);
  }
});

test("encouraging is may, soll is should, and a denied must or may is must-not", () => {
  assert.equal(
    first("Les ministères encouragent les agents à contribuer à des logiciels libres sur leur temps de travail.", "fr")?.strength,
    "may",
  );
  assert.equal(first("Open-Source-Software soll bei der Beschaffung bevorzugt werden.", "de")?.strength, "should");
  assert.equal(
    first("Code repositories must not contain passwords or other secrets before they are published.", "en")?.strength,
    "must-not",
  );
});

test("addressee, time limit and exception come with their words", () => {
  const proposal = first(
    "Within 90 days, each agency must update its inventory of custom-developed source code, except for national security systems.",
    "en",
  );
  assert.equal(proposal?.type, "code-inventory");
  assert.equal(proposal?.addressee?.kind, "agencies");
  assert.equal(proposal?.deadline, "Within 90 days");
  assert.equal(proposal?.exception, "except");
});

test("every reason is a span of the article's own text", () => {
  const text =
    "1. Las Administraciones Públicas mantendrán directorios actualizados de aplicaciones para su libre reutilización.\n2. Salvo excepción.";
  const proposals = proposeCodings({ text, heading: "Directorios de aplicaciones" }, "es");
  assert.ok(proposals.length > 0);
  for (const { because } of proposals) {
    assert.ok(because.some((reason) => reason.what === "type") && because.some((reason) => reason.what === "strength"));
    for (const reason of because) assert.equal(text.slice(reason.start, reason.end), reason.text);
  }
});

test("what rules nothing of the field gets no proposal", () => {
  for (const [text, language] of [
    ["This Act enters into force on the day of its publication.", "en"],
    ["Quedan derogadas las disposiciones de igual o inferior rango.", "es"],
    ["Der Bundesrat bestimmt das Inkrafttreten.", "de"],
    ["", "fr"],
  ] as const) {
    assert.deepEqual(proposeCodings({ text }, language), [], text);
  }
  assert.deepEqual(
    proposeCodings({ text: "OSS Open Source Software; SBOM software bill of materials", heading: "Abbreviations" }, "en"),
    [],
  );
});

test("a language whose words are not known gives nothing", () => {
  for (const language of [undefined, "ja", "xx"])
    assert.deepEqual(proposeCodings({ text: "Agencies shall publish source code." }, language), []);
});

test("what is learnt from wordings is proposed for an article like them, in another language too, and not for another", () => {
  const types = ["public-software-catalogue", "annual-reporting"];
  const wordings = [
    { text: "Each portal lists software for reuse.", types: ["public-software-catalogue"] },
    { text: "A catalogue of software is published.", types: ["public-software-catalogue"] },
    { text: "Every year the ministry reports on progress.", types: ["annual-reporting"] },
  ].map((wording) => ({ ...wording, language: "en", weight: 1, origin: "made" }));
  const article = (text: string, coded: string[], group: number) => ({
    article: readArticle("", "", text, "en"),
    types: coded,
    group,
    origins: [],
  });
  const articles = [0, 1].flatMap((group) => [
    article("The portal lists all software of the agencies.", ["public-software-catalogue"], group),
    article("The agency reports every year.", ["annual-reporting"], group),
    article("The council meets in the capital.", [], group),
  ]);
  const model = learn(wordings, articles, types);
  assert.deepEqual(
    proposeCodings({ text: "Le portail recense les logiciels pour leur réutilisation." }, "fr", model).map(({ type }) => type),
    ["public-software-catalogue"],
  );
  assert.deepEqual(learn(wordings, articles, types), model);
});

test("a model keeps its word when it is packed and unpacked, and the fitted one fits the words that can be recognised", () => {
  const model = fitted();
  assert.equal(model.likeness.weights.length, (recognisable.length + 1) * (model.types.length + 1));
  const again = unpack(pack(model));
  for (const [at, weight] of model.likeness.weights.entries()) assert.ok(Math.abs(weight - (again.likeness.weights[at] ?? 0)) < 1e-4);
  assert.deepEqual(again.signs, model.signs);
});

test("cues speak of provision types and concepts that exist, for every type of the dataset", () => {
  const types = (parse(readFileSync(join(packageRoot, "dataset/provision-types.yml"), "utf8")) as { id: string }[]).map((type) => type.id);
  assert.deepEqual(Object.keys(cues).sort(), [...types].sort());
  for (const [type, list] of Object.entries(cues)) {
    for (const cue of list)
      for (const word of (cue.split(":")[0] ?? "").split(" ")) assert.ok(word.replace("!", "") in concepts, `${type}: ${word}`);
  }
  assert.deepEqual(fitted().types, types);
});

test("whatever the text, proposals are well-formed", () => {
  const piece = fc.constantFrom(
    "shall",
    "publish",
    "source code",
    "open source",
    "\u0000",
    "\u202e",
    "الشفرة المصدرية",
    ".",
    "\n",
    "unless",
    "within 90 days",
    "licence",
    "ﷺ",
    "\ud800",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), fc.constantFrom("en", "fr", "de", "it", "es", "pt", "ar"), (pieces, language) => {
      const text = pieces.join(" ");
      for (const { because, addressee } of proposeCodings({ text }, language)) {
        for (const reason of because) assert.equal(text.slice(reason.start, reason.end), reason.text);
        if (addressee !== undefined) assert.ok((addresseeKinds as readonly string[]).includes(addressee.kind));
      }
    }),
  );
});

test("of five million characters the first 200,000 are read", () => {
  for (const text of [
    "within a ".repeat(600_000),
    "aaaa".repeat(1_250_000),
    "open source code shall publish ".repeat(160_000),
    "\u0000. ".repeat(1_600_000),
  ]) {
    for (const language of ["en", "de", "es"]) {
      for (const { because } of proposeCodings({ text, heading: text }, language))
        assert.ok(because.every((reason) => reason.end <= 200_000));
    }
  }
});
