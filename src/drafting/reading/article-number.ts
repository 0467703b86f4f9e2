/**
 * Words that begin an article, as lawmakers write them. The words of one line never mean two things, so one list serves every language.
 * Order matters where one is the beginning of another.
 */
const articleWords =
  "article|articles|art\\.?|artículo|articulo|artigo|artikel|articolo|articol|artykuł|article|§§?|section|sec\\.?|s\\.|clause|rule|regulation|paragraphe|paragraf|" +
  "статья|пункт|стаття|член|άρθρο|αρθρο|čl\\.?|článek|članak|člen|madde|điều|pasal|المادة|مادة|المادّة|סעיף|धारा|kapitola";

/** "28¹", "2-bis", "16a", "L123-4-1", "3.2.1", "IV", "primero", "1º", "premier": a string, never a number. */
const numberShape =
  "(?:[LRDA]\\*?\\.?\\s?)?\\d{1,4}(?:[.\\-–]\\d{1,4}){0,5}[º°ª¹²³⁴⁵⁶⁷⁸⁹⁰]{0,3}(?:[.\\- ]?(?:bis|ter|quater|quinquies|sexies|septies|octies)\\b|[a-z](?![\\p{L}\\p{N}]))?|" +
  "[IVXLC]{1,7}(?![\\p{L}])|[٠-٩۰-۹]{1,4}|(?:first|premier|première|unique|único|única|unico|primero|primera|segundo|segunda|tercero|tercera|cuarto|cuarta|quinto|quinta|sexto|sexta|" +
  "séptimo|séptima|octavo|octava|noveno|novena|décimo|décima|الأولى|الثانية|الثالثة|الرابعة|الخامسة|السادسة|السابعة|الثامنة|التاسعة|العاشرة)(?![\\p{L}])";

const article = new RegExp(`^(${articleWords})[\\s\\u00a0]{0,3}(?:n[°o.]{1,2}\\s?)?(${numberShape})`, "iu");
const asian = /^(第[0-9一二三四五六七八九十百千零〇]{1,6}[条條](?:の[0-9一二三四五六七八九十]{1,3})?|제\s?\d{1,4}\s?조(?:의\d{1,3})?)/u;
const ordinal =
  /^(?:disposici[óo]n|disposición complementaria) (?:adicional|transitoria|derogatoria|final|complementaria \p{L}{5,14})(?: \p{L}{4,14}){0,2}/iu;
const plain =
  /^(?:(\d{1,3}(?:\.\d{1,3}){0,5})(?:[.)]{0,2})(?=[\s\u00a0]|$)|([IVXLC]{1,6}(?:\.\d{1,3}){1,4})[.)]?(?=[\s\u00a0]|$)|([IVXLC]{1,6}|[A-Z])[.)](?=[\s\u00a0]|$))/u;
const annex =
  /^(?:annex|annexe|annexes|appendix|appendices|schedule|anhang|anlage|allegato|allegati|anexo|anexos|bilaga|bijlage|liite|ملحق|الملحق|приложение|附件|附則|附录|別表)(?![\p{L}])/iu;

/** How a line begins: which kind of number, as written, and what stands after it. */
export interface Beginning {
  readonly kind: "article" | "disposition" | "numbered" | "annex";
  /** As written: "Artículo 2-bis", "§ 16a", "第三条", "3.2". */
  readonly number: string;
  readonly rest: string;
}

const emphasis = /^[\s\u00a0*_#"“”„«»‘’>¶\u200e\u200f\u202a-\u202e\u2066-\u2069]{1,60}/u;
const between = /^[\s\u00a0*_.:;,\-–—―‑º°ª)]{1,40}/u;

/**
 * Reads the number at the beginning of a line, in any of the languages known; undefined where none stands there. Reads 300 characters at most.
 *
 * @example beginningOf("Artículo 3.- De los objetivos") // { kind: "article", number: "Artículo 3", rest: "De los objetivos" }
 */
export function beginningOf(line: string): Beginning | undefined {
  const head = line.slice(0, 300).replace(emphasis, "");
  const found = (kind: Beginning["kind"], match: RegExpExecArray): Beginning => ({
    kind,
    number: match[0].replace(/[\s\u00a0]{1,10}/gu, " ").trim(),
    rest: head.slice(match[0].length).replace(between, ""),
  });
  const asArticle = article.exec(head) ?? asian.exec(head);
  if (asArticle !== null) return isReference(head, asArticle) ? undefined : found("article", asArticle);
  const asDisposition = ordinal.exec(head);
  if (asDisposition !== null) return found("disposition", asDisposition);
  const asAnnex = annex.exec(head);
  if (asAnnex !== null) return found("annex", asAnnex);
  const asPlain = plain.exec(head);
  return asPlain === null ? undefined : found("numbered", asPlain);
}

/** "Article 5 of the Act applies" begins a sentence, not an article: what follows the number is a small letter or a paragraph of it. */
function isReference(head: string, match: RegExpExecArray): boolean {
  const after = head.slice(match[0].length);
  return /^[\s\u00a0]{0,2}(?:\p{Ll}|[,(]\s?\d|Abs\.|al\.|Nr\.|CRPA)/u.test(after) && !/^[\s\u00a0]?[ºª°]/u.test(after);
}
