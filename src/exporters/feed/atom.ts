import { createHash } from "node:crypto";

interface FeedEntry {
  /** what it is about, from stable identifiers: the same record always gives the same entry */
  about: readonly string[];
  title: string;
  /** address of the page, on this site */
  page: string;
  /** ISO time in UTC */
  updated: string;
  summary: string;
  categories?: readonly string[];
}

export interface Feed {
  about: readonly string[];
  title: string;
  language: string;
  /** its own address and that of the page that shows the same */
  self: string;
  page: string;
  entries: readonly FeedEntry[];
}

// Drawn once at random: the room in which our names become UUIDs, the same on every instance.
const room = Buffer.from("5b0d1f0c3e7a4f0e9a5f6c2d8e41b7a3", "hex");

/** A name in the form that Atom asks for: a UUID that follows from stable identifiers (RFC 9562, version 5). */
function stableName(parts: readonly string[]): string {
  const bytes = createHash("sha1").update(room).update(parts.join("\n")).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** A feed as Atom (RFC 4287). Addresses are relative to where the feed was fetched. */
export function atomFeed(feed: Feed): string {
  const updated =
    feed.entries
      .map((entry) => entry.updated)
      .sort()
      .at(-1) ?? "1970-01-01T00:00:00.000Z";
  return [
    `<?xml version="1.0" encoding="utf-8"?>`,
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeXml(feed.language)}">`,
    `<id>${stableName(["feed", ...feed.about])}</id>`,
    `<title>${escapeXml(feed.title)}</title>`,
    `<updated>${updated}</updated>`,
    `<author><name>Openfirst</name></author>`,
    `<rights>CC BY 4.0</rights>`,
    `<link rel="self" type="application/atom+xml" href="${escapeXml(feed.self)}"/>`,
    `<link rel="alternate" type="text/html" href="${escapeXml(feed.page)}"/>`,
    ...feed.entries.map(entryXml),
    `</feed>`,
    "",
  ].join("\n");
}

function entryXml(entry: FeedEntry): string {
  const categories = (entry.categories ?? []).map((term) => `<category term="${escapeXml(term)}"/>`).join("");
  return `<entry><id>${stableName(entry.about)}</id><title>${escapeXml(entry.title)}</title><updated>${entry.updated}</updated><link rel="alternate" type="text/html" href="${escapeXml(entry.page)}"/>${categories}<summary>${escapeXml(entry.summary)}</summary></entry>`;
}

/** Text inside XML 1.0: marks escaped, characters that XML does not know left out. */
export function escapeXml(text: string): string {
  return (
    text
      .toWellFormed()
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that XML forbids
      .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, "")
      .replaceAll("&", "&amp;")
      .replaceAll("<", "&lt;")
      .replaceAll(">", "&gt;")
      .replaceAll('"', "&quot;")
      .replaceAll("'", "&#39;")
  );
}
