import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { type Claim, claim } from "./claim.ts";
import { comparableAddress } from "./claim-address.ts";
import { documentNumbers } from "./claim-document-number.ts";
import { type Candidate, type MatchableInstrument, proposeInstruments, worthReviewing } from "./claim-matching.ts";
import { wordsOf } from "./claim-title-words.ts";
import { instrument } from "./instrument.ts";

const ask = (jurisdiction: string, title: string, more: Partial<Claim> = {}): Claim =>
  claim.parse({ id: "test-1", collection: "test", row: "1", jurisdiction, title, ...more });

function text(id: string, jurisdiction: string, titles: string[], more: Partial<MatchableInstrument> = {}): MatchableInstrument {
  const written = {
    id,
    jurisdiction,
    level: "national",
    type: "statute",
    titles: titles.map((title) => ({ language: "en", text: title, kind: "official" })),
    force: { value: "binding" },
    issuing_body: "xx-body",
    statuses: [{ value: "in-force" }],
    read: "full",
    sources: [{ id: "s1", address: `https://example.org/${id}`, kind: "primary" }],
  };
  return { ...instrument.parse(written), ...more };
}

const shelf = [
  text("br-lei-14063-2020", "BR", ["Lei nº 14.063, de 23 de setembro de 2020, art. 16", "Law 14,063/2020"], {
    dates: { adopted: { value: "2020-09-23", confidence: "high" } },
  }),
  text("br-lei-14129-2021", "BR", ["Lei nº 14.129, de 29 de março de 2021 (Governo Digital)"]),
  text("br-mp-983-2020", "BR", ["Medida Provisória nº 983, de 16 de junho de 2020, art. 8º"], {
    sources: [{ id: "s1", address: "https://www.planalto.gov.br/ccivil_03/_ato2019-2022/2020/lei/l14063.htm", kind: "primary" }],
  }),
  text("eu-com-2012-19", "EU", ["Regulation (EU) No 2012/19 on an example"]),
  text("us-omb-m-16-21", "US", [
    "Federal Source Code Policy: Achieving Efficiency, Transparency, and Innovation through Reusable and Open Source Software (M-16-21)",
  ]),
  text("us-omb-m-04-16", "US", ["Memorandum on Software Acquisition (M-04-16)"]),
  text("us-share-it-act-2024", "US", [
    "Source code Harmonization And Reuse in Information Technology Act (SHARE IT Act), Public Law 118-187",
  ]),
  text("ec-decreto-1014", "EC", ["Decreto Ejecutivo N° 1014"]),
  text("ec-decreto-1425", "EC", [
    "Decreto Ejecutivo N° 1425 - Reglamento para la adquisición de software por parte de las entidades contratantes del sector público",
  ]),
  text("ec-coesc-2016", "EC", ["Código Orgánico de la Economía Social de los Conocimientos, Creatividad e Innovación"]),
  text("vn-tt-20-2014", "VN", [
    "Thông tư 20/2014/TT-BTTTT quy định về các sản phẩm phần mềm nguồn mở được ưu tiên mua sắm, sử dụng trong cơ quan, tổ chức nhà nước",
  ]),
  text("vn-ct-07-2008", "VN", [
    "Chỉ thị 07/2008/CT-BTTTT về đẩy mạnh sử dụng phần mềm mã nguồn mở trong hoạt động của cơ quan, tổ chức nhà nước",
  ]),
  text("fr-loi-2016-1321", "FR", ["Loi n° 2016-1321 du 7 octobre 2016 pour une République numérique"]),
  text("fr-decret-2017-638", "FR", [
    "Décret n° 2017-638 du 27 avril 2017 relatif aux licences de réutilisation à titre gratuit des informations publiques",
  ]),
  text("fr-circulaire-6264-sg-2021", "FR", [
    "Circulaire n° 6264/SG du 27 avril 2021 relative à la politique publique de la donnée, des algorithmes et des codes sources",
  ]),
  text("it-agid-guidelines-2019", "IT", ["Linee guida su acquisizione e riuso di software per le pubbliche amministrazioni"]),
  text("uy-ley-19179", "UY", ["Ley N° 19.179 - Regulación del formato para el procesamiento y almacenamiento de información digital"]),
  text("uy-decreto-44-015", "UY", ["Decreto N° 44/015", "Decree 44/015 regulating Law 19,179"]),
  text("bo-ds-1793-plan", "BO", [
    "Ley 164 art. 77; DS 1793 (disp. trans. 2-5); DS 2514; DS 3251 (Plan de Implementación de Software Libre y Estándares Abiertos)",
  ]),
  text(
    "eu-com-oss-strategy-2020",
    "EU",
    ["Communication to the Commission: Open Source Software Strategy 2020-2023 - Think Open, C(2020) 7149"],
    { dates: { adopted: { value: "2020", confidence: "high" } } },
  ),
  text("jp-oss-guideline", "JP", ["オープン・ソース・ソフトウェア公開ガイドライン"]),
  text("de-by-muc-resolution", "DE-BY-MUC", ["Munich council resolution on open source software"]),
  text("ch-embag-9", "CH", ["Bundesgesetz über den Einsatz elektronischer Mittel zur Erfüllung von Behördenaufgaben (EMBAG), Art. 9"]),
  text("pe-ley-28612", "PE", ["Ley N° 28612 que norma el uso, adquisición y adecuación del software en la administración pública"]),
];
const propose = proposeInstruments(shelf);
const found = (asked: Claim): string[] => propose(asked).map(({ instrument: id }) => id);

