import { TextDecoder } from "node:util";
import { SaxesParser } from "saxes";
import { Problem } from "../../../shared/problem.ts";

export interface Element {
  name: string;
  attributes: Record<string, string>;
  /** Text of its own, without that of its children. */
  text: string;
  children: Element[];
  xpath: string;
}

const DEEPEST = 100;
const MOST_ELEMENTS = 300_000;

/**
 * One XML document as a tree, for notices of a few hundred kilobytes. No document type, so no entities but XML's own five.
 * @throws Problem invalid-file, too-large
 */
export async function readXml(chunks: AsyncIterable<Buffer>, file: string): Promise<Element> {
  const parser = new SaxesParser({ position: true });
  const open: Element[] = [];
  const siblings: Map<string, number>[] = [new Map()];
  let root: Element | undefined;
  let elements = 0;
  const refuse = (message: string, code: "invalid-file" | "too-large" = "invalid-file"): never => {
    throw new Problem(code, `${file}:${parser.line}: ${message}`);
  };
  parser.on("error", (error) => refuse(`is not well-formed XML (${error.message}); fetch the file again`));
  parser.on("doctype", () => refuse("has a document type declaration, which notices do not need; remove it"));
  parser.on("opentag", ({ name, attributes }) => {
    if (open.length >= DEEPEST) refuse(`has elements nested deeper than ${DEEPEST}`, "too-large");
    if (++elements > MOST_ELEMENTS) refuse(`has more than ${MOST_ELEMENTS} elements`, "too-large");
    const parent = open.at(-1);
    const count = siblings.at(-1) as Map<string, number>;
    const index = (count.get(name) ?? 0) + 1;
    count.set(name, index);
    const xpath = parent ? `${parent.xpath}/${name}[${index}]` : `/${name}`;
    const element: Element = { name, attributes: attributes as Record<string, string>, text: "", children: [], xpath };
    parent?.children.push(element);
    root ??= element;
    open.push(element);
    siblings.push(new Map());
  });
  const addText = (text: string) => {
    const element = open.at(-1);
    if (element) element.text += text;
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.on("closetag", () => {
    open.pop();
    siblings.pop();
  });
  let decoder: TextDecoder | undefined;
  try {
    for await (const chunk of withHead(chunks)) {
      decoder ??= decoderFor(chunk, file);
      parser.write(decoder.decode(chunk, { stream: true }));
    }
    parser.write(decoder?.decode() ?? "").close();
  } catch (error) {
    if (error instanceof TypeError) refuse("holds bytes that its encoding does not have; fetch the file again");
    throw error;
  }
  return root ?? refuse("holds no element");
}

const HEAD = 200;

/** The same bytes, the first chunk long enough to hold the XML declaration. */
async function* withHead(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let head: Buffer | undefined = Buffer.alloc(0);
  for await (const chunk of chunks) {
    if (!head) yield chunk;
    else {
      head = Buffer.concat([head, chunk]);
      if (head.length < HEAD) continue;
      yield head;
      head = undefined;
    }
  }
  if (head) yield head;
}

/** As the XML declaration says, UTF-8 where it says nothing. */
function decoderFor(first: Buffer, file: string): TextDecoder {
  if (first[0] === 0xff && first[1] === 0xfe) return new TextDecoder("utf-16le", { fatal: true });
  const named = /^<\?xml[^>]{0,100}encoding=["']([A-Za-z0-9._-]{1,40})["']/.exec(
    first.toString("latin1", 0, HEAD).replace(/^ï»¿/, ""),
  )?.[1];
  try {
    return new TextDecoder(named ?? "utf-8", { fatal: true });
  } catch {
    throw new Problem("unsupported", `${file}: is written in "${named}"; expected UTF-8. Convert it.`);
  }
}

/** The name without its prefix. */
export const local = (element: Element): string => element.name.slice(element.name.indexOf(":") + 1);

/** Elements below one, itself first, that bear a local name; branches for which `into` says no are not entered. */
export function* descendants(element: Element, into: (element: Element) => boolean = () => true): Generator<Element> {
  yield element;
  for (const child of element.children) if (into(child)) yield* descendants(child, into);
}

/** The first element at the end of a path of local names, such as "ProcurementProject/Name". */
export function at(element: Element | undefined, path: string): Element | undefined {
  let here = element;
  for (const name of path.split("/")) here = here?.children.find((child) => local(child) === name);
  return here;
}
