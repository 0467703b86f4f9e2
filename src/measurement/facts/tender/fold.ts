/** A sign that counts for nothing: accents written apart, soft hyphens, zero-width marks, ™. */
export const NOTHING = 0;
/** Blank, hyphen, slash, quotation mark: words on both sides may be one expression. */
export const GAP = 1;
/** Full stop, comma, bracket: the end of a clause. */
export const STOP = 2;
/** A letter of another script. */
const OTHER = 3;
/** Of classes: the four above, the letters a to z, the figures 0 to 9. */
export const CLASSES = 40;

const alone: Readonly<Record<string, string>> = { ł: "l", ø: "o", đ: "d", ı: "i", æ: "a", œ: "o", ß: "s", ð: "d", þ: "t", ħ: "h" };

const UNKNOWN = 128;

/**
 * The class of each code unit, case and accents folded. One unit is one class, so that places in the text need no mapping. Filled as units
 * are met: most of them never are.
 */
const classes = new Uint8Array(65536).fill(UNKNOWN);

function classify(unit: number): number {
  if (unit >= 0x3000 && unit < 0xff00) return OTHER;
  const sign = String.fromCharCode(unit);
  const lower = sign.toLowerCase();
  const base = (alone[lower] ?? lower.normalize("NFKD")).charCodeAt(0);
  if (base >= 97 && base <= 122) return 4 + base - 97;
  if (base >= 48 && base <= 57) return 30 + base - 48;
  if (/[\p{M}\u00ad\u200b-\u200d\u2060\ufeff®™©]/u.test(sign)) return NOTHING;
  if (/[\p{L}\p{N}]/u.test(sign)) return OTHER;
  return /[.,;:!?()[\]{}<>…|•·]/u.test(sign) ? STOP : GAP;
}

export function classOf(unit: number): number {
  if (classes[unit] === UNKNOWN) classes[unit] = classify(unit);
  return classes[unit] as number;
}
