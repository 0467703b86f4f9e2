import assert from "node:assert/strict";
import { test } from "node:test";
import type { Observation } from "../../fact.ts";
import { observeNotice } from "./facts.ts";
import type { Notice } from "./notice.ts";

/** What a notice for software of one sentence shows. */
function read(text: string): Observation {
  const notice: Notice = {
    ...{ file: "f", path: "pointer", id: "1", documents: 0 },
    texts: [{ field: "description", at: "/tender/description", text }],
    codes: [{ scheme: "CPV", id: "48000000", rank: "main", at: "/tender/classification/id" }],
  };
  return observeNotice(notice, "2026-01-01T00:00:00.000Z");
}

const brands = (text: string) =>
  (read(text).facts.brands as { name: string; equivalent: boolean }[]).map(({ name, equivalent }) =>
    equivalent ? `${name} or equivalent` : name,
  );
const says = (fact: string, text: string) => read(text).facts[fact];

test("a brand and whether “or equivalent” stands with it, in nine languages", () => {
  const sentences = {
    "Supply of Microsoft SQL Server licences or equivalent": ["Microsoft SQL Server or equivalent"],
    "Fourniture de licences VMware ou équivalent": ["VMware or equivalent"],
    "Licencias de AutoCAD o equivalente": ["AutoCAD or equivalent"],
    "Licenças de AutoCAD ou equivalente": ["AutoCAD or equivalent"],
    "Lizenzen für MATLAB oder gleichwertig": ["MATLAB or equivalent"],
    "Licenze Adobe Creative Cloud o equivalenti": ["Adobe or equivalent", "Creative Cloud or equivalent"],
    "Licenties Citrix of gelijkwaardig": ["Citrix or equivalent"],
    "Dostawa oprogramowania ArcGIS lub równoważnego": ["ArcGIS or equivalent"],
    "Licențe Oracle sau echivalent": ["Oracle or equivalent"],
    "Renewal of ServiceNow": ["ServiceNow"],
  };
  for (const [sentence, expected] of Object.entries(sentences)) assert.deepEqual(brands(sentence), expected, sentence);
});

test("everyday words are no brands", () => {
  for (const sentence of [
    "Replacement of windows and doors with double glazing",
    "Teams of experts exchange the word in the office and access the oracle of sage",
    "Offers are sent as a Microsoft Word or Excel file",
    "An apple orchard with canon law",
  ])
    assert.deepEqual(brands(sentence), [], sentence);
  assert.deepEqual(brands("Upgrade to Windows 11 and Windows Server 2022"), ["Microsoft Windows"]);
});

test("a name beside “or equivalent” or a word for software is seen though no list has it; a standard is not", () => {
  assert.deepEqual(brands("Fromage de type Vache Qui Rit ou équivalent"), ["Vache Qui Rit or equivalent"]);
  assert.deepEqual(brands("Brand name or equal to Acme Seven"), ["Acme Seven or equivalent"]);
  assert.deepEqual(brands("maintenance du progiciel Gestimax"), ["Gestimax"]);
  assert.deepEqual(brands("ISO 27001 certification or equivalent"), []);
  assert.deepEqual(brands("a degree from the University of Oxford or equivalent"), []);
});

test("makers are seen where the text announces them, without their buyer, addresses and short forms", () => {
  assert.deepEqual(brands("a sole source basis to Wyatt Technology Corporation for its instruments"), ["Wyatt Technology"]);
  assert.deepEqual(brands("Manufacturer: Extrel. Description of a filter"), ["Extrel"]);
  assert.deepEqual(brands("The buyer intends to contract with Northwind Analytics for upkeep"), ["Northwind Analytics"]);
  assert.deepEqual(brands("It must work with AviMet® as installed"), ["AviMet"]);
  assert.deepEqual(brands("support of the Telgaz system"), ["Telgaz"]);
  assert.deepEqual(brands("support of the University system"), []);
  assert.deepEqual(brands("Documents: https://trust.sharepoint.com/sites/Tenders and chafea-HP-tender@ec.europa.eu"), []);
  assert.deepEqual(brands("under Simplified Acquisition Procedures (SAP)"), []);
  assert.deepEqual(brands("AFFIDAMENTO DELL'INCARICO DI SVILUPPO"), []);
});

