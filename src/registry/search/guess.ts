import { sql } from "kysely";
import type { Database } from "../../database/connect.ts";

interface Guess {
  stems: string[];
  documents: number;
}

const SHORT = 7;

interface Candidate {
  lexeme: string;
  documents: number;
}

/**
 * What a word that stands in no document may have meant: words we hold that differ by few letters from it or from its stem
 * ("polcy" is stemmed to "polci", one letter from "polici"), or, for a compound, the words it is made of.
 */
export async function guessWord(db: Database, word: string, stems: readonly string[]): Promise<Guess[]> {
  const letters = [...word].length;
  if (letters < 4 || letters > 40 || /\p{N}/u.test(word)) return [];
  const forms = [...new Set([word, ...stems])].filter((form) => [...form].length >= 3);
  const { rows } = await sql<Candidate>`
    select distinct s.lexeme, s.documents from unnest(${forms}::text[]) f(form) join search_words s on s.lexeme % f.form
    where s.lexeme !~ '^([0-9]+$|qq)' and abs(length(s.lexeme) - length(f.form)) <= 2`.execute(db);
  const near = nearest(forms, [...rows, ...(await oneLetterOff(db, forms))]);
  return near ? [near] : partsOf(db, word);
}

/** The candidates that are fewest letters away; of those equally far, the ones most documents bear. */
function nearest(forms: readonly string[], candidates: readonly Candidate[]): Guess | undefined {
  const measured = candidates
    .map((candidate) => ({ ...candidate, distance: Math.min(...forms.map((form) => lettersApart(form, candidate.lexeme))) }))
    .filter(({ lexeme, distance }) => lexeme.length >= 4 && distance <= (lexeme.length >= 8 ? 2 : 1));
  const fewest = Math.min(...measured.map(({ distance }) => distance));
  const best = measured
    .filter(({ distance }) => distance === fewest)
    .sort((a, b) => b.documents - a.documents || (a.lexeme < b.lexeme ? -1 : 1));
  const chosen = best.filter(({ documents }) => documents * 20 >= (best[0]?.documents ?? 0)).slice(0, 6);
  return chosen.length > 0
    ? { stems: [...new Set(chosen.map(({ lexeme }) => lexeme))], documents: Math.max(...chosen.map(({ documents }) => documents)) }
    : undefined;
}

/** Short words share too few letter groups with their misspelling for the index of likeness: all spellings one letter off are looked up. */
async function oneLetterOff(db: Database, forms: readonly string[]): Promise<Candidate[]> {
  const spellings = new Set<string>();
  for (const form of forms) {
    const letters = [...form];
    if (letters.length > SHORT) continue;
    const alphabet = alphabetOf(form);
    for (let at = 0; at <= letters.length; at += 1) {
      const before = letters.slice(0, at).join("");
      const after = letters.slice(at).join("");
      const rest = letters.slice(at + 1).join("");
      if (at < letters.length) spellings.add(before + rest);
      if (at + 1 < letters.length) spellings.add(`${before}${letters[at + 1]}${letters[at]}${letters.slice(at + 2).join("")}`);
      for (const letter of alphabet) {
        spellings.add(before + letter + after);
        if (at < letters.length) spellings.add(before + letter + rest);
      }
    }
  }
  if (spellings.size === 0) return [];
  const { rows } =
    await sql<Candidate>`select s.lexeme, s.documents from unnest(${[...spellings]}::text[]) w(spelling) join search_words s on s.lexeme = w.spelling`.execute(
      db,
    );
  return rows;
}

function alphabetOf(word: string): string {
  if (/\p{Script=Arabic}/u.test(word)) return "ابتثجحخدذرزسشصضطظعغفقكلمنهويءئؤ";
  if (/\p{Script=Cyrillic}/u.test(word)) return "абвгдежзийклмнопрстуфхцчшщъыьэюя";
  return /\p{Script=Latin}/u.test(word) ? "abcdefghijklmnopqrstuvwxyz" : "";
}

/** A compound written as one word, taken apart into two words we hold: "Softwarebeschaffung". */
async function partsOf(db: Database, word: string): Promise<Guess[]> {
  if (word.length < 9 || !/^\p{Script=Latin}+$/u.test(word)) return [];
  const cuts = Array.from({ length: word.length - 7 }, (_, index) => index + 4);
  const { rows } = await sql<{ cut: number; first: boolean; lexeme: string; documents: number }>`
    select distinct c.cut, c.first, s.lexeme, s.documents
    from unnest(${cuts}::int[]) k(cut), lateral (values (k.cut, true, left(${word}, k.cut)), (k.cut, true, regexp_replace(left(${word}, k.cut), 's$', '')), (k.cut, false, substr(${word}, k.cut + 1))) c(cut, first, piece),
      unnest(array['german', 'simple']) n(configuration), unnest(tsvector_to_array(to_tsvector(n.configuration::regconfig, c.piece))) p(stem) join search_words s on s.lexeme = p.stem
    where length(c.piece) >= 4 and length(s.lexeme) >= 4 order by c.cut, c.first, s.lexeme`.execute(db);
  const sideOf = (cut: number, first: boolean) => rows.filter((row) => row.cut === cut && row.first === first);
  const cut = cuts.find((at) => sideOf(at, true).length > 0 && sideOf(at, false).length > 0);
  if (cut === undefined) return [];
  return [sideOf(cut, true), sideOf(cut, false)].map((side) => ({
    stems: side.map((row) => row.lexeme),
    documents: Math.max(...side.map((row) => row.documents)),
  }));
}

/** How many letters two words are apart: left out, put in, mistaken, or two that changed places. */
export function lettersApart(one: string, other: string): number {
  const a = [...one];
  const b = [...other];
  let twoBack: number[] = [];
  let back = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min((back[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (back[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, (twoBack[j - 2] ?? 0) + 1);
      row.push(least);
    }
    twoBack = back;
    back = row;
  }
  return back[b.length] ?? 0;
}
