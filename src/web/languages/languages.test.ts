import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { IntlMessageFormat } from "intl-messageformat";
import { steps } from "../../drafting/approval.ts";
import { commentRefusals } from "../../drafting/consultation.ts";
import { eventKinds } from "../../drafting/event.ts";
import { adoptionOutcomes } from "../../registry/adoption.ts";
import { body } from "../../registry/body.ts";
import { claimFlags } from "../../registry/claim.ts";
import { addresseeKinds, bases, strengths } from "../../registry/coding.ts";
import { coverageOutcomes } from "../../registry/coverage.ts";
import { confidences, dateKinds, forces, instrumentTypes, levels, relationTypes, statusValues } from "../../registry/instrument.ts";
import { egdiLevels, incomeGroups, regions } from "../../registry/jurisdiction.ts";
import { areas } from "../../registry/provision-type.ts";
import { isLanguage, languages, locale, type MessageKey, preferredLanguage, translate, translateCode } from "./index.ts";
import { keepInStep, writeCatalogue } from "./keep-in-step.ts";

const folder = import.meta.dirname;
const read = (language: string): Record<string, string> => JSON.parse(readFileSync(join(folder, `${language}.json`), "utf8"));
const english = read("en");
const keys = Object.keys(english);

for (const language of languages) {
  const catalogue = read(language);

  test(`${language}: the keys of en.json, each with a message that can be read`, () => {
    assert.deepEqual(Object.keys(catalogue).sort(), [...keys].sort());
    for (const [key, message] of Object.entries(catalogue)) {
      assert.notEqual(message.trim(), "", `${language} ${key} is empty`);
      assert.doesNotThrow(() => parse(message), `${language} ${key}`);
    }
  });

  test(`${language}: the placeholders of the English message, and every plural form of the language`, () => {
    const forms = new Intl.PluralRules(locale[language]).resolvedOptions().pluralCategories;
    for (const [key, message] of Object.entries(catalogue)) {
      assert.deepEqual(placeholders(message), placeholders(english[key] ?? ""), `${language} ${key}`);
      for (const part of allParts(parse(message))) {
        if (!("pluralType" in part)) continue;
        const missing = forms.filter((form) => !(form in part.options));
        assert.deepEqual(missing, [], `${language} ${key}: {${part.value}} lacks plural forms`);
      }
    }
  });

  test(`${language}: every message can be said with small, large and no numbers`, () => {
    for (const key of keys as MessageKey[]) {
      for (const number of [0, 1, 2, 3, 11, 100, 1_000_000]) {
        const said = translate(language, key, Object.fromEntries(placeholders(english[key] ?? "").map((name) => [name, number])));
        assert.ok(said.trim().length > 0 && !/[{}]/.test(said), `${language} ${key}: ${said}`);
      }
    }
  });
}

