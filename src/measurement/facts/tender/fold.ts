/** A sign that counts for nothing: accents written apart, soft hyphens, zero-width marks, ™. */
export const NOTHING = 0;
/** Blank, hyphen, slash, quotation mark: words on both sides may be one expression. */
export const GAP = 1;
/** Full stop, comma, bracket: the end of a clause. */
export const STOP = 2;
/** A letter of another script. */
export const OTHER = 3;
/** Of classes: the three above, the letters a to z, the figures 0 to 9. */
export const CLASSES = 40;

const UNSEEN = 255;
const classes = new Uint8Array(65536).fill(UNSEEN);
const alone: Readonly<Record<string, string>> = { ł: "l", ø: "o", đ: "d", ı: "i", æ: "a", œ: "o", ß: "s", ð: "d", þ: "t", ħ: "h" };

/** The class of one code unit, case and accents folded. One unit is one class, so that places in the text need no mapping. */
export function classOf(unit: number): number {
  const known = classes[unit] as number;
  return known === UNSEEN ? classify(unit) : known;
}

function classify(unit: number): number {
  const sign = String.fromCharCode(unit);
  const lower = sign.toLowerCase();
  const base = (alone[lower] ?? lower.normalize("NFKD")).charCodeAt(0);
  let found = GAP;
  if (base >= 97 && base <= 122) found = 4 + base - 97;
  else if (base >= 48 && base <= 57) found = 30 + base - 48;
  else if (/[\p{M}\u00ad\u200b-\u200d\u2060\ufeff®™©]/u.test(sign)) found = NOTHING;
  else if (/[\p{L}\p{N}\ud800-\udfff]/u.test(sign)) found = OTHER;
  else if (/[.,;:!?()[\]{}<>…|•·]/u.test(sign)) found = STOP;
  classes[unit] = found;
  return found;
}
