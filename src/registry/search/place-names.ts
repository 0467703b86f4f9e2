import { sql } from "kysely";
import type { Database } from "../../database/connect.ts";
import type { Jurisdiction } from "../jurisdiction.ts";
import { configurationFor, everyConfiguration, foldWords } from "./words.ts";

/** Languages in which the names of states are known beside the six of the registry. */
const further = ["de", "pt", "it", "ja", "ko", "nl", "tr", "vi", "id"];
// Made when the first name is asked for: a warm start needs none of them.
let displayNames: { language: string; names: Intl.DisplayNames }[] | undefined;
const makeDisplayNames = () =>
  [...new Set(["en", "fr", "ar", "es", "ru", "zh", ...further])].flatMap((language) =>
    (["long", "short"] as const).map((style) => ({
      language,
      names: new Intl.DisplayNames([language], { type: "region", style, fallback: "none" }),
    })),
  );

/** What a place is called, by language: our own names, and for states those in everyday use ("Россия", "Schweiz"). */
export function namesOfPlace(jurisdiction: Jurisdiction): [language: string, name: string][] {
  const found = new Map<string, [string, string]>();
  const add = (language: string, name: string | undefined) => {
    if (name) found.set(`${language} ${foldWords(name)}`, [language, name]);
  };
  for (const [language, name] of Object.entries(jurisdiction.names)) {
    add(language, name);
    add(language, name?.replace(/\s*[(（].*$/u, ""));
  }
  displayNames ??= makeDisplayNames();
  if (/^[A-Z]{2}$/.test(jurisdiction.id)) for (const { language, names } of displayNames) add(language, names.of(jurisdiction.id));
  return [...found.values()];
}

/** The lexemes by which a document is found under its place, and under the places that contain it. */
export function placeLexemes(id: string, jurisdictions: ReadonlyMap<string, Jurisdiction>): string[] {
  const chain: string[] = [];
  for (let next: string | undefined = id; next !== undefined && !chain.includes(next); next = jurisdictions.get(next)?.parent)
    chain.push(next);
  return chain.map(placeLexeme);
}

function placeLexeme(id: string): string {
  return `qqplace${id.toLowerCase().replaceAll("-", "")}`;
}

/** Writes down what places are called, stemmed as a question's words are. */
export async function refreshPlaceNames(db: Database, jurisdictions: Iterable<Jurisdiction>): Promise<void> {
  const rows = [...jurisdictions].flatMap((jurisdiction) =>
    namesOfPlace(jurisdiction).map(([language, name]) => ({
      lexeme: placeLexeme(jurisdiction.id),
      configuration: configurationFor(language),
      words: foldWords(name),
    })),
  );
  await sql`delete from place_names`.execute(db);
  await sql`
    insert into place_names (place, configuration, lexemes)
    select distinct n.lexeme, n.configuration, tsvector_to_array(to_tsvector(n.configuration::regconfig, n.words))
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n(lexeme text, configuration text, words text)
    where cardinality(tsvector_to_array(to_tsvector(n.configuration::regconfig, n.words))) > 0`.execute(db);
}

/** A word of a question with its stems by the rules they come from. */
interface StemmedWord {
  word: string;
  stems: Readonly<Record<string, readonly string[]>>;
}

/** The places that a question names, each with the words that name it. Of names within names the longest counts: Papua New Guinea, not Guinea. */
export async function findPlaces(db: Database, words: readonly StemmedWord[]): Promise<{ place: string; words: string[] }[]> {
  const asked = everyConfiguration.map((configuration) => ({
    configuration,
    lexemes: words.flatMap(({ stems }) => stems[configuration] ?? []),
  }));
  const { rows } = await sql<{ place: string; configuration: string; lexemes: string[] }>`
    with asked as materialized (
      select a.configuration, array(select jsonb_array_elements_text(a.lexemes)) as lexemes from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as a(configuration text, lexemes jsonb)
    )
    select p.place, p.configuration, p.lexemes from asked a join place_names p on p.lexemes && a.lexemes and p.lexemes <@ a.lexemes and p.configuration = a.configuration order by 1, 2, 3`.execute(
    db,
  );
  const named = new Map<string, string[]>();
  for (const { place, configuration, lexemes } of rows) {
    const naming = words.filter(({ stems }) => stems[configuration]?.some((stem) => lexemes.includes(stem))).map(({ word }) => word);
    named.set(place, [...new Set([...(named.get(place) ?? []), ...naming])]);
  }
  const places = [...named].map(([place, naming]) => ({ place, words: naming }));
  return places.filter(
    (one) => !places.some((other) => other.words.length > one.words.length && one.words.every((word) => other.words.includes(word))),
  );
}
