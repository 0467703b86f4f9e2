import { codeOf } from "./codes.ts";
import type { Field, Method, Notice, Stage } from "./notice.ts";
import { country, language } from "./spelling.ts";
import { descendants, type Element, local } from "./xml.ts";

/** Branches that tell of organisations and places. */
const passedOver =
  /^(?:ADDRESS_|CONTRACTORS?$|AWARDED_TO|ECONOMIC_OPERATOR_NAME|NUTS|CA_CE_|AUTHORITY|NAME_ADDRESSES|CONTACT_DATA|PROCEDURES_FOR_APPEAL|COMPLEMENTARY_INFO_APPEAL)/;

const fields: readonly [RegExp, Field][] = [
  [/^(?:OBJECT_DESCR|F\d\d_DIVISION|ANNEX_B|LOT_)/, "lot"],
  [/CRITERI|^LEFTI$|ECONOMIC_|TECHNICAL_|^SUITABILITY|QUALIFICATION/, "criterion"],
  [/PERFORMANCE|CONDITIONS/, "terms"],
  [/^PROCEDURE/, "procedure"],
  [/^(?:AWARD_CONTRACT|AWARD_OF)/, "award"],
];
/** TD_DOCUMENT_TYPE: 0 and P prior information, 3 contract notice, 7 award, 2 corrigendum … Source: TED code lists, R2.0.9. */
const stages: Readonly<Record<string, Stage>> = { "0": "planning", P: "planning", M: "planning", "3": "tender", "7": "award", "V": "award", "5": "tender", "6": "tender", "4": "planning" }; // biome-ignore format: a list
/** PR_PROC: 1 open, 2 restricted, 3 accelerated restricted, 4 negotiated, 6 accelerated negotiated, C competitive dialogue, T award without publication. */
const methods: Readonly<Record<string, Method>> = { "1": "open", "2": "selective", "3": "selective", "4": "selective", "6": "selective", B: "selective", C: "selective", G: "selective", V: "limited", T: "limited" }; // biome-ignore format: a list

/** An older TED notice (TED_EXPORT; forms F01 to F25 and the schemas before them) as a notice, in its original language. */
export function readTed(root: Element, file: string): Notice | undefined {
  const id = root.attributes.DOC_ID || first(root, "NO_DOC_OJS")?.text.trim() || first(root, "NO_DOC_EXT")?.text.trim();
  if (!id) return undefined;
  const notice: Notice = { file, path: "xpath", id, documents: 0, texts: [], codes: [] };
  const forms = root.children.find((child) => local(child) === "FORM_SECTION")?.children ?? [];
  const originals = forms.filter((form) => form.attributes.CATEGORY === "ORIGINAL");
  const form = originals[0] ?? forms[0];
  const coded = root.children.find((child) => local(child) === "CODED_DATA_SECTION");
  for (const original of originals.length > 0 ? originals : forms.slice(0, 1)) readTexts(notice, original, "description");
  if (form) readTitle(notice, form);
  if (form) readCodes(notice, form, coded);
  const buyer = form && first(form, "OFFICIALNAME", "ORGANISATION");
  put(notice, "buyer", buyer, buyer && allText(buyer));
  if (notice.buyer)
    notice.buyers =
      1 + (form ? [...descendants(form)].filter((element) => local(element) === "ADDRESS_CONTRACTING_BODY_ADDITIONAL").length : 0);
  const iso = coded && first(coded, "ISO_COUNTRY");
  put(notice, "country", iso, iso && country(iso.attributes.VALUE ?? ""));
  const tongue = coded && first(coded, "LG_ORIG");
  put(notice, "language", tongue ?? form, language(tongue?.text ?? form?.attributes.LG ?? ""));
  const date = coded && first(coded, "DATE_PUB");
  put(notice, "date", date, date?.text.trim().replace(/^(\d{4})(\d\d)(\d\d)$/, "$1-$2-$3"));
  const type = coded && first(coded, "TD_DOCUMENT_TYPE");
  const stage = stages[type?.attributes.CODE ?? ""];
  if (type && stage) notice.stage = { value: stage, at: type.xpath };
  const procedure = coded && first(coded, "PR_PROC");
  const method = methods[procedure?.attributes.CODE ?? ""];
  if (procedure && method) notice.method = { value: method, at: procedure.xpath };
  if (form) readNumbers(notice, form);
  if (/^\d{1,9}-\d{4}$/.test(id)) notice.address = `https://ted.europa.eu/en/notice/-/detail/${id}`;
  return notice;
}

