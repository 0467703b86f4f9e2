import type { Place } from "../../fact.ts";
import { decideLicence, type LicenceInput } from "../../licence/decide.ts";
import { formatLicenceExpression, parseLicenceExpression } from "../../licence/expression.ts";
import type { HeaderSummary } from "./header-facts.ts";
import { nowhere, type Scene } from "./scene.ts";

const facts = [
  "expression",
  "source",
  "osiApproved",
  "fsfFree",
  "dpgApproved",
  "openSource",
  "recognised",
  "others",
  "disclaimer",
] as const;
const MOST_PLACES = 20;

/** The licence decision over the files that may speak of it and what the headers state. */
export function seeLicence(scene: Scene, headers: HeaderSummary): void {
  const { sighting, survey, beginnings, commit, tree } = scene;
  const documents = survey.licences.flatMap(({ path }): LicenceInput[] => {
    const text = beginnings.texts.get(path);
    return text === undefined ? [] : [{ path, text }];
  });
  const heads = [...beginnings.heads].map(([path, text]): LicenceInput => ({ path, text, role: "head" }));
  const decision = decideLicence([...documents, ...heads], wellFormed(headers.counts), headers.sources);
  const said = decision.places.map((place) => ({ ...place, ...(commit ? { commit } : {}) }));
  const found = decision.source === "headers" ? [...headers.firsts, ...said].slice(0, MOST_PLACES) : said;
  if (decision.expression === "NONE" && tree.cut) {
    for (const fact of [...facts, "files"]) sighting.cannotSee(`licence.${fact}`, `no licence found, but ${tree.cut}`);
    return;
  }
  const places: Place[] =
    found.length > 0 ? found : [nowhere(scene, "licence file, manifest, README section or header that states a licence")];
  for (const fact of facts) sighting.see(`licence.${fact}`, decision[fact], ...places);
  sighting.see(
    "licence.files",
    decision.files.map(({ similarity, ...file }) => ({ ...file, ...(similarity === undefined ? {} : { similarity }) })),
    ...(decision.omitted ? [...places, { text: decision.omitted }] : places),
  );
}

/** Headers may say anything; only what reads as an SPDX expression counts towards the licence. */
function wellFormed(counts: HeaderSummary["counts"]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const [expression, files] of counts) {
    const written = readExpression(expression);
    if (written !== undefined) sums[written] = (sums[written] ?? 0) + files;
  }
  return sums;
}

function readExpression(text: string): string | undefined {
  try {
    return formatLicenceExpression(parseLicenceExpression(text));
  } catch {
    return undefined;
  }
}
