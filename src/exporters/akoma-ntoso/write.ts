import type { Draft } from "../../drafting/draft.ts";
import type { TrailEnd } from "../../drafting/event.ts";
import type { RenderedDraft, RenderedElement, RenderedParagraph } from "../../drafting/rendered.ts";
import type { Piece } from "../../drafting/wording.ts";
import type { Instrument } from "../../registry/instrument.ts";
import { escapeXml } from "../document/xml.ts";

/** ISO 639-2 codes, which Akoma Ntoso asks for, of the languages that drafts are offered in. */
const threeLetters: Record<string, string> = {
  en: "eng",
  fr: "fra",
  es: "spa",
  de: "deu",
  it: "ita",
  pt: "por",
  ar: "ara",
  ru: "rus",
  zh: "zho",
};

type Named = Pick<Draft, "id" | "changedAt" | "profile">;

/**
 * A draft as Akoma Ntoso 3.0, a bill or, where it was adopted, an act: preamble, chapters, articles with paragraphs, lists and points, annexes, references
 * by element id. Comments are not part of it. It is well-formed whatever the text holds, and valid against the OASIS schema.
 */
export function akomaNtoso(rendered: RenderedDraft, draft: Named, trail?: TrailEnd, adopted?: Instrument): string {
  const [kind, name] = adopted ? ["act", adopted.type] : ["bill", "draft"];
  const ids = idsOf(rendered.elements);
  const writer = new Writer(ids, rendered.language);
  const preambles = rendered.elements.filter(({ kind }) => kind === "preamble");
  return `<?xml version="1.0" encoding="UTF-8"?>
<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">
<${kind} name="${name}">
${metaOf(rendered, draft, trail, adopted)}
<preface><longTitle><p><docTitle>${escapeXml(rendered.title)}</docTitle></p></longTitle></preface>
${preambles.length > 0 ? `<preamble eId="preamble">${preambles.map((one) => writer.preamble(one)).join("")}</preamble>\n` : ""}<body>
${writer.body(rendered.elements.filter(({ kind }) => kind !== "preamble"))}
</body>
</${kind}>
</akomaNtoso>
`;
}

function metaOf(
  { title, language, issuingBody }: RenderedDraft,
  { id, changedAt, profile }: Named,
  trail: TrailEnd | undefined,
  adopted: Instrument | undefined,
): string {
  const day = adopted?.dates.adopted?.value ?? changedAt.slice(0, 10);
  const place = (adopted?.jurisdiction ?? profile.jurisdiction ?? "un").toLowerCase().replace(/[^a-z-]/g, "");
  const code = threeLetters[language.split("-")[0] ?? ""] ?? language;
  const work = adopted ? `/akn/${place}/act/${day}/${adopted.id}` : `/akn/${place}/bill/${day}/${id}`;
  const source = adopted?.sources[0]?.address;
  const alias = source ? `<FRBRalias value="${escapeXml(source)}" name="source"/>` : "";
  const number = adopted?.number ? `<FRBRnumber value="${escapeXml(adopted.number)}"/>` : "";
  const expression = `${work}/${code}@${day}`;
  const level = (name: string, address: string, file: string, more: string) =>
    `<${name}><FRBRthis value="${escapeXml(address)}/!main${file}"/><FRBRuri value="${escapeXml(address)}${file}"/>${alias}<FRBRdate date="${day}" name="${adopted ? "adoption" : "draft"}"/><FRBRauthor href="#issuer"/>${more}</${name}>`;
  return `<meta><identification source="#issuer">
${level("FRBRWork", work, "", `<FRBRcountry value="${escapeXml(place)}"/>${number}<FRBRname value="${escapeXml(title)}"/>`)}
${level("FRBRExpression", expression, "", `<FRBRlanguage language="${escapeXml(code)}"/>`)}
${level("FRBRManifestation", expression, ".xml", '<FRBRformat value="application/akn+xml"/>')}
</identification><references source="#issuer"><TLCOrganization eId="issuer" href="/ontology/organization/issuer" showAs="${escapeXml(issuingBody ?? "–")}"/></references>${trail ? `<proprietary source="#issuer"><trail xmlns="urn:openfirst:trail" entries="${trail.entries}" fingerprint="${escapeXml(trail.fingerprint)}"/></proprietary>` : ""}</meta>`;
}

