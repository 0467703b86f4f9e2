import type { Blank, LegalForm } from "../registry/clause.ts";
import type { DraftElement } from "./draft.ts";
import { newElementId } from "./element-id.ts";
import { clauseLanguage } from "./from-clause.ts";

/** How a text of each legal form calls itself, with the pronoun and the participle that agree. */
const ownNames: Record<"en" | "fr", Record<LegalForm, readonly [begins: string, pronoun: string, made: string]>> = {
  en: {
    statute: ["This Act", "It", "is made"],
    decree: ["This Decree", "It", "is made"],
    directive: ["This Directive", "It", "is made"],
    "procurement-rule": ["This Rule", "It", "is made"],
    "executive-memorandum": ["This Memorandum", "It", "is made"],
    "spend-gate": ["This Code", "It", "is made"],
    "funding-condition": ["This Condition", "It", "is made"],
    "municipal-resolution": ["This Resolution", "It", "is made"],
    "international-organisation-policy": ["This Policy", "It", "is made"],
    contract: ["This Contract", "It", "is made"],
  },
  fr: {
    statute: ["La présente loi", "Elle", "est prise"],
    decree: ["Le présent décret", "Il", "est pris"],
    directive: ["La présente directive", "Elle", "est prise"],
    "procurement-rule": ["La présente règle", "Elle", "est prise"],
    "executive-memorandum": ["La présente circulaire", "Elle", "est prise"],
    "spend-gate": ["Le présent code", "Il", "est pris"],
    "funding-condition": ["La présente condition", "Elle", "est prise"],
    "municipal-resolution": ["La présente délibération", "Elle", "est prise"],
    "international-organisation-policy": ["La présente politique", "Elle", "est prise"],
    contract: ["Le présent contrat", "Il", "est pris"],
  },
};

/** The blanks of the frame; a clause's blank of the same name means the same. */
export const frameBlanks: readonly Blank[] = [
  {
    name: "purpose",
    type: "text",
    label: { en: "What the text is for, after “so that”", fr: "À quoi sert le texte, après « afin que »" },
    example: {
      en: "software paid for by the public can be examined, reused and improved by everyone",
      fr: "les logiciels payés par la collectivité puissent être examinés, réutilisés et améliorés par tous",
    },
  },
  {
    name: "bodies-covered",
    type: "list",
    label: { en: "Whom the text binds", fr: "Qui le texte lie" },
    example: { en: "the ministries and the agencies under them", fr: "les ministères et les établissements placés sous leur tutelle" },
  },
  {
    name: "in-force-date",
    type: "date",
    label: { en: "Date of entry into force", fr: "Date d’entrée en vigueur" },
    example: { en: "1 July 2027", fr: "1er juillet 2027" },
  },
];

/** Whom clauses bind, in their words: public bodies, or an organisation's own units. */
const boundWords: Record<"en" | "fr", Record<"public" | "own", readonly [one: string, several: string]>> = {
  en: { public: ["public body", "bodies"], own: ["unit", "units"] },
  fr: { public: ["organisme public", "organismes"], own: ["service", "services"] },
};

/**
 * The articles that every text has and that are no duty: purpose and scope before the chapters, entry into force behind them. A definition of scope in
 * time keeps earlier contracts from being called breaches.
 */
export function framed(chapters: readonly DraftElement[], form: LegalForm, language: string): DraftElement[] {
  const wordedIn = clauseLanguage(language);
  const [begins, pronoun, made] = ownNames[wordedIn][form];
  const [body, bodies] = boundWords[wordedIn][form === "international-organisation-policy" ? "own" : "public"];
  const [purpose, scope, force] =
    wordedIn === "fr"
      ? [
          ["Objet", `${begins} ${made} afin que {purpose}.\n\nLe présent article ne crée aucune obligation à lui seul.`],
          [
            "Champ d’application",
            `${begins} s’applique à chacun des ${bodies} suivants (« ${body} ») : {bodies-covered}.\n\n${pronoun} s’applique aux logiciels que ces ${bodies} développent, font développer, adaptent, achètent ou utilisent comme service, sauf si un article en dispose autrement.\n\nLes contrats et projets engagés avant le {in-force-date} sont concernés lors de leur prolongation, de leur renouvellement ou d’une modification substantielle.`,
          ],
          ["Entrée en vigueur", `${begins} entre en vigueur le {in-force-date}.`],
        ]
      : [
          ["Purpose", `${begins} ${made} so that {purpose}.\n\nThis article creates no duty by itself.`],
          [
            "Scope",
            `${begins} applies to each of the following ${bodies} (“${body}”): {bodies-covered}.\n\n${pronoun} applies to software that these ${bodies} develop, have developed, adapt, buy or use as a service, unless an article says otherwise.\n\nContracts and projects begun before {in-force-date} are covered when they are extended, renewed or substantially changed.`,
          ],
          ["Entry into force", `${begins} enters into force on {in-force-date}.`],
        ];
  const article = ([heading = "", text = ""]: readonly string[] = []): DraftElement => ({
    id: newElementId(),
    kind: "article",
    heading,
    text,
    origin: { kind: "own" },
    codings: [],
  });
  const annexAt = chapters.findIndex(({ kind }) => kind === "annex");
  const before = annexAt < 0 ? chapters : chapters.slice(0, annexAt);
  return [article(purpose), article(scope), ...before, article(force), ...(annexAt < 0 ? [] : chapters.slice(annexAt))];
}
