/** An element of an activity, with where it stands. Text is as written, so that places in it can be counted. */
export interface Element {
  name: string;
  attributes: Readonly<Record<string, string>>;
  /** /iati-activities/iati-activity[3]/description[1] */
  xpath: string;
  children: Element[];
  text: string;
}

/** A text with the language it states, its element's or the activity's. */
export interface Narrative {
  text: string;
  language?: string;
  xpath: string;
}

export function childrenOf(element: Element, ...names: readonly string[]): Element[] {
  return element.children.filter(({ name }) => names.includes(name));
}

export function firstOf(element: Element, name: string): Element | undefined {
  return element.children.find((child) => child.name === name);
}

/** IATI 2 writes texts in `narrative` elements, IATI 1 in the element itself. */
export function narrativesOf(element: Element): Narrative[] {
  return [...childrenOf(element, "narrative"), element].flatMap((one) => {
    if (one.text.trim() === "") return [];
    const language = (one.attributes["xml:lang"] ?? element.attributes["xml:lang"])?.slice(0, 20);
    return [{ text: one.text, xpath: one.xpath, ...(language && { language }) }];
  });
}

/** Blanks drawn together, at most `longest` characters; undefined where nothing is left. */
export function plain(text: string | undefined, longest = 300): string | undefined {
  const said = text
    ?.slice(0, 10 * longest)
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim();
  return said ? said.slice(0, longest) : undefined;
}

/** The first name an element bears in whatever language. */
export function nameOf(element: Element | undefined): string | undefined {
  return plain(element && narrativesOf(element)[0]?.text);
}
