import { escapeXml } from "../exporters/feed/atom.ts";

const HEIGHT = 20;
const PADDING = 8;
/** Wide enough for the widest of the fonts that a browser may choose. */
const PER_CHARACTER = 7;

/**
 * A badge of two fields as SVG: it carries its own words for screen readers, asks for no font and no other file.
 * @example badgeSvg("open source policy", "7 of 9 met · 1 unknown", "ltr")
 */
export function badgeSvg(label: string, said: string, direction: "ltr" | "rtl"): string {
  const [left, right] = [widthOf(label), widthOf(said)];
  const width = left + right;
  // From right to left the label stands right.
  const [labelAt, saidAt] = direction === "ltr" ? [0, left] : [right, 0];
  const text = (words: string, x: number) =>
    `<text x="${x}" y="14" text-anchor="middle" fill="#ffffff" direction="${direction}">${escapeXml(words)}</text>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${HEIGHT}" viewBox="0 0 ${width} ${HEIGHT}" role="img" aria-labelledby="title"><title id="title">${escapeXml(`${label}: ${said}`)}</title><rect x="${labelAt}" width="${left}" height="${HEIGHT}" fill="#3b4148"/><rect x="${saidAt}" width="${right}" height="${HEIGHT}" fill="#0b5d5e"/><g font-family="Verdana, DejaVu Sans, Noto Sans Arabic, sans-serif" font-size="11">${text(label, labelAt + left / 2)}${text(said, saidAt + right / 2)}</g></svg>
`;
}

const widthOf = (words: string): number => [...words.replace(/[\u2066-\u2069]/g, "")].length * PER_CHARACTER + 2 * PADDING;
