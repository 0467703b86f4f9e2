import { namesBeside } from "./beside-software.ts";
import { makersIn } from "./makers.ts";
import { isInPassing } from "./passing.ts";
import { near, type Span } from "./terms.ts";
import { namesInTitle } from "./titled.ts";
import { nameBeside } from "./unlisted.ts";
import type { Brand } from "./words/brand.ts";
import { type Found, type FoundBy, findWords } from "./words.ts";

const NEAR = 80;
const MOST_UNLISTED = 500;
const EQUIVALENT_AFTER = 160;
const EQUIVALENT_BEFORE = 60;

export interface NamedBrand extends Span {
  name: string;
  kind: "product" | "vendor";
  /** "or equivalent" that stands with it. */
  equivalent?: Span;
}

/** The brands that one text names: those of our lists, what stands with "or equivalent", and what its place tells to be a name. */
export function brandsIn(text: string, found: FoundBy, buyer = ""): NamedBrand[] {
  const makers = [...makersIn(text, found), ...namesInTitle(text, found)];
  if (makers.length === 0 && !(found.brand ?? found.equivalent ?? found.beforeName ?? found.afterName)) return [];
  const { brand = [], equivalent = [] } = found;
  const certain = brand.filter((hit) => !hit.of.doubtful);
  const listed = brand.filter(
    (hit) =>
      isWrittenAsName(text, hit) &&
      !isToolOfWork(text, hit) &&
      !isInPassing(text, hit) &&
      (!(hit.of.doubtful || hit.of.ofOffice || hit.of.ofMeeting) || isMeant(text, hit, certain)),
  );
  const named = listed.map((hit): NamedBrand => {
    const { name, kind } = hit.of.brand as Brand;
    const beside = near(equivalent, hit.start - EQUIVALENT_BEFORE, hit.end + EQUIVALENT_AFTER).find((other) =>
      standsWith(text, other, hit),
    );
    return { name, kind, start: hit.start, end: hit.end, ...(beside && { equivalent: beside }) };
  });
  const unlisted = equivalent.flatMap((other): NamedBrand[] => {
    const around = near(listed, other.start - EQUIVALENT_AFTER, other.end + EQUIVALENT_BEFORE);
    const span = around.some((hit) => standsWith(text, other, hit)) ? undefined : nameBeside(text, other);
    return span ? [{ name: text.slice(span.start, span.end), kind: "product", ...span, equivalent: other }] : [];
  });
  const taken = [...listed, ...unlisted];
  const beside = [...makers, ...namesBeside(text, found.beforeName ?? [], found.afterName ?? [])]
    .slice(0, MOST_UNLISTED)
    .filter((span, _, all) => !all.some((other) => other.start <= span.start && other.end >= span.end && lengthOf(other) > lengthOf(span)))
    .filter((span) => !isOfBuyer(text.slice(span.start, span.end), buyer))
    .filter((span) => !taken.some((other) => other.start < span.end && span.start < other.end))
    .map((span): NamedBrand => ({ name: text.slice(span.start, span.end), kind: "product", ...span }));
  return [...named, ...unlisted, ...beside];
}

const ofSkill = /\biso\b|certif|zertif|qualif|degree|diplom|accredit|experience|erfahrung|knowledge|\bskills?\b|course|training/i;

const sentenceEnd = /[.!?]\s+(?:\p{Lu}|[-–•*]\s)/u;
const skillBefore = /(?:certifi|certyf|zertifi|experience|erfahrung|doświadcz|expérience|experiencia)[^.;]*$/i;

/** Not where a standard, a certificate or a skill stands between: "Cisco certification or equivalent". */
function standsWith(text: string, equivalent: Span, brand: Span): boolean {
  const after = equivalent.start >= brand.end;
  const between = after ? text.slice(brand.end, equivalent.start) : text.slice(equivalent.end, brand.start);
  if (between.length > (after ? EQUIVALENT_AFTER : EQUIVALENT_BEFORE)) return false;
  if (sentenceEnd.test(between) || skillBefore.test(text.slice(Math.max(0, brand.start - NEAR), brand.start))) return false;
  return !ofSkill.test(between) && !ofSkill.test(text.slice(equivalent.end, equivalent.end + 30));
}

const lengthOf = ({ start, end }: Span): number => end - start;