test("document numbers are found however they are written", () => {
  const of = (title: string) => documentNumbers(title).map(({ number, year }) => (year ? `${number} of ${year}` : number));
  assert.deepEqual(of("Lei nº 14.063, de 23 de setembro de 2020"), ["14063"]);
  assert.deepEqual(of("Law Nº 14.063/2020"), ["14063 of 2020"]);
  assert.deepEqual(of("Law 14,063/2020"), ["14063 of 2020"]);
  assert.deepEqual(of("Regulation (EU) No 2012/19"), ["19 of 2012"]);
  assert.deepEqual(of("Regulation (EU) 2024/903"), ["903 of 2024"]);
  assert.deepEqual(of("M-16-21: Memorandum on Federal Source Code Policy"), ["m-16-21"]);
  assert.deepEqual(of("Decreto 1014"), ["1014"]);
  assert.deepEqual(of("Executive Decree No. 1014"), ["1014"]);
  assert.deepEqual(of("Thông tư 20/2014/TT-BTTTT"), ["20 of 2014"]);
  assert.deepEqual(of("Decree No. 44/015"), ["44 of 2015"]);
  assert.deepEqual(of("Decree no. 2017-638"), ["638 of 2017"]);
  assert.deepEqual(of("Circular 6264/SG"), ["6264-sg", "6264"]);
  assert.deepEqual(of("H.R.2810 - An act (Public Law: 115-91)"), ["hr-2810", "pl-115-91"]);
  assert.deepEqual(of("Directive 001-2019-PCM/SEGDI"), ["1 of 2019"]);
});

test("spans of years, versions and dates are not document numbers", () => {
  for (const title of [
    "National Plan 2018-2022",
    "Digital Agenda 2014/2020",
    "Action Plan 2013",
    "Software Supply Chain Security Guidelines 1.0 (2023)",
    "Resolution on Open Standards",
  ]) {
    assert.deepEqual(documentNumbers(title), [], title);
  }
});

test("title words mean the same in several languages, with and without accents", () => {
  assert.deepEqual(wordsOf("Política de software libre"), wordsOf("politica de SOFTWARE LIBRE"));
  assert.deepEqual(wordsOf("Strategy for Free Software"), wordsOf("Stratégie pour les logiciels libres"));
  assert.deepEqual(wordsOf("Linee guida su riuso di software"), wordsOf("Guidelines on the reuse of software"));
  assert.deepEqual(wordsOf("phần mềm mã nguồn mở"), wordsOf("open source software"));
});

test("addresses are the same whatever archive, scheme, ending or mark they carry", () => {
  const plain = comparableAddress("https://www.example.org/a/b");
  for (const address of [
    "http://example.org/a/b/",
    "https://example.org/a/b#part-2",
    "https://web.archive.org/web/2013010101/http://www.example.org/a/b",
    "HTTPS://EXAMPLE.ORG/a/b.",
  ])
    assert.equal(comparableAddress(address), plain, address);
  assert.notEqual(comparableAddress("https://example.org/a?id=1"), comparableAddress("https://example.org/a?id=2"));
});

