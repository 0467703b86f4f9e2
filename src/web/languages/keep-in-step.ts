/** A catalogue that follows the English one: its keys in its order, what is translated kept, what is not as an empty message. */
export function keepInStep(english: Readonly<Record<string, string>>, waiting: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.keys(english).map((key) => [key, waiting[key] ?? ""]));
}

/** A catalogue as it is written to its file. */
export function writeCatalogue(messages: Readonly<Record<string, string>>): string {
  return `${JSON.stringify(messages, null, 2)}\n`;
}
