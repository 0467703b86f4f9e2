import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { packageRoot } from "../../../shared/package-root.ts";
import { readEforms } from "./eforms.ts";
import { observeNotice } from "./facts.ts";
import { observeTenders } from "./observe.ts";
import { readTed } from "./ted.ts";
import { type Element, readXml } from "./xml.ts";

async function* pieces(text: string): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += 7) yield bytes.subarray(at, at + 7);
}

const tree = (text: string): Promise<Element> => readXml(pieces(text), "notice.xml");

const eforms = `<?xml version="1.0" encoding="UTF-8"?>
<ContractNotice xmlns="a" xmlns:cac="b" xmlns:cbc="c" xmlns:efac="d" xmlns:efbc="e">
  <cbc:ID schemeName="notice-id">870ff007-688a-4ad1-9ad7-28c2ae514b40</cbc:ID><cbc:IssueDate>2024-05-16+00:00</cbc:IssueDate><cbc:NoticeLanguageCode>FRA</cbc:NoticeLanguageCode>
  <efac:Organizations><efac:Company><cac:PartyIdentification><cbc:ID>ORG-1</cbc:ID></cac:PartyIdentification><cac:PartyName><cbc:Name>Mairie Oracle</cbc:Name></cac:PartyName><cac:PostalAddress><cac:Country><cbc:IdentificationCode>FRA</cbc:IdentificationCode></cac:Country></cac:PostalAddress></efac:Company></efac:Organizations>
  <cac:ContractingParty><cac:Party><cac:PartyIdentification><cbc:ID>ORG-1</cbc:ID></cac:PartyIdentification></cac:Party></cac:ContractingParty>
  <cac:TenderingProcess><cbc:ProcedureCode>open</cbc:ProcedureCode></cac:TenderingProcess>
  <cac:ProcurementProject><cbc:Name>Licences &amp; maintenance SQL Server</cbc:Name><cbc:Description>SQL Server ou équivalent</cbc:Description>
    <cac:RequestedTenderTotal><cbc:EstimatedOverallContractAmount currencyID="EUR">1000.50</cbc:EstimatedOverallContractAmount></cac:RequestedTenderTotal>
    <cac:MainCommodityClassification><cbc:ItemClassificationCode listName="cpv">48610000</cbc:ItemClassificationCode></cac:MainCommodityClassification></cac:ProcurementProject>
  <efac:ReceivedSubmissionsStatistics><efbc:StatisticsCode>tenders</efbc:StatisticsCode><efbc:StatisticsNumeric>3</efbc:StatisticsNumeric></efac:ReceivedSubmissionsStatistics>
</ContractNotice>`;

test("an eForms notice, in small pieces, with XPaths", async () => {
  const notice = readEforms(await tree(eforms), "notice.xml");
  assert.ok(notice);
  const { facts, places } = observeNotice(notice, "2026-01-01T00:00:00.000Z");
  const seen = [
    facts.id,
    facts.title,
    facts.buyer,
    facts.country,
    facts.language,
    facts.date,
    facts.stage,
    facts.method,
    facts.bidders,
    facts.software,
    facts.value,
  ];
  assert.deepEqual(seen, ["870ff007-688a-4ad1-9ad7-28c2ae514b40", "Licences & maintenance SQL Server", "Mairie Oracle", "FR", "fr", "2024-05-16", "tender", "open", 3, true, { amount: 1000.5, currency: "EUR" }]); // biome-ignore format: a row
  assert.deepEqual(facts.brands, [{ name: "Microsoft SQL Server", kind: "product", equivalent: true, field: "title" }]);
  assert.equal(places.equivalentAllowed?.[0]?.xpath, "/ContractNotice/cac:ProcurementProject[1]/cbc:Description[1]");
});

test("an older TED notice is read in its original language, paragraphs of a block together", async () => {
  const form = (category: string, text: string) =>
    `<F02_2014 CATEGORY="${category}" LG="DE"><CONTRACTING_BODY><ADDRESS_CONTRACTING_BODY><OFFICIALNAME>Stadt</OFFICIALNAME></ADDRESS_CONTRACTING_BODY></CONTRACTING_BODY><OBJECT_CONTRACT><TITLE><P>Software</P></TITLE><CPV_MAIN><CPV_CODE CODE="72000000"/></CPV_MAIN><VAL_ESTIMATED_TOTAL CURRENCY="EUR">5 000,00</VAL_ESTIMATED_TOTAL><SHORT_DESCR>${text}</SHORT_DESCR></OBJECT_CONTRACT></F02_2014>`;
  const root = await tree(
    `<TED_EXPORT DOC_ID="012345-2020"><CODED_DATA_SECTION><REF_OJS><DATE_PUB>20200117</DATE_PUB></REF_OJS><NOTICE_DATA><LG_ORIG>DE</LG_ORIG><ISO_COUNTRY VALUE="DE"/></NOTICE_DATA><CODIF_DATA><TD_DOCUMENT_TYPE CODE="3"/><PR_PROC CODE="1"/></CODIF_DATA></CODED_DATA_SECTION><FORM_SECTION>${form("TRANSLATION", "<P>VMware</P>")}${form("ORIGINAL", "<P>MATLAB</P><P>oder gleichwertig</P>")}</FORM_SECTION></TED_EXPORT>`,
  );
  const notice = readTed(root, "notice.xml");
  assert.ok(notice);
  const { facts } = observeNotice(notice, "2026-01-01T00:00:00.000Z");
  const seen = [
    facts.id,
    facts.title,
    facts.buyer,
    facts.country,
    facts.language,
    facts.date,
    facts.stage,
    facts.method,
    facts.value,
    facts.equivalentAllowed,
  ];
  assert.deepEqual(seen, [
    "012345-2020",
    "Software",
    "Stadt",
    "DE",
    "de",
    "2020-01-17",
    "tender",
    "open",
    { amount: 5000, currency: "EUR" },
    true,
  ]);
  assert.deepEqual(facts.brands, [{ name: "MATLAB", kind: "product", equivalent: true, field: "description" }]);
});

test("hostile XML is refused", async () => {
  await assert.rejects(tree(`${"<a>".repeat(200)}`), /nested deeper than 100/);
  await assert.rejects(tree("<a>&b;</a>"), /not well-formed/);
  await assert.rejects(tree("<a>"), /not well-formed/);
  await assert.rejects(tree('<?xml version="1.0" encoding="EBCDIC-X"?><a/>'), /written in "EBCDIC-X"/);
});

const shared = join(packageRoot, "../shared/data/procurement/ted-eforms");
test("all real eForms notices at hand are read", {
  skip: existsSync(shared) ? false : "../shared with real notices is not here",
}, async () => {
  let read = 0;
  for await (const { facts } of observeTenders(shared)) if (facts.id && facts.title) read++;
  assert.equal(read, 46);
});