const sure: [name: string, asked: Claim, expected: string][] = [
  ["a number with dots and year", ask("BR", "Law Nº 14.063/2020"), "br-lei-14063-2020"],
  [
    "a number in the address alone",
    ask("BR", "Electronic signatures", { addresses: ["https://www.planalto.gov.br/ccivil_03/_ato2019-2022/2020/lei/l14063.htm"] }),
    "br-lei-14063-2020",
  ],
  ["the year first", ask("EU", "Directive 2012/19"), "eu-com-2012-19"],
  ["a coded number", ask("US", "M-16-21: Memorandum on Federal Source Code Policy"), "us-omb-m-16-21"],
  ["a decree by its bare number", ask("EC", "Executive Decree 1014", { years: [2008] }), "ec-decreto-1014"],
  [
    "a name translated from Spanish",
    ask("EC", "Organic Code of Social Economy of Knowledge, Creativity and Innovation", { years: [2016] }),
    "ec-coesc-2016",
  ],
  [
    "a name translated from Italian",
    ask("IT", "Guidelines on the acquisition and reuse of software for public administrations"),
    "it-agid-guidelines-2019",
  ],
  ["a name translated from French", ask("FR", "Law for a Digital Republic"), "fr-loi-2016-1321"],
  [
    "a name translated from Vietnamese, number in the address",
    ask("VN", "On Promoting the Use of Open Source Software", {
      years: [2008],
      addresses: ["https://lawnet.vn/vb/chi-thi-072008ctbtttt-day-manh-su-dung-phan-mem-14592.html"],
    }),
    "vn-ct-07-2008",
  ],
  ["an issuer's code behind the number", ask("VN", "Circular 20/2014/TT-BTTTT"), "vn-tt-20-2014"],
  ["without the accents of the original", ask("FR", "Decret 2017-638 relatif aux licences de reutilisation"), "fr-decret-2017-638"],
  ["a year of three digits", ask("UY", "Decree 44/2015"), "uy-decreto-44-015"],
  ["an acronym", ask("CH", "Federal Act on Electronic Means (EMBAG)"), "ch-embag-9"],
  ["one of several texts in one record", ask("BO", "Supreme Decree 2514", { years: [2004], flags: ["displaced-year"] }), "bo-ds-1793-plan"],
  ["Japanese", ask("JP", "オープンソースソフトウェア公開ガイドライン"), "jp-oss-guideline"],
  ["a part of the country, by its name", ask("DE", "Munich council resolution on open source software"), "de-by-muc-resolution"],
  [
    "another writing of the same address",
    ask("PE", "A norm", { addresses: ["https://web.archive.org/web/2010/http://example.org/pe-ley-28612/"] }),
    "pe-ley-28612",
  ],
  [
    "the right title at another bill's address",
    ask("US", "Source code Harmonization And Reuse in Information Technology Act (SHARE IT Act)", {
      addresses: ["https://www.congress.gov/bill/118th-congress/house-bill/3286/text"],
    }),
    "us-share-it-act-2024",
  ],
];
for (const [name, asked, expected] of sure) {
  test(`proposes first: ${name}`, () => assert.equal(found(asked)[0], expected, JSON.stringify(propose(asked, 0))));
}

const nearMisses: [name: string, asked: Claim, wrong: string][] = [
  ["another decree of the same country", ask("EC", "Executive Decree 1425", { years: [2017] }), "ec-decreto-1014"],
  ["another law of the next year", ask("BR", "Law Nº 14.129/2021"), "br-lei-14063-2020"],
  ["what the law was made from", ask("BR", "Law Nº 14.063/2020"), "br-mp-983-2020"],
  ["another memorandum", ask("US", "M-04-16: Memorandum on Software Acquisition"), "us-omb-m-16-21"],
  ["the same number, another year", ask("UY", "Decree 44/2003"), "uy-decreto-44-015"],
  ["the law that a decree regulates", ask("UY", "Decree No. 44/015: Regulation of Law 19.179"), "uy-ley-19179"],
  ["the strategy before", ask("EU", "Open source software strategy 2014-2017", { years: [2014] }), "eu-com-oss-strategy-2020"],
  [
    "a bill of the same subject that failed",
    ask("PE", "Draft Bill 2485/2001-CR: Use of Free Software in the Public Administration", {
      years: [2002],
      kind: "Bill",
      status: "Failed",
    }),
    "pe-ley-28612",
  ],
  ["an event about the subject", ask("BO", "Workshop on free software", { kind: "Support", years: [2013] }), "bo-ds-1793-plan"],
  ["another circular of the same day's decree", ask("FR", "Decree No. 2017-638 of April 27, 2017"), "fr-circulaire-6264-sg-2021"],
  [
    "the same title in another country",
    ask("AR", "Guidelines on the acquisition and reuse of software for public administrations"),
    "it-agid-guidelines-2019",
  ],
];
for (const [name, asked, wrong] of nearMisses) {
  test(`does not propose: ${name}`, () => assert.ok(!found(asked).includes(wrong), JSON.stringify(propose(asked, 0))));
}

