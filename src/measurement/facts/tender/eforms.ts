import type { Field, Notice, Stated } from "./notice.ts";
import { country, language } from "./spelling.ts";
import { at, descendants, type Element, local } from "./xml.ts";

export const eformsRoots = new Set(["ContractNotice", "PriorInformationNotice", "ContractAwardNotice"]);

/** Branches that tell of organisations, places and changes of form, not of what is bought. */
const passedOver = new Set([
  "Organizations", "ContractingParty", "Party", "AppealTerms", "AppealReceiverParty", "TenderingParty", "UltimateBeneficialOwner",
  "RealizedLocation", "Attachment", "FieldsPrivacy", "Publication", "TechnicalCommitteePerson", "TenderRecipientParty", "Changes",
  "AdditionalInformationParty", "DocumentProviderParty", "TenderEvaluationParty", "CallForTendersDocumentReference", "SettledContract",
  "ProcurementLegislationDocumentReference", "NoticeDocumentReference", "OpenTenderEvent", "PostalAddress", "SignatoryParty",
]); // biome-ignore format: a list
const saying = new Set([
  "Name", "Description", "Note", "Title", "OptionsDescription", "ReasonDescription", "ProcessReason", "LimitationDescription",
  "Justification", "TermDescription", "DocumentDescription", "CompanyLegalForm",
]); // biome-ignore format: a list

const fields: Readonly<Record<string, Field>> = {
  ProcurementProjectLot: "lot",
  TendererQualificationRequest: "criterion",
  SelectionCriteria: "criterion",
  AwardingTerms: "criterion",
  AwardingCriterion: "criterion",
  SpecificTendererRequirement: "criterion",
  ContractExecutionRequirement: "terms",
  TenderingProcess: "procedure",
  NoticeResult: "award",
  TenderResult: "award",
};

const methods: Readonly<Record<string, Notice["method"] extends Stated<infer M> | undefined ? M : never>> = {
  open: "open",
  restricted: "selective",
  "comp-dial": "selective",
  "neg-w-call": "selective",
  innovation: "selective",
  "comp-tend": "selective",
  "neg-wo-call": "limited",
};

/** An eForms notice (UBL 2.3 as the eForms SDK profiles it) as a notice. Source: eForms SDK, fields and business terms (BT-…). */
export function readEforms(root: Element, file: string): Notice | undefined {
  const all = [...descendants(root)];
  const ids = root.children.filter((child) => local(child) === "ID");
  const id = ids.find((child) => child.attributes.schemeName === "notice-id") ?? ids[0];
  if (!id?.text.trim()) return undefined;
  const notice: Notice = { file, path: "xpath", id: id.text.trim(), documents: 0, texts: [], codes: [] };
  readTexts(notice, root, "description");
  readCodes(notice, root);
  put(
    notice,
    "title",
    at(root, "ProcurementProject/Name") ??
      all.find((element) => element.name.endsWith("ProcurementProject"))?.children.find((child) => local(child) === "Name"),
  );
  put(notice, "language", at(root, "NoticeLanguageCode"), language);
  put(notice, "date", at(root, "IssueDate"), (date) => date.replace(/[Z+].*$/, ""));
  readBuyer(notice, root, all);
  const stage = local(root) === "ContractAwardNotice" ? "award" : local(root) === "ContractNotice" ? "tender" : "planning";
  notice.stage = { value: stage, at: root.xpath };
  const procedure = at(root, "TenderingProcess/ProcedureCode");
  const method = methods[procedure?.text.trim() ?? ""];
  if (procedure && method) notice.method = { value: method, at: procedure.xpath };
  readBidders(notice, all);
  readValue(notice, root, all);
  notice.documents = new Set(
    all
      .filter((element) => local(element) === "CallForTendersDocumentReference")
      .map((element) => at(element, "Attachment/ExternalReference/URI")?.text ?? element.xpath),
  ).size;
  const publication = all.find((element) => element.attributes.schemeName === "ojs-notice-id" && local(element) === "NoticePublicationID");
  if (publication && /^\d{1,9}-\d{4}$/.test(publication.text.trim()))
    notice.address = `https://ted.europa.eu/en/notice/-/detail/${publication.text.trim()}`;
  return notice;
}

function readTexts(notice: Notice, element: Element, field: Field): void {
  for (const child of element.children) {
    const name = local(child);
    if (passedOver.has(name)) continue;
    const text = child.text;
    if (saying.has(name) && /\p{L}{2}/u.test(text)) notice.texts.push({ field: fieldOf(element, name, field), at: child.xpath, text });
    readTexts(notice, child, fields[name] ?? field);
  }
}

function fieldOf(parent: Element, name: string, field: Field): Field {
  return field === "description" && name === "Name" && local(parent) === "ProcurementProject" ? "title" : field;
}

function readCodes(notice: Notice, root: Element): void {
  const project = at(root, "ProcurementProject");
  for (const element of descendants(root, (child) => !passedOver.has(local(child)))) {
    if (local(element) !== "ItemClassificationCode" || !/^\d{8}/.test(element.text.trim())) continue;
    const main = project !== undefined && element.xpath.startsWith(`${project.xpath}/cac:MainCommodity`);
    notice.codes.push({ scheme: "CPV", id: element.text.trim().slice(0, 8), rank: main ? "main" : "item", at: element.xpath });
  }
}

function readBuyer(notice: Notice, root: Element, all: readonly Element[]): void {
  const parties = root.children.filter((child) => local(child) === "ContractingParty");
  if (parties.length > 0) notice.buyers = parties.length;
  const id = at(parties[0], "Party/PartyIdentification/ID")?.text.trim();
  const company = all.find((element) => local(element) === "Company" && at(element, "PartyIdentification/ID")?.text.trim() === id);
  put(notice, "buyer", at(company, "PartyName/Name") ?? at(parties[0], "Party/PartyName/Name"));
  put(notice, "country", at(company, "PostalAddress/Country/IdentificationCode"), country);
}

/** Of the lots' counts of offers ("tenders") the greatest. */
function readBidders(notice: Notice, all: readonly Element[]): void {
  for (const element of all) {
    if (local(element) !== "ReceivedSubmissionsStatistics" || at(element, "StatisticsCode")?.text.trim() !== "tenders") continue;
    const count = at(element, "StatisticsNumeric");
    const value = Number(count?.text.trim() || Number.NaN);
    if (count && Number.isInteger(value) && value >= (notice.bidders?.value ?? 0)) notice.bidders = { value, at: count.xpath };
  }
}

function readValue(notice: Notice, root: Element, all: readonly Element[]): void {
  const amount =
    at(root, "ProcurementProject/RequestedTenderTotal/EstimatedOverallContractAmount") ??
    all.find((element) => local(element) === "TotalAmount" && /NoticeResult\[1\]\/[^/]+$/.test(element.xpath));
  const value = Number(amount?.text.trim() || Number.NaN);
  if (!amount || !Number.isFinite(value)) return;
  notice.amount = { value, at: amount.xpath };
  if (amount.attributes.currencyID) notice.currency = { value: amount.attributes.currencyID, at: `${amount.xpath}/@currencyID` };
}

function put<K extends "title" | "buyer" | "country" | "language" | "date">(
  notice: Notice,
  key: K,
  element: Element | undefined,
  written: (text: string) => string = (text) => text,
): void {
  const value = written(element?.text.trim() ?? "");
  if (element && value !== "") notice[key] = { value, at: element.xpath };
}
