import type { FactDefinition } from "../../fact.ts";

type Row = readonly [name: string, type: FactDefinition["type"], en: string, fr: string, ar: string, meaning: string, unit?: string];

const byWords = "Read from the texts of the notice in all its languages, by lists of phrases; attached documents are not read.";

const rows: readonly Row[] = [
  ["id", "string", "Identifier", "Identifiant", "المعرّف", "The ocid of an OCDS process, or the notice identifier of eForms or TED."],
  ["title", "string", "Title", "Titre", "العنوان", "As the notice writes it, in its own language."],
  ["buyer", "string", "Buyer", "Acheteur", "الجهة المشترية", "The name of the (first) buying organisation."],
  ["buyers", "number", "Buyers", "Acheteurs", "عدد الجهات المشترية", "How many organisations buy together.", "organisations"],
  ["country", "string", "Country", "Pays", "البلد", "Of the buyer: two letters (ISO 3166-1) where the notice gives a code, else the name it writes."],
  ["language", "string", "Language", "Langue", "اللغة", "The language tag that the notice gives itself; never guessed from its words."],
  ["date", "date", "Date", "Date", "التاريخ", "Of the release or of the notice's publication, as it writes it; of several releases the latest."],
  ["stage", "string", "Stage", "Étape", "المرحلة", "planning, tender, award or contract: the latest that the notice tells of."],
  ["method", "string", "Procedure", "Procédure", "إجراء الشراء", "open, selective, limited or direct, as OCDS defines them; eForms and TED procedures are translated."],
  ["codes", "list", "Classification codes", "Codes de classification", "رموز التصنيف", 'What is bought, as codes: "CPV 72000000"; the check digit is cut. At most 200; of a notice that is not read further the main code alone.'],
  ["software", "boolean", "Software is bought", "Achat de logiciel", "شراء برمجيات", "Software or work on it is bought: by the main code first (CPV 48 and 72, UNSPSC 4323 and 8111, without their groups on machines, lines and data entry), by codes of items second, by words third. A code for something else yields only to a title that says software."],
  ["softwareBasis", "string", "How that was decided", "Base de cette décision", "أساس القرار", "code, words or none: nothing in the notice says software."],
  ["customDevelopment", "boolean", "Development is bought", "Achat de développement", "شراء تطوير برمجيات", `Software is to be written or changed: by codes for programming, or by phrases such as “bespoke software”. ${byWords}`],
  ["brands", "list", "Brands named", "Marques citées", "العلامات التجارية المذكورة", `Products and vendors of information technology that the texts name: {name, kind: product or vendor, equivalent: whether “or equivalent” stands with it, field: where it was first read}. Only names of our list are seen; everyday words count only with what makes them names. ${byWords}`],
  ["equivalentAllowed", "boolean", "“Or equivalent” stands with a brand", "« Ou équivalent » accompagne une marque", "ترد «أو ما يعادلها» مع علامة تجارية", `Within 160 characters after at least one brand (60 before), or in a sentence that opens every brand. Null where no brand is named. ${byWords}`],
  ["brandWithoutEquivalent", "boolean", "A brand without “or equivalent”", "Une marque sans « ou équivalent »", "علامة تجارية دون «أو ما يعادلها»", `At least one brand is named and nowhere opened to its like. ${byWords}`],
  ["excludesOpenSource", "boolean", "Open source is excluded", "Logiciel libre exclu", "استبعاد المصدر المفتوح", `Words that refuse open source in the same clause, or that ask for proprietary software only. ${byWords}`],
  ["openSourceMention", "boolean", "Open source is mentioned", "Mention du logiciel libre", "ذكر المصدر المفتوح", `Open source, free software or one of its licences, whatever is said of it; not “open source intelligence”. ${byWords}`],
  ["openStandardsMention", "boolean", "Open standards are mentioned", "Mention de standards ouverts", "ذكر المعايير المفتوحة", `Open standards, formats, protocols or interfaces. ${byWords}`],
  ["reuseMention", "boolean", "Reuse is mentioned", "Mention de la réutilisation", "ذكر إعادة الاستخدام", `Reuse of software or code, by this buyer or by others. ${byWords}`],
  ["sourceDelivery", "boolean", "Source code is delivered", "Livraison du code source", "تسليم الشفرة المصدرية", `Source code is to be delivered, deposited or opened to the buyer. ${byWords}`],
  ["rightsInCode", "boolean", "Rights in the code are settled", "Droits sur le code réglés", "تسوية الحقوق في الشفرة", `Copyright, rights of use or intellectual property are spoken of. ${byWords}`],
  ["exitTerms", "boolean", "Terms of exit", "Clauses de sortie", "شروط الخروج", `Exit, reversibility or handover at the end of the contract. ${byWords}`],
  ["dataPortability", "boolean", "Data can be taken along", "Portabilité des données", "قابلية نقل البيانات", `Export, return or portability of data. ${byWords}`],
  ["supplierDeclaration", "boolean", "Bidders must offer open source or explain", "Les candidats proposent du libre ou s'expliquent", "على مقدمي العروض عرض المصدر المفتوح أو التفسير", `Bidders state licences or components, weigh open source, or explain why not. ${byWords}`],
  ["lockInMention", "boolean", "Lock-in is mentioned", "Mention de la dépendance", "ذكر الارتهان لمورّد", `Dependence on a vendor, exclusive rights, absence of competition for technical reasons, or digital sovereignty. ${byWords}`],
  ["bidders", "number", "Offers received", "Offres reçues", "عدد العروض", "The most offers received for any one lot, as the notice counts them. A nought beside a chosen supplier is not believed.", "offers"],
  ["value.amount", "number", "Value", "Valeur", "القيمة", "Estimated value of the whole, else of the only award or contract, as the notice writes it.", "value.currency"],
  ["value.currency", "string", "Currency", "Monnaie", "العملة", "ISO 4217, as the notice writes it."],
  ["documents", "number", "Documents attached", "Documents joints", "الوثائق المرفقة", "How many documents the notice lists beside its own page. They are not read.", "documents"],
  ["textLength", "number", "Text read", "Texte lu", "النص المقروء", "Length of the texts that were read, in UTF-16 code units: titles, descriptions, lots, items, criteria, terms.", "characters"],
]; // biome-ignore format: a table

export const tenderDefinitions: readonly FactDefinition[] = rows.map(([name, type, en, fr, ar, meaning, unit]) => ({
  name,
  type,
  label: { en, fr, ar },
  meaning,
  ...(unit && { unit }),
}));
