import type { Place } from "../../fact.ts";
import { readAddress } from "../web-address.ts";
import { childrenOf, type Element, type Narrative } from "./element.ts";

export interface RepositoryLink {
  address: string;
  place: Place;
}

const LINKS_KEPT = 50;
const address = /https?:\/\/[^\s<>"'()[\]]{4,500}|\b(?:github|gitlab|bitbucket|codeberg)\.(?:com|org)\/[\w./-]{2,200}/g;

/** Addresses of code forges among an activity's documents, its website and its texts. */
export function repositoryLinks(activity: Element, texts: readonly Narrative[]): RepositoryLink[] {
  const links = new Map<string, RepositoryLink>();
  const look = (written: string, place: Place) => {
    const found = readAddress(written.includes("://") ? written : `https://${written}`);
    if (found?.forge && links.size < LINKS_KEPT && !links.has(found.address)) links.set(found.address, { address: found.address, place });
  };
  for (const document of childrenOf(activity, "document-link")) {
    const url = document.attributes.url?.trim().slice(0, 600);
    if (url) look(url, { xpath: `${document.xpath}/@url`, text: url });
  }
  for (const website of childrenOf(activity, "activity-website")) look(website.text.trim().slice(0, 600), { xpath: website.xpath });
  for (const { text, xpath } of texts)
    for (const { 0: match, index } of text.matchAll(address)) {
      const written = match.replace(/[.,;:]$/, "");
      look(written, { xpath, start: index, end: index + written.length, text: written });
    }
  return [...links.values()];
}