/** art_5, chp_II, annex_A, preamble: by element of the draft. */
function idsOf(elements: readonly RenderedElement[]): Map<string, string> {
  const prefixes = { part: "chp", article: "art", annex: "annex", preamble: "preamble" };
  return new Map(elements.map(({ id, kind, number }) => [id, kind === "preamble" ? "preamble" : `${prefixes[kind]}_${number}`]));
}

class Writer {
  readonly ids: ReadonlyMap<string, string>;
  readonly language: string;

  constructor(ids: ReadonlyMap<string, string>, language: string) {
    this.ids = ids;
    this.language = language;
  }

  /** Articles behind a chapter belong to it; an annex ends it. */
  body(elements: readonly RenderedElement[]): string {
    const written: string[] = [];
    let chapter: { head: RenderedElement; articles: string[] } | undefined;
    const close = () => {
      if (chapter) written.push(this.#container("chapter", chapter.head, chapter.articles.join("\n") || this.#text(chapter.head)));
      chapter = undefined;
    };
    for (const element of elements) {
      if (element.kind === "article") (chapter?.articles ?? written).push(this.#container("article", element, this.#text(element)));
      else {
        close();
        if (element.kind === "part") chapter = { head: element, articles: [] };
        else written.push(this.#container("hcontainer", element, this.#text(element)));
      }
    }
    close();
    return written.join("\n") || `<hcontainer name="empty" eId="empty">${content([])}</hcontainer>`;
  }

  preamble(element: RenderedElement): string {
    const heading = element.heading ? `<p>${escapeXml(element.heading)}</p>` : "";
    const paragraphs = element.paragraphs.map(({ pieces, items }) => {
      const lead = this.#pieces(pieces);
      if (items.length === 0) return `<p>${lead}</p>`;
      const points = items.map(({ letter, pieces: own }) => `<item><num>(${letter})</num><p>${this.#pieces(own)}</p></item>`);
      return `<blockList><listIntroduction>${lead}</listIntroduction>${points.join("")}</blockList>`;
    });
    return heading + paragraphs.join("") || "<p/>";
  }

  #container(name: "chapter" | "article" | "hcontainer", { id, label, heading }: RenderedElement, inner: string): string {
    const kind = name === "hcontainer" ? ' name="annex"' : "";
    return `<${name}${kind} eId="${this.ids.get(id)}"><num>${escapeXml(label)}</num>${heading ? `<heading>${escapeXml(heading)}</heading>` : ""}${inner}</${name}>`;
  }

  #text({ id, paragraphs }: RenderedElement): string {
    const own = this.ids.get(id) ?? "";
    const [only, ...more] = paragraphs;
    if (!only) return content([]);
    if (more.length === 0) return this.#paragraph(only, own);
    return paragraphs
      .map((paragraph) => {
        const eId = `${own}__para_${paragraph.number}`;
        return `<paragraph eId="${eId}"><num>(${paragraph.number})</num>${this.#paragraph(paragraph, eId)}</paragraph>`;
      })
      .join("\n");
  }

  #paragraph({ pieces, items }: RenderedParagraph, within: string): string {
    const lead = this.#pieces(pieces);
    if (items.length === 0) return content([lead]);
    const list = `${within}__list_1`;
    const points = items.map(
      ({ letter, pieces: own }) => `<point eId="${list}__point_${letter}"><num>(${letter})</num>${content([this.#pieces(own)])}</point>`,
    );
    return `<list eId="${list}"><intro><p>${lead}</p></intro>${points.join("")}</list>`;
  }

  #pieces(pieces: readonly Piece[]): string {
    return pieces
      .map((piece) => {
        if (piece.kind === "words") return escapeXml(piece.text);
        if (piece.kind === "reference") return `<ref href="#${this.ids.get(piece.element)}">${escapeXml(piece.text)}</ref>`;
        const language = piece.label.language === this.language ? "" : ` xml:lang="${escapeXml(piece.label.language)}"`;
        return `<fillIn${language}>[${escapeXml(piece.label.text)}]</fillIn>`;
      })
      .join("");
  }
}

function content(paragraphs: readonly string[]): string {
  return `<content>${paragraphs.length > 0 ? paragraphs.map((text) => `<p>${text}</p>`).join("") : "<p/>"}</content>`;
}