/** A buyer speaks of its own systems by its own name, whole, in part or by first letters. */
function isOfBuyer(name: string, buyer: string): boolean {
  const letters = [...buyer.matchAll(/(?<!\p{L})\p{Lu}/gu)].map(({ 0: letter }) => letter).join("");
  return buyer.toLowerCase().includes(name.toLowerCase()) || (letters.length > 2 && letters.includes(name));
}

/** No part of an address or of another name ("Scotland Excel"), no article ("DELL'INCARICO"), nor the short form of the words before it ("Simplified Acquisition Procedures (SAP)"). */
function isWrittenAsName(text: string, { start, end }: Span): boolean {
  if (/^['’]\p{L}{2}/u.test(text.slice(end, end + 3)) || address.test(tokenAround(text, start))) return false;
  const short = text.slice(start, end);
  if (
    /(?:Scotland|[Pp]er) $/u.test(text.slice(Math.max(0, start - 9), start)) ||
    (short === "NEC" && formsOfContract.test(text.slice(end, end + 40)))
  )
    return false;
  if (ofPlace.test(text.slice(end, end + 24))) return false;
  if (!/^\p{Lu}{2,6}$/u.test(short) || text[start - 1] !== "(" || text[end] !== ")") return true;
  const words = text.slice(Math.max(0, start - NEAR), start - 1).trimEnd();
  const letters = words
    .split(/[\s-]+/)
    .slice(-short.length)
    .map((word) => word[0]?.toUpperCase());
  return letters.join("") !== short;
}

/** "Dell Road", "Unity Primary School". */
const ofPlace =
  /^\s(?:Road|Street|Lane|Avenue|Drive|Close|Way|Court|House|Hall|Park|Bridge|Farm|Primary|Infant|Junior|School|Academy|Church|Surgery|Stadium|Orchestra|ROAD|STREET|SCHOOL)\b/u;
/** The New Engineering Contract is no maker. */
const formsOfContract = /^\s?(?:[34]\b|forms?\b|contract|suite|ecc\b|(?:term|professional|engineering|supply|facilities|short)\s)/i;
const toolOfWork = /^(?:jira|trello|slack|confluence|github|gitlab|asana|basecamp|google drive)$/i;
const ofWork =
  /user stor|backlog|workflow tasks|track(?:ing|ed)? (?:of )?(?:issues|tasks|bugs|progress|work)|pull requests?|sprint|communicat/i;

/** Where the parties track their work: "maintain the backlog of user stories in Jira". */
const isToolOfWork = (text: string, { start, end }: Span): boolean =>
  toolOfWork.test(text.slice(start, end)) && ofWork.test(text.slice(Math.max(0, start - 2 * NEAR), end + NEAR));

const address = /https?:|www\.|@|\.(?:com|org|net|gov|eu|uk|de|fr|es|it|nl|pl|no|se|dk)(?:[/)\s.,;]|$)/iu;

const LONGEST_TOKEN = 60;

/** From blank to blank; of a name of several words the first, and what stands before it. */
function tokenAround(text: string, start: number): string {
  let from = start;
  while (from > start - LONGEST_TOKEN && from > 0 && !isBlank(text, from - 1)) from--;
  let to = start;
  const last = Math.min(text.length, start + LONGEST_TOKEN);
  while (to < last && !isBlank(text, to)) to++;
  return text.slice(from, to);
}

function isBlank(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit <= 32 || unit >= 160 ? /\s/.test(text.charAt(at)) : false;
}

/** Looks at the words around a name that may be an everyday word, the form of a document or a skill. */
function isMeant(text: string, hit: Found, certain: readonly Found[]): boolean {
  const from = Math.max(0, hit.start - NEAR);
  const before = findWords(text.slice(from, hit.start), "besideDoubtfulBrand");
  const after = findWords(text.slice(hit.end, hit.end + NEAR), "besideDoubtfulBrand");
  if (hit.of.ofOffice && (before.documentForm || after.documentForm)) return false;
  if (hit.of.ofMeeting && (before.meetingPlace || after.meetingPlace)) return false;
  if (!hit.of.doubtful) return true;
  if (before.glazing || after.glazing) return false;
  return Boolean(before.nearby || after.nearby) || near(certain, from, hit.end + NEAR).length > 0;
}
