const en = {
  colon: ": ",
  preamble: "Preamble",
  page: "Page",
  of: "of",
  comments: "Comments",
  author: "Author",
  state: "Draft, as of {day}",
  adopted: "Adopted on {day}",
  number: "Official number: {number}",
  about: "About “{span}”:",
  suggested: "Suggested instead: {suggestion}",
  accepted: "Accepted.",
  refused: "Refused.",
  precedents: "Table of precedents",
  precedentsLead:
    "Real provisions on which the model clauses of this draft rest. Each wording is quoted from the source named beside it, under the licence named.",
  precedentsShort: "Real provisions on which the model clauses of this draft rest. Their wording stands in the justification memo.",
  locator: "Where in it",
  link: "Source",
  trail: "Trail of the draft, entries: {entries}; last fingerprint: {fingerprint}",
  article: "Article",
  instrument: "Place, policy or law",
  wording: "Wording",
  source: "Source and licence",
  noWording: "The registry holds no wording that may be quoted.",
};
export type DocumentWords = Record<keyof typeof en, string>;

const fr: DocumentWords = {
  colon: " : ",
  preamble: "Préambule",
  page: "Page",
  of: "sur",
  comments: "Commentaires",
  author: "Auteur",
  state: "Projet, état au {day}",
  adopted: "Adopté le {day}",
  number: "Numéro officiel : {number}",
  about: "À propos de « {span} » :",
  suggested: "Proposition à la place : {suggestion}",
  accepted: "Acceptée.",
  refused: "Refusée.",
  precedents: "Tableau des précédents",
  precedentsShort:
    "Dispositions réelles sur lesquelles reposent les clauses types de ce projet. Leur libellé figure dans la note de justification.",
  locator: "À quel endroit",
  link: "Source",
  trail: "Historique du projet, entrées : {entries} ; dernière empreinte : {fingerprint}",
  precedentsLead:
    "Dispositions réelles sur lesquelles reposent les clauses types de ce projet. Chaque libellé est cité d’après la source indiquée, sous la licence indiquée.",
  article: "Article",
  instrument: "Lieu, politique ou loi",
  wording: "Libellé",
  source: "Source et licence",
  noWording: "Le registre ne détient aucun libellé qui puisse être cité.",
};

const ar: DocumentWords = {
  colon: ": ",
  preamble: "الديباجة",
  page: "صفحة",
  of: "من",
  comments: "التعليقات",
  author: "الكاتب",
  state: "مشروع، بتاريخ {day}",
  adopted: "اعتُمد في {day}",
  number: "الرقم الرسمي: {number}",
  about: "بشأن «{span}»:",
  suggested: "المقترح بدلا منه: {suggestion}",
  accepted: "قُبل.",
  refused: "رُفض.",
  precedents: "جدول السوابق",
  precedentsLead: "أحكام فعلية تستند إليها البنود النموذجية في هذا المشروع. كل نص مقتبس من المصدر المذكور بجانبه وبموجب الترخيص المذكور.",
  precedentsShort: "أحكام فعلية تستند إليها البنود النموذجية في هذا المشروع. ويرد نصها في مذكرة التعليل.",
  locator: "الموضع",
  link: "المصدر",
  trail: "سجل المشروع، عدد القيود: {entries}؛ آخر بصمة: {fingerprint}",
  article: "المادة",
  instrument: "المكان والسياسة أو القانون",
  wording: "النص",
  source: "المصدر والترخيص",
  noWording: "لا يحتفظ السجل بنص يجوز اقتباسه.",
};

const byLanguage: Record<string, DocumentWords> = { en, fr, ar };

/** The words that an export adds, in the language of the draft where we have it, in English otherwise. */
export function wordsIn(language: string): DocumentWords & { language: "en" | "fr" | "ar" } {
  const code = language.split("-")[0] ?? "";
  const own = code === "fr" || code === "ar" ? code : "en";
  return { ...(byLanguage[own] as DocumentWords), language: own };
}

/** "31 January 2027" in the language of the words. */
export function dayIn(language: string, at: string): string {
  const locale = wordsIn(language).language === "ar" ? "ar-u-nu-latn" : wordsIn(language).language === "en" ? "en-GB" : "fr";
  return new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }).format(new Date(at));
}