/** A block is the parent of paragraphs: its text is one, so that a brand and "or equivalent" in the next paragraph stand together. */
function readTexts(notice: Notice, element: Element, field: Field): void {
  if (passedOver.test(local(element))) return;
  const paragraphs = element.children.filter((child) => local(child) === "P");
  const text =
    paragraphs.length > 0
      ? paragraphs.map(allText).join("\n")
      : element.children.length === 0 && element.text.length > 20
        ? element.text
        : "";
  if (/\p{L}{2}/u.test(text))
    notice.texts.push({
      field: /^(?:TITLE|TITLE_CONTRACT)$/.test(local(element)) && field !== "lot" ? "title" : field,
      at: element.xpath,
      text,
    });
  for (const child of element.children)
    if (local(child) !== "P") readTexts(notice, child, fields.find(([name]) => name.test(local(child)))?.[1] ?? field);
}

function readTitle(notice: Notice, form: Element): void {
  const title = notice.texts.find((text) => text.field === "title") ?? undefined;
  const element = title ? undefined : first(form, "TITLE", "TITLE_CONTRACT");
  if (title) notice.title = { value: title.text, at: title.at };
  else put(notice, "title", element, element && allText(element));
}

function readCodes(notice: Notice, form: Element, coded: Element | undefined): void {
  const scan = (where: Element, isMain: (path: string) => boolean) => {
    for (const element of descendants(where)) {
      if (!/^(?:CPV_CODE|ORIGINAL_CPV)$/.test(local(element))) continue;
      const code = codeOf("CPV", element.attributes.CODE ?? "");
      if (code) notice.codes.push({ ...code, rank: isMain(element.xpath) ? "main" : "item", at: `${element.xpath}/@CODE` });
    }
  };
  scan(form, (path) => /CPV_MAIN/.test(path) && !/OBJECT_DESCR|ANNEX_B|DIVISION/.test(path));
  if (notice.codes.length === 0 && coded) scan(coded, (path) => /ORIGINAL_CPV\[1\]$/.test(path));
}

function readNumbers(notice: Notice, form: Element): void {
  for (const element of descendants(form)) {
    const value = Number(element.text.replace(/\s/g, "").replace(",", ".") || Number.NaN);
    if (!Number.isFinite(value)) continue;
    if (/^(?:NB_TENDERS_RECEIVED|OFFERS_RECEIVED_NUMBER)$/.test(local(element))) {
      if (value >= (notice.bidders?.value ?? 0)) notice.bidders = { value, at: element.xpath };
    } else if (!notice.amount && /^(?:VAL_ESTIMATED_TOTAL|VAL_TOTAL|VALUE|VALUE_COST)$/.test(local(element))) {
      const currency = element.attributes.CURRENCY;
      const written = Number(element.attributes.FMTVAL || value);
      notice.amount = { value: written, at: element.xpath };
      if (currency) notice.currency = { value: currency, at: `${element.xpath}/@CURRENCY` };
    }
  }
}

function first(element: Element, ...names: string[]): Element | undefined {
  for (const found of descendants(element)) if (names.includes(local(found))) return found;
  return undefined;
}

const allText = (element: Element): string =>
  [...descendants(element)]
    .map((part) => part.text)
    .join(" ")
    .replace(/\s+/g, " ")
    .trim();

function put(
  notice: Notice,
  key: "title" | "buyer" | "country" | "language" | "date",
  element: Element | undefined,
  value: string | undefined,
): void {
  if (element && value) notice[key] = { value, at: element.xpath };
}
