// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that no text needs
const control = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/;
const half = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/**
 * Where a text holds a sign that databases, XML or readers refuse: a control character, or half a character of two
 * halves. Nothing where it can be read.
 */
export function findUnreadable(text: string): { index: number; sign: string } | undefined {
  const found = control.exec(text) ?? (text.isWellFormed() ? null : half.exec(text));
  if (!found) return undefined;
  return { index: found.index, sign: `U+${found[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}` };
}
