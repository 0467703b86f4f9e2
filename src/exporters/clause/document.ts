import { renderClause } from "../../drafting/render-clause.ts";
import type { Piece } from "../../drafting/wording.ts";
import type { Clause, ClauseVariant } from "../../registry/clause.ts";
import type { Strength } from "../../registry/coding.ts";
import type { HeldPrecedent } from "../../registry/find-clause.ts";
import { titleIn } from "../../registry/listing.ts";
import { type Block, type Document, heading, paragraph, printable, type Run, run } from "../document/document.ts";
import { wordsIn } from "../document/words.ts";
import { clauseWords } from "./words.ts";

/** What a document about one clause is made of. */
export interface ClauseSheet {
  clause: Clause;
  variant: ClauseVariant;
  strength: Strength;
  language: "en" | "fr";
  precedents: readonly HeldPrecedent[];
  /** the name of a provision type, and of a place, in the language of the sheet */
  typeName(type: string): string;
  placeName(jurisdiction: string): string;
  /** where this version stands for good */
  address: string;
  /** when it was recorded, ISO date and time */
  changedAt: string;
}

/** One clause as a document: its wording in one variant and strength, blanks, notes, relations, precedents, and how to cite it. */
export function clauseDocument(sheet: ClauseSheet): Document {
  const { clause, variant, strength, language } = sheet;
  const words = clauseWords[language];
  const rendered = renderClause(variant, strength, language);
  const { page, of, comments } = wordsIn(language);
  return {
    title: printable(sheet.typeName(clause.id)),
    subtitle: [`${words.clause} ${clause.id}, ${words.version} ${clause.version}`, printable(variant.label[language])],
    language,
    direction: "ltr",
    changedAt: sheet.changedAt,
    blocks: [
      heading(1, rendered.heading),
      ...rendered.paragraphs.map(
        ({ number, pieces, items }): Block => ({
          kind: "paragraph",
          ...(number === undefined ? {} : { number }),
          runs: runsOf(sheet, pieces),
          items: items.map((item) => ({ letter: item.letter, runs: runsOf(sheet, item.pieces) })),
        }),
      ),
      ...blankBlocks(sheet),
      ...(["why", "mistakes", "cost"] as const).flatMap((note) => [heading(1, words[note]), paragraph(clause[note][language])]),
      ...relationBlocks(sheet, "needs"),
      ...relationBlocks(sheet, "conflicts"),
      heading(1, words.precedents),
      ...sheet.precedents.flatMap((precedent) => precedentBlocks(sheet, precedent)),
      heading(1, words.cite),
      paragraph(
        `Openfirst registry, ${words.clause} ${clause.id}, ${words.version} ${clause.version}. `,
        link(sheet.address),
        ". CC BY 4.0.",
      ),
    ],
    notes: [],
    page: [page, of],
    notesTitle: comments,
  };
}

function runsOf({ clause, language, typeName }: ClauseSheet, pieces: readonly Piece[]): Run[] {
  return pieces.map((piece) => {
    if (piece.kind === "blank")
      return run(`[${clause.blanks.find(({ name }) => name === piece.name)?.label[language] ?? piece.name}]`, { open: true });
    if (piece.kind === "missing") return run(`[${typeName(piece.id)}]`, { open: true });
    return run(piece.text);
  });
}

function blankBlocks({ clause, variant, language }: ClauseSheet): Block[] {
  const words = clauseWords[language];
  const text = `${variant.heading[language]} ${variant.text[language]}`;
  const used = clause.blanks.filter(({ name }) => text.includes(`{${name}}`));
  if (used.length === 0) return [];
  const items = used.map(({ label, example }) => ({ runs: [run(`${label[language]}${words.colon}${example[language]}`)] }));
  return [heading(1, words.blanks), { kind: "paragraph", runs: [run(words.blanksLead)], items }];
}

function relationBlocks({ clause, language, typeName }: ClauseSheet, kind: "needs" | "conflicts"): Block[] {
  const words = clauseWords[language];
  if (clause[kind].length === 0) return [];
  const items = clause[kind].map(({ clause: id, because }) => ({ runs: [run(`${typeName(id)}${words.colon}${because[language]}`)] }));
  return [heading(1, words[kind]), { kind: "paragraph", runs: [], items }];
}

function precedentBlocks({ language, placeName }: ClauseSheet, { instrument, provision, note }: HeldPrecedent): Block[] {
  const title = titleIn(instrument, language);
  const wording = provision.wording.find((one) => one.language === language) ?? provision.wording[0];
  const address = instrument.sources.find(({ id }) => id === wording?.source)?.address;
  return [
    paragraph(`${placeName(instrument.jurisdiction)}, `, run(title.text, { language: title.language }), `, ${provision.locator}`),
    ...(wording
      ? [
          {
            kind: "paragraph" as const,
            quotation: true as const,
            runs: [run(wording.text, { language: wording.language })],
            items: [],
          },
          paragraph(run(`${wording.licence}. `, { language: "en" }), ...(address ? [link(address)] : [])),
        ]
      : []),
    ...(note ? [paragraph(note[language])] : []),
  ];
}

function link(address: string): Run {
  return run(address, { address });
}