test("French keeps its punctuation on the line of its word", () => {
  for (const [key, message] of Object.entries(read("fr")))
    assert.doesNotMatch(message.replace(/\{[^{}]*\}/g, "…"), / [;:?!»%]|« |[^\s\u00a0\u202f][;?!»](?!\w)|'/, `fr ${key}`);
});

test("Arabic has its own punctuation", () => {
  for (const [key, message] of Object.entries(read("ar")))
    assert.doesNotMatch(message.replace(/\{\w+, (?:number|plural,)/g, "{"), /[\u0600-\u06ff][,;?]/, `ar ${key}`);
});

for (const language of ["es", "ru", "zh"]) {
  test(`${language}: waits for its translators with the keys of en.json and is not offered`, () => {
    assert.equal(
      readFileSync(join(folder, `${language}.json`), "utf8"),
      writeCatalogue(keepInStep(english, read(language))),
      `${language}.json is out of step with en.json: run npm run generate`,
    );
    assert.equal(isLanguage(language), false);
  });
}

test("a waiting catalogue keeps what is translated, drops what is gone, and marks what is new as not translated", () => {
  assert.deepEqual(keepInStep({ b: "B", a: "A" }, { a: "α", old: "ω" }), { b: "", a: "α" });
});

test("numbers and dates are written as the language writes them, with the digits 0-9", () => {
  const thousand = (language: "en" | "fr" | "ar") => translate(language, "list.results", { count: 12345 });
  assert.match(thousand("en"), /^12,345 results$/);
  assert.match(thousand("fr"), /^12\s345 résultats$/);
  assert.match(thousand("ar"), /^12,345 نتيجة$/);
  const date = (language: "en" | "fr" | "ar") =>
    new Intl.DateTimeFormat(locale[language], { timeZone: "UTC", year: "numeric", month: "long", day: "numeric" }).format(
      new Date("2024-01-31T00:00:00Z"),
    );
  assert.equal(date("en"), "31 January 2024");
  assert.equal(date("fr"), "31 janvier 2024");
  assert.equal(date("ar"), "31 يناير 2024");
});

test("Arabic counts in its six forms", () => {
  const said = [0, 1, 2, 3, 11, 100].map((count) => translate("ar", "list.results", { count }));
  assert.deepEqual(said, ["لا نتائج", "نتيجة واحدة", "نتيجتان", "3 نتائج", "11 نتيجة", "100 نتيجة"]);
});

test("what is put into an Arabic line keeps its own direction", () => {
  assert.ok(translate("ar", "claim.reported", { collection: "CSIS", row: "row 214" }).includes("\u2068row 214\u2069"));
});

test("a code that no catalogue knows is shown as it is", () => {
  assert.equal(translateCode("fr", "status", "in-force"), "en vigueur");
  assert.equal(translateCode("fr", "status", "new-status"), "new-status");
});

test("the first offered language that a browser asks for, English where none is", () => {
  const asked: [string | undefined, string][] = [
    [undefined, "en"],
    ["", "en"],
    ["fr", "fr"],
    ["fr-CH, en;q=0.9", "fr"],
    ["de, ar;q=0.5, fr;q=0.4", "ar"],
    ["en;q=0.2, fr;q=0.8", "fr"],
    ["es, ru, zh", "en"],
    ["fr;q=0", "en"],
    ["*", "en"],
    ["fr;q=x, ar", "ar"],
    [";;;,,=", "en"],
    ["AR-EG", "ar"],
  ];
  for (const [header, language] of asked) assert.equal(preferredLanguage(header), language, String(header));
});

test("every word of a closed list has a message", () => {
  const lists: Record<string, readonly string[]> = {
    level: levels,
    type: instrumentTypes,
    status: statusValues,
    force: forces,
    confidence: confidences,
    basis: bases,
    strength: strengths,
    addressee: addresseeKinds,
    relation: relationTypes,
    "relation-from": relationTypes,
    date: dateKinds,
    flag: claimFlags,
    "flag-meaning": claimFlags,
    coverage: coverageOutcomes,
    adoption: adoptionOutcomes,
    area: areas,
    region: regions,
    income: incomeGroups,
    egdi: egdiLevels,
    step: steps,
    "comment-refusal": commentRefusals,
    "draft-event": eventKinds,
    "body-kind": body.shape.kind.unwrap().options,
  };
  for (const [group, words] of Object.entries(lists))
    for (const word of words) assert.ok(english[`${group}.${word}`], `${group}.${word} is not in en.json`);
});

test("the pages ask for keys that exist, and every key is asked for", () => {
  const { literals, patterns, groups } = askedFor(sources(join(folder, "..")));
  for (const key of literals.asked) assert.ok(key in english, `t("${key}") is not in en.json`);
  for (const group of groups)
    assert.ok(
      keys.some((key) => key.startsWith(`${group}.`)),
      `code("${group}", …) has no key in en.json`,
    );
  const unused = keys.filter(
    (key) => !literals.all.has(key) && !patterns.some((pattern) => pattern.test(key)) && !groups.has(key.slice(0, key.indexOf("."))),
  );
  assert.deepEqual(unused, [], "keys of en.json that no page uses");
});

type Part = ReturnType<IntlMessageFormat["getAst"]>[number];
const LITERAL = 0;

function parse(message: string): Part[] {
  return new IntlMessageFormat(message, "en", undefined, { ignoreTag: true }).getAst();
}

function placeholders(message: string): string[] {
  return [...new Set(allParts(parse(message)).flatMap((part) => (part.type !== LITERAL && "value" in part ? [part.value] : [])))].sort();
}

function allParts(parts: readonly Part[]): Part[] {
  return parts.flatMap((part) => [
    part,
    ...("options" in part ? Object.values(part.options).flatMap((option) => allParts(option.value)) : []),
  ]);
}

function sources(top: string): string {
  return readdirSync(top, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.tsx?$/.test(path) && !/\.(test|tmp)\.tsx?$/.test(path) && !path.startsWith("languages"))
    .map((path) => readFileSync(join(top, path), "utf8"))
    .join("\n");
}

/** What the sources name: whole keys, keys put together with `group.${word}`, and the groups of code(). */
function askedFor(source: string) {
  const all = new Set([...source.matchAll(/"([a-z0-9.-]+)"/g)].map(([, text]) => text ?? ""));
  const asked = new Set([...source.matchAll(/\bt\(\s*"([^"]+)"/g)].map(([, text]) => text ?? ""));
  const patterns = [...source.matchAll(/\bt\(\s*`([^`]+)`/g)].map(
    ([, text]) => new RegExp(`^${(text ?? "").replace(/\./g, "\\.").replace(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, ".+")}$`),
  );
  const groups = new Set(
    [...source.matchAll(/\bcode\(([^,()]*),/g)].flatMap(([, first]) =>
      [...(first ?? "").matchAll(/"([a-z-]+)"/g)].map(([, group]) => group ?? ""),
    ),
  );
  return { literals: { all, asked }, patterns, groups };
}
