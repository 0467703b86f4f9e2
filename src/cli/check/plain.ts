/** Signs that steer a terminal, turn the direction of writing or cannot be seen: names of files and notices may hold any. */
const steering = /[\p{Cc}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

/**
 * A text of others on one line: blanks for breaks and tabs, "\ufffd" for what steers a terminal or hides.
 * @example plain("a\n\u001b[31mb") // "a \ufffd[31mb"
 */
export function plain(text: string): string {
  return text
    .replace(/[\t\r\n\u2028\u2029]+/g, " ")
    .replace(steering, "\ufffd")
    .toWellFormed();
}

/** The first characters, and "…" where there are more. */
export function cut(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most).toWellFormed()}…` : text;
}
