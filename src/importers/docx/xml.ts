import { SaxesParser } from "saxes";
import { Problem, says } from "../../shared/problem.ts";

const DEEPEST = 1000;
const MOST_ELEMENTS = 300_000;
const CHUNK = 1 << 16;
const wordNames = /^http:\/\/(?:schemas\.openxmlformats\.org|purl\.oclc\.org\/ooxml)\/wordprocessingml\/(?:2006\/)?main$/;

interface XmlListener {
  open(name: string, attribute: (name: string) => string | undefined): void;
  close(name: string): void;
  text(text: string): void;
}

/**
 * Walks the XML of one part. Names of WordprocessingML are told without prefix, others with theirs. There are no entities but XML's own five, and
 * nothing outside the part is read.
 * @throws Problem invalid-file, too-large
 */
export function walkXml(bytes: Uint8Array, listener: XmlListener): void {
  const parser = new SaxesParser({ position: false });
  let depth = 0;
  let prefix: string | undefined;
  const local = (name: string) => (prefix && name.startsWith(prefix) ? name.slice(prefix.length) : name);
  parser.on("error", (cause) => {
    throw new Problem("invalid-file", "The Word file is broken: a part of it is no XML. Open it in Word, save it again and send that.", {
      cause,
    });
  });
  parser.on("doctype", () => {
    throw new Problem(
      "invalid-file",
      "The Word file declares a document type, which no Word file needs. Save it again in Word and send that.",
    );
  });
  parser.on("opentag", ({ name, attributes }) => {
    if (++depth > DEEPEST)
      throw new Problem("too-large", says`The Word file is nested deeper than ${DEEPEST}; expected a text. Save it again in Word.`);
    prefix ??= prefixOf(attributes as Record<string, string>);
    const given = attributes as Record<string, string>;
    listener.open(local(name), (wanted) => given[`${prefix}${wanted}`] ?? given[wanted]);
  });
  parser.on("closetag", ({ name }) => {
    depth--;
    listener.close(local(name));
  });
  parser.on("text", (text) => listener.text(text));
  parser.on("cdata", (text) => listener.text(text));
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const decoder = new TextDecoder(utf16 ? (bytes[0] === 0xff ? "utf-16le" : "utf-16be") : "utf-8");
  for (let at = 0; at < bytes.length; at += CHUNK) parser.write(decoder.decode(bytes.subarray(at, at + CHUNK), { stream: true }));
  parser.write(decoder.decode()).close();
}

/** "w:" where the root binds that prefix to WordprocessingML; none where it is the namespace of names without prefix. */
function prefixOf(attributes: Record<string, string>): string {
  const bound = Object.entries(attributes).find(([name, value]) => name.startsWith("xmlns") && wordNames.test(value));
  return bound?.[0].startsWith("xmlns:") ? `${bound[0].slice(6)}:` : "";
}

export interface XmlElement {
  name: string;
  attributes: Record<string, string | undefined>;
  children: XmlElement[];
}

const told = ["val", "type", "default", "styleId", "abstractNumId", "numId", "ilvl", "Type", "Target"];

/** A small part (styles, numbering, relations) as a tree without its text, with the attributes that are asked for. */
export function readTree(bytes: Uint8Array): XmlElement {
  const root: XmlElement = { name: "", attributes: {}, children: [] };
  const open = [root];
  let count = 0;
  walkXml(bytes, {
    open(name, attribute) {
      if (++count > MOST_ELEMENTS)
        throw new Problem("too-large", says`A part of the Word file has more than ${MOST_ELEMENTS} elements. Save it again in Word.`);
      const attributes: XmlElement["attributes"] = {};
      for (const wanted of told) {
        const value = attribute(wanted);
        if (value !== undefined) attributes[wanted] = value;
      }
      const element = { name, attributes, children: [] };
      open.at(-1)?.children.push(element);
      open.push(element);
    },
    close: () => open.pop(),
    text: () => {},
  });
  return root.children[0] ?? root;
}

/** The first descendant by names, one level each. */
export function within(element: XmlElement | undefined, ...names: string[]): XmlElement | undefined {
  return names.reduce<XmlElement | undefined>((at, name) => at?.children.find((child) => child.name === name), element);
}
