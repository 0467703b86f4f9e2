import { TextDecoder } from "node:util";
import { SaxesParser } from "saxes";
import { type Fault, Problem } from "../../../shared/problem.ts";
import { readBytes } from "../bytes.ts";
import type { Element } from "./element.ts";

export interface GrantLimits {
  /** Bytes of the file, unpacked. */
  file: number;
  /** Bytes of one text, tag or comment. */
  piece: number;
  /** Elements inside elements. */
  depth: number;
  /** Elements and characters of one activity. */
  elements: number;
  characters: number;
}

export const grantLimits: GrantLimits = { file: 4_000_000_000, piece: 4_000_000, depth: 64, elements: 500_000, characters: 20_000_000 };

/** Persons to turn to are never kept. Of places and shares of sectors nothing is asked. */
const passedOver = new Set(["contact-info", "location", "country-budget-items", "crs-add", "fss", "period", "baseline"]);

/**
 * The activities of an IATI file, one at a time. A document type or an entity of its own is refused, so that nothing can grow by being named.
 * What is damaged ends the file with a fault; activities before it were given.
 * @throws Problem of `readBytes`; too-large where a part is beyond the limits; unsupported: an encoding that is not known
 */
export async function* readActivities(path: string, limits: GrantLimits, onFault: (fault: Fault) => void): AsyncGenerator<Element> {
  const reader = new ActivityReader(path, limits);
  let decoder: TextDecoder | undefined;
  let damaged = false;
  try {
    for await (const chunk of readBytes(path, limits.file)) {
      decoder ??= decoderFor(chunk, path);
      const text = decoder.decode(chunk, { stream: true });
      if (!damaged && text.includes("\uFFFD")) {
        damaged = true;
        onFault({ file: path, line: reader.line, message: `holds bytes that are not ${decoder.encoding}, read here as “\uFFFD”` });
      }
      const fault = reader.write(text, chunk.length);
      yield* reader.taken();
      if (fault) return onFault(fault);
    }
    const fault = reader.write(decoder?.decode() ?? "", 0) ?? reader.close();
    yield* reader.taken();
    if (fault) onFault(fault);
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== "invalid-file") throw error;
    yield* reader.taken();
    onFault({ file: path, message: error.message });
  }
}

/** By byte order mark, else as the XML declaration says, else UTF-8. */
function decoderFor(start: Buffer, path: string): TextDecoder {
  const mark = start.subarray(0, 2).toString("hex");
  if (mark === "fffe" || mark === "feff") return new TextDecoder(mark === "fffe" ? "utf-16le" : "utf-16be");
  const declared = /^(?:\xef\xbb\xbf)?<\?xml[^>]{0,100}\bencoding\s?=\s?["']([\w.-]{1,40})["']/.exec(start.toString("latin1", 0, 300))?.[1];
  try {
    return new TextDecoder(declared ?? "utf-8");
  } catch {
    throw new Problem("unsupported", `${path}: is written in “${declared}”, which is not read; save it as UTF-8`);
  }
}

interface Open {
  name: string;
  xpath: string;
  /** How many children of each name have begun. */
  counts: Map<string, number>;
  element?: Element;
  skip: boolean;
}

/** Turns the parser's events into activities; whatever surrounds them is passed over. */
class ActivityReader {
  readonly #path: string;
  readonly #limits: GrantLimits;
  readonly #parser = new SaxesParser({ xmlns: false });
  readonly #open: Open[] = [{ name: "", xpath: "", counts: new Map(), skip: false }];
  #finished: Element[] = [];
  #silent = 0;
  #elements = 0;
  #characters = 0;
  #found = 0;

  constructor(path: string, limits: GrantLimits) {
    this.#path = path;
    this.#limits = limits;
    this.#parser.on("doctype", () => {
      throw new Problem("invalid-input", `${path}: declares a document type, which IATI files do not; it is not read`);
    });
    this.#parser.on("opentag", ({ name, attributes }) => this.#begin(name, attributes as Record<string, string>));
    this.#parser.on("text", (text) => this.#add(text));
    this.#parser.on("cdata", (text) => this.#add(text));
    this.#parser.on("closetag", () => this.#end());
    this.#parser.on("comment", () => this.#hear());
    this.#parser.on("processinginstruction", () => this.#hear());
  }

  get line(): number {
    return this.#parser.line;
  }

  write(text: string, bytes: number): Fault | undefined {
    this.#silent += bytes;
    try {
      this.#parser.write(text);
    } catch (error) {
      return this.#faultOf(error);
    }
    if (this.#silent > this.#limits.piece) throw this.#tooLarge(`one text or tag is longer than ${this.#limits.piece} bytes`);
    return undefined;
  }

  close(): Fault | undefined {
    try {
      this.#parser.close();
    } catch (error) {
      return this.#faultOf(error);
    }
    if (this.#found > 0) return undefined;
    return { file: this.#path, message: "holds no iati-activity; expected an IATI activities file (an organisations file has none)" };
  }

  taken(): Element[] {
    const finished = this.#finished;
    this.#finished = [];
    return finished;
  }

  #faultOf(error: unknown): Fault {
    if (error instanceof Problem) throw error;
    return { file: this.#path, line: this.#parser.line, message: `is not well-formed XML: ${(error as Error).message.slice(0, 200)}` };
  }

  #tooLarge(what: string): Problem {
    return new Problem("too-large", `${this.#path}:${this.#parser.line}: ${what}; expected IATI activities of usual size`);
  }

  #hear(): void {
    this.#silent = 0;
  }

  #begin(name: string, attributes: Record<string, string>): void {
    this.#hear();
    if (this.#open.length > this.#limits.depth) throw this.#tooLarge(`elements are nested more than ${this.#limits.depth} deep`);
    const parent = this.#open.at(-1) as Open;
    const inside = parent.element !== undefined;
    if (parent.skip || (inside && (name.includes(":") || passedOver.has(name)))) {
      this.#open.push({ name, xpath: "", counts: new Map(), skip: true });
      return;
    }
    const count = (parent.counts.get(name) ?? 0) + 1;
    parent.counts.set(name, count);
    const xpath = `${parent.xpath}/${name}${this.#open.length === 1 ? "" : `[${count}]`}`;
    const open: Open = { name, xpath, counts: new Map(), skip: false };
    if (inside || name === "iati-activity") {
      if (!inside) this.#elements = this.#characters = 0;
      if (++this.#elements > this.#limits.elements) throw this.#tooLarge(`one activity has more than ${this.#limits.elements} elements`);
      open.element = { name, attributes, xpath, children: [], text: "" };
      parent.element?.children.push(open.element);
    }
    this.#open.push(open);
  }

  #add(text: string): void {
    this.#hear();
    const { element, skip } = this.#open.at(-1) as Open;
    if (!element || skip) return;
    this.#characters += text.length;
    if (this.#characters > this.#limits.characters)
      throw this.#tooLarge(`one activity has more than ${this.#limits.characters} characters`);
    element.text += text;
  }

  #end(): void {
    this.#hear();
    const { element } = this.#open.pop() as Open;
    if (!element || (this.#open.at(-1) as Open).element) return;
    this.#found++;
    this.#finished.push(element);
  }
}
