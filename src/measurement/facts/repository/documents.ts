import { firstLine, lineOf } from "./text.ts";

/** What the project's own documents say, each with its line. Nothing personal is kept: a contact is a yes and a line. */

const mail = /[a-z0-9][a-z0-9._%+-]{0,60}(?:@| ?[([]at[)\]] ?)[a-z0-9][a-z0-9-]{0,60}\.[a-z]{2}/i;
const contactWords =
  "contact(?:s|ing| us)?|maintainers?|maintained by|get(?:ting)? (?:help|support|in touch)|questions|kontakt|ansprech(?:partner|person)(?:en|in)?|contacto|contatti|contato|contacter|mainteneurs?|ayuda|soporte|contactpersonen|yhteystiedot";
const contactHeading = new RegExp(
  String.raw`^(?:#{1,6}|=+|\*\*)[^\n]{0,60}\b(?:${contactWords})\b|^[^\n]{0,60}\b(?:${contactWords})\b[^\n]{0,60}\n[=~^-]{3}|^#{1,6} (?:support|help)\s*$`,
  "im",
);

/** A chat, forum or mailing list together with its address. */
const channel =
  /mailto:|\b(?:slack|mattermost|gitter|matrix|discord|zulip|mailing list|forum|discourse|tchap)\b[^\n]{0,120}https?:\/\/|https?:\/\/[^\s)>\]]{0,60}(?:slack\.com|gitter\.im|discord\.|matrix\.to|discourse|forum)/i;

/** The line on which a README names whom to write to: a heading of that kind, an e-mail address, or a chat, forum or list with its address. */
export function contactLine(text: string): number | undefined {
  return firstLine(text, contactHeading) ?? firstLine(text, mail) ?? firstLine(text, channel);
}

/** The line on which a security policy names a way to report: an e-mail address, a form, or the forge's private reports. */
export function reportLine(text: string): number | undefined {
  return (
    firstLine(text, /^contact:\s?\S/im) ??
    firstLine(text, mail) ??
    firstLine(
      text,
      /security\/advisories\/new|private(?:ly)? (?:vulnerability )?report|report a vulnerability|security advisor(?:y|ies)|hackerone\.com|bugcrowd\.com/i,
    ) ??
    firstLine(text, /https?:\/\/[^\s)>\]]{1,200}(?:secur|vulnerab|disclos|report|contact|bug|incident)/i) ??
    firstLine(text, /(?:vulnerab|disclos|report|contact)[^\n]{0,200}https?:\/\//i)
  );
}

export type ContributorTerms = "DCO" | "CLA" | "licence" | "none stated";

const dco =
  /developer'?s? certificate of origin|developercertificate\.org|\bDCO\b|signed-off-by|git commit -s\b|commit --signoff|sign[- ]off (?:on )?your (?:commits|work|patches)/i;
const cla =
  /[Cc]ontribut(?:or|ion)s?'? [Ll]icen[sc]e (?:and \w{1,20} )?[Aa]greement|\bCLAs?\b|cla-assistant|[Cc]ontributor [Aa]greement|[Cc]opyright [Aa]ssignment/;
const denied = /\b(?:no|not|without|isn't|don't|doesn't|never|kein|aucun|sin)\b[^.\n]{0,40}$/i;
const inbound =
  /contributions?[^.]{0,120}(?:licen[sc]ed|released|made available|submitted|dedicated|provided)[^.]{0,40}under|(?:by|when) (?:contributing|submitting)[^.]{0,160}(?:agree|licen[sc]e|certify|waive|public domain)|under the same (?:terms|licen[sc]e)|agree[^.]{0,80}contributions?[^.]{0,80}licen[sc]e|released (?:in|to) the public domain|en contribuant[^.]{0,160}licence|unter (?:der gleichen|derselben) lizenz/i;

/**
 * The terms under which contributions come in. A sign-off is what a text asks for even where it says that no agreement is needed; "no CLA"
 * names an agreement only to rule it out.
 */
export function contributorTerms(text: string, from = 0): { terms: ContributorTerms; line?: number } {
  const part = text.slice(from);
  const found = (terms: ContributorTerms, at: number) => ({ terms, line: lineOf(text, from + at) });
  const signOff = dco.exec(part);
  if (signOff) return found("DCO", signOff.index);
  const agreement = cla.exec(part);
  if (agreement && !denied.test(part.slice(Math.max(0, agreement.index - 60), agreement.index))) return found("CLA", agreement.index);
  const same = inbound.exec(part);
  return same ? found("licence", same.index) : { terms: "none stated" };
}

/** Words of a text without its markup's addresses. */
export function countWords(text: string): number {
  let words = 0;
  for (const match of text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’_-]{0,100}/gu)) if (match[0]) words += 1;
  return words;
}
