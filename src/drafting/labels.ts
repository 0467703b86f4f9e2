import type { Blank, Clause } from "../registry/clause.ts";
import type { ProvisionType } from "../registry/provision-type.ts";
import { inLanguage, type LocalizedText } from "../shared/localized-text.ts";
import { frameBlanks } from "./frame.ts";
import { clauseLanguage } from "./from-clause.ts";

/** A name as people read it, with the language that it is in. */
export interface Label {
  text: string;
  language: string;
}

/** What the registry calls that which a text leaves open: its blanks by name, and provision types, to which it may refer in vain. */
export interface Labels {
  blanks: ReadonlyMap<string, Blank>;
  types: ReadonlyMap<string, LocalizedText>;
}

/** The labels of these clauses and of the frame. A blank means the same wherever it stands, so that the first of a name speaks for all. */
export function labelsFrom(clauses: readonly Pick<Clause, "blanks">[], types: readonly Pick<ProvisionType, "id" | "names">[]): Labels {
  const named = [...clauses.flatMap(({ blanks }) => blanks), ...frameBlanks].map((blank) => [blank.name, blank] as const);
  return { blanks: new Map(named.reverse()), types: new Map(types.map(({ id, names }) => [id, names])) };
}

/** The frame's labels, where nothing of the registry is at hand. */
export const frameLabels = labelsFrom([], []);

/**
 * What a person should fill in, in the language of the draft: “Lead body for digital government”. Clauses have their labels in English and
 * French; a blank that a drafter made is called by its own name: {our-unit} → “our unit”.
 */
export function blankLabel({ blanks }: Labels, name: string, language: string): Label {
  const label = blanks.get(name)?.label;
  return label ? inLanguage(label, clauseLanguage(language)) : { text: name.replaceAll("-", " "), language };
}

/** The provision type whose article is not in the draft. */
export function typeLabel({ types }: Labels, type: string, language: string): Label {
  const names = types.get(type);
  return names ? inLanguage(names, language) : { text: type.replaceAll("-", " "), language };
}
