/** The text of a file that people wrote: UTF-8, or UTF-16 where its first bytes say so. What is no valid text becomes U+FFFD. */
export function readText(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.toString("utf16le", 2);
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return Buffer.from(bytes.subarray(2, bytes.length - (bytes.length % 2)))
      .swap16()
      .toString("utf16le");
  return bytes.toString("utf8", bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0);
}

/** The 1-based line of a position in a text. */
export function lineOf(text: string, position: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at !== -1 && at < position; at = text.indexOf("\n", at + 1)) line += 1;
  return line;
}

/** The line of the first match, undefined where there is none. Patterns must be linear: the text is anybody's. */
export function firstLine(text: string, pattern: RegExp): number | undefined {
  const match = pattern.exec(text);
  return match ? lineOf(text, match.index) : undefined;
}
