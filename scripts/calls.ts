// Calls for tenders that stand as Markdown in public repositories, read as the notices they are; every place leads to the line of a document.
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Observation, Place } from "../src/measurement/fact.ts";
import { observeNotice } from "../src/measurement/facts/tender/facts.ts";
import { readRelease } from "../src/measurement/facts/tender/ocds.ts";

export const call = z.strictObject({
  repository: z.string().describe("owner/name"),
  commit: z.string().regex(/^[0-9a-f]{40}$/),
  title: z.string().describe("as the first document writes it"),
  dated: z.string().optional().describe("as the first document writes it: August 17, 2018; none where it bears no date"),
  documents: z
    .array(z.string())
    .min(1)
    .max(9)
    .describe("what bidders are told, in its order; not its forms, justifications and annexes of clauses"),
});
type Call = z.infer<typeof call>;

interface Document {
  file: string;
  text: string;
  /** Where it begins in the description that is made of all documents. */
  start: number;
}

const LARGEST_DOCUMENT = 2e6;
/** Enough to check a fact by. */
const MOST_PLACES = 3;
const BETWEEN = "\n\n";

/**
 * What the reader of tenders sees of each call.
 * @param mirrors folder of mirrored repositories, owner+name/repo
 * @throws Error where a repository, commit or document is absent, or a document is larger than 2 MB
 */
export function observeCalls(calls: Call[], buyer: string, mirrors: string, observedAt: string): Observation[] {
  return calls.map((one) => {
    const documents = readDocuments(one, mirrors);
    const release = {
      id: `${one.repository}/${one.documents[0]}`,
      uri: `https://github.com/${one.repository}`,
      language: "en",
      tag: ["tender"],
      buyer: { name: buyer },
      ...(one.dated && { date: new Date(`${one.dated} UTC`).toISOString().slice(0, 10) }),
      tender: { title: one.title, description: documents.map(({ text }) => text).join(BETWEEN) },
    };
    const notice = readRelease(release, "", { file: one.documents[0] as string });
    if (!notice) throw new Error(`${release.id}: not read as a notice`);
    const observation = observeNotice(notice, observedAt);
    const written = { "/tender/title": one.title, "/date": one.dated, "/buyer/name": buyer };
    return placed(withoutDocuments(observation), documents, one.commit, written);
  });
}

function readDocuments({ repository, commit, documents }: Call, mirrors: string): Document[] {
  const mirror = join(mirrors, repository.replace("/", "+"), "repo");
  const folder = existsSync(join(mirror, ".git")) ? join(mirror, ".git") : mirror;
  let start = 0;
  return documents.map((file) => {
    const shown = execFileSync("git", ["--git-dir", folder, "show", `${commit}:${file}`], { maxBuffer: LARGEST_DOCUMENT });
    const document = { file, text: shown.toString(), start };
    start += document.text.length + BETWEEN.length;
    return document;
  });
}

/** How many annexes a call has nobody has counted. */
function withoutDocuments({ facts, notObservable, ...rest }: Observation): Observation {
  const { documents: _, ...seen } = facts;
  return { ...rest, facts: seen, notObservable: { ...notObservable, documents: "the call’s annexes were not counted" } };
}

/** Places in the documents instead of in the notice that was made of them. What was not found was looked for in all of them. */
function placed(observation: Observation, documents: Document[], commit: string, written: Record<string, string | undefined>): Observation {
  const whole = () => documents.map(({ file }): Place => ({ file, commit }));
  const places: Observation["places"] = {};
  for (const [fact, given] of Object.entries(observation.places))
    places[fact] = given.slice(0, MOST_PLACES).flatMap((place) => {
      const at = place.pointer === "/tender/description" ? 0 : startOf(documents, written[place.pointer ?? ""]);
      return at === undefined ? whole() : [inDocument(documents, place, at, commit)];
    });
  for (const [fact, value] of Object.entries(observation.facts)) {
    const isPlaced = Object.keys(places).some((name) => name === fact || name.startsWith(`${fact}[`));
    if (value !== null && typeof value !== "string" && !isPlaced) places[fact] = whole();
  }
  return { ...observation, places };
}

function startOf([first]: Document[], words: string | undefined): number | undefined {
  const at = words === undefined ? -1 : (first?.text.indexOf(words) ?? -1);
  return at === -1 ? undefined : at;
}

/** @param at where the text begins that the place was found in */
function inDocument(documents: Document[], place: Place, at: number, commit: string): Place {
  const { start, end, text } = place;
  const begins = at + (start ?? 0);
  const document = documents.findLast((one) => one.start <= begins) as Document;
  const from = begins - document.start;
  const line = document.text.slice(0, from).split("\n").length;
  const spot: Place = { file: document.file, line, commit };
  if (start === undefined || end === undefined || text === undefined) return spot;
  if (!document.text.startsWith(text, from)) throw new Error(`${document.file}, line ${line}: “${text}” does not stand there`);
  return { ...spot, start: from, end: from + end - start, text };
}