test("a displaced year is not held against a pair", () => {
  const asked = (flags: Claim["flags"]) =>
    propose(ask("IT", "Guidelines on reuse of software", { years: [2003], flags }), 0).find(
      ({ instrument: id }) => id === "it-agid-guidelines-2019",
    )?.score ?? 0;
  assert.ok(asked(["displaced-year"]) >= asked([]));
});

test("pure: the same input gives the same output, whatever the order of instruments", () => {
  const asked = ask("UY", "Law No. 19179: Regulation on Digital Information Formats and Software");
  const backwards = proposeInstruments([...shelf].reverse());
  assert.deepEqual(propose(asked, 0), backwards(asked, 0));
  assert.deepEqual(propose(asked, 0), propose(asked, 0));
});

test("every candidate says why, and its score lies between 0 and 1", () => {
  for (const [, asked] of sure) {
    for (const { score, reasons } of propose(asked, 0.01)) {
      assert.ok(score > 0 && score <= 1);
      assert.ok(reasons.length > 0);
    }
  }
});

test("no title breaks it: empty of words, very long, unusual signs", () => {
  for (const title of [
    `Law ${"n° nº no ".repeat(59)}`,
    `Decree ${"nº".repeat(290)}1`,
    `${"(".repeat(300)}${")".repeat(300)}`,
    "1/2".repeat(200),
    "—",
    "2013",
    "((((",
    "a".repeat(600),
    "١٢٣ القانون",
    "\\d+(.*)+$",
  ])
    assert.ok(Array.isArray(propose(ask("BR", title)) satisfies Candidate[]), title);
});

test("against the links that people decided, it misses little and bothers little", async (context) => {
  const { readDataset } = await import("../importers/dataset/read.ts");
  const { dataset } = readDataset(join(import.meta.dirname, "..", "..", "dataset"));
  const decided = new Map(
    dataset.claimLinks
      .filter(({ value }) => value.verdict !== "proposed")
      .map(({ value }) => [`${value.claim} ${value.instrument}`, value.verdict]),
  );
  if (decided.size === 0) return context.skip("no link is decided in dataset/claims/links.csv");
  const proposeReal = proposeInstruments(dataset.instruments.map(({ value }) => value));
  const there = new Set(dataset.instruments.map(({ value }) => value.id));
  const proposed = new Set(dataset.claims.flatMap(({ value }) => proposeReal(value).map(({ instrument: id }) => `${value.id} ${id}`)));
  const yes = [...decided]
    .filter(([pair, verdict]) => verdict !== "different" && there.has(pair.split(" ")[1] as string))
    .map(([pair]) => pair);
  const judged = [...proposed].filter((pair) => decided.has(pair));
  const right = yes.filter((pair) => proposed.has(pair));
  const [recall, precision] = [right.length / yes.length, right.length / judged.length];
  context.diagnostic(
    `recall ${recall.toFixed(3)} (${right.length} of ${yes.length}), precision ${precision.toFixed(3)} (${right.length} of ${judged.length}) at ${worthReviewing}; ${proposed.size - judged.length} proposals not yet decided`,
  );
  context.diagnostic(`proposed in vain: ${judged.filter((pair) => decided.get(pair) === "different").join(", ")}`);
  context.diagnostic(`missed: ${yes.filter((pair) => !proposed.has(pair)).join(", ")}`);
  assert.ok(recall >= 0.9, `recall ${recall}: ${yes.filter((pair) => !proposed.has(pair)).join(", ")}`);
  assert.ok(precision >= 0.85, `precision ${precision}: ${judged.filter((pair) => decided.get(pair) === "different").join(", ")}`);
});