test("“or equivalent” of a certificate opens no brand; “brand name or equal” opens all", () => {
  assert.deepEqual(brands("Cisco certification or equivalent"), []);
  assert.deepEqual(brands("a standalone Wylex (or equally approved) unit"), ["Wylex or equivalent"]);
  assert.deepEqual(brands("Manufacturer: Extrel. FAR 52.211-6, Brand Name or Equal"), ["Extrel or equivalent"]);
});

test("null where no brand is named, and which brand stands alone", () => {
  assert.equal(says("equivalentAllowed", "A payroll system"), null);
  assert.equal(says("brandWithoutEquivalent", "A payroll system"), false);
  assert.equal(says("equivalentAllowed", "Oracle licences"), false);
  assert.equal(says("brandWithoutEquivalent", "Oracle licences"), true);
});

test("open source, its exclusion and what only looks like it", () => {
  for (const sentence of [
    "an open-source solution",
    "des logiciels libres",
    "software libre",
    "software livre",
    "Open-Source-Software",
    "software a codice aperto",
    "openbronsoftware",
    "oprogramowanie otwarte",
    "sursă deschisă",
    "licensed under the EUPL",
  ])
    assert.equal(says("openSourceMention", sentence), true, sentence);
  for (const sentence of ["open source intelligence", "an open source of funding", "free software updates", "sources"])
    assert.equal(says("openSourceMention", sentence), false, sentence);
  for (const sentence of [
    "Open source software will not be accepted",
    "no open source",
    "keine Open-Source-Software",
    "Les logiciels libres ne sont pas acceptés",
    "only proprietary software",
    "Note that no open source software is accepted",
    "If needed, updates come free. Do not offer open source",
  ])
    assert.equal(says("excludesOpenSource", sentence), true, sentence);
  for (const sentence of [
    "Not only open source",
    "no preference for open source",
    "Open source is welcome. Late offers will not be accepted",
    "open source is preferred",
    "Ask before you use work that does not have an open\nsource license",
    "permission for any software that is not free and open source",
    "If your work is not open source, describe it",
  ])
    assert.equal(says("excludesOpenSource", sentence), false, sentence);
});

test("a span is the words as they stand, at their place", () => {
  const text = "Ámbito: entrega del código fuente, sin más.";
  const [place] = read(text).places.sourceDelivery ?? [];
  assert.equal(place?.text, "entrega del código fuente");
  assert.equal(text.slice(place?.start, place?.end), place?.text);
});

test("“or equivalent” beside forms, registers, ratings and laws opens nothing; beside a number or a known maker it does", () => {
  for (const sentence of [
    "un extrait Kbis ou équivalent",
    "Une déclaration de candidature type DC1 ou équivalent",
    "Qualibat 1552 ou équivalent",
    "Zulassung nach § 7 SprengG oder gleichwertig",
    "ustawy Zamawiający dopuszcza rozwiązania równoważne",
    "Lot 3 or similar",
  ])
    assert.deepEqual(brands(sentence), [], sentence);
  assert.deepEqual(brands("3 Parement type Terratrel ou similaire: 2 000 m. 2 Déblais en terrain"), ["Terratrel or equivalent"]);
  assert.deepEqual(brands("Größenklasse: Mercedes Sprinter, VW Crafter oder gleichwertig"), ["Crafter or equivalent"]);
  assert.deepEqual(brands("Flights by Airbee 208 or similar"), ["Airbee 208 or equivalent"]);
});

test("names that are everyday words, and names of streets and schools, are no brands", () => {
  for (const sentence of [
    "Mosaic tiling and flooring",
    "Remedy works to the roof",
    "Primo piano della scuola",
    "Dell Road bridge repair",
    "Non Per Capita Conservation Program",
  ])
    assert.deepEqual(brands(sentence), [], sentence);
});
