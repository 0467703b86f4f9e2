import type { Span } from "./terms.ts";

const BEFORE = 110;
const AFTER = 50;
/** Characters around that tell of a list of makers whom nobody may offer: FAR 52.204-25, section 889. */
const CLAUSE = 300;

/** Only an example, what systems of the buyer run on, or the party of an earlier award. */
const leading =
  /(?:\be\.g\.|\bfor example|\bsuch as|z\. ?B\.|\bbeispielsweise|\bpar exemple|\bnp\.|\bbijvoorbeeld|\bpor ejemplo|\bad esempio|\b(?:hosted|deployed|built) (?:in|on|with|upon)\b|\bawarded to\b)[^.;:!?]{0,70}$/i;
/** A skill or a certificate of staff, right beside the name. */
const skillBefore =
  /(?:certyfikat\p{L}*|inżynier\p{L}*|zertifi\p{L}*|certificat\p{L}* (?:of|in|de|en|di)|certifications?:?|certified (?:in|on|for)|(?:programming |hands-on |solid )experience (?:with|in|of|using)|working knowledge of|kenntnisse?n? (?:in|von|der|des)|proficien\w* (?:in|with))\s.{0,12}$/iu;
const skillAfter =
  /^[^.;:!?]{0,25}\b(?:certifi(?:ed|cation|cate)s?|zertifi\p{L}*|certyfikat\p{L}*|programming experience)(?!\p{L})(?! (?:partner|reseller|dealer|supplier))/iu;
const prohibited = /^(?:huawei|zte|hytera|hikvision|dahua)/i;
const clause = /covered telecommunications|produced by (?:huawei|hytera)/i;
/** Where offers are sent in, or a page is looked at. */
const portalAfter = /^\s?(?:e-?)?(?:portal|ie required|tendering (?:portal|system))\b/i;

/** Whether a name is only mentioned in passing, not as what is bought, maintained, extended or to work with. */
export function isInPassing(text: string, { start, end }: Span): boolean {
  const before = text.slice(Math.max(0, start - BEFORE), start);
  if (leading.test(before) || skillBefore.test(before)) return true;
  const after = text.slice(end, end + AFTER);
  if (skillAfter.test(after) || portalAfter.test(after)) return true;
  return prohibited.test(text.slice(start, end)) && clause.test(text.slice(Math.max(0, start - CLAUSE), end + CLAUSE));
}
