// On which line of a JSON or XML file a place stands that is given by pointer or path.
import { SaxesParser } from "saxes";
import type { Place } from "../src/measurement/fact.ts";
import { readYaml } from "../src/shared/yaml.ts";

/**
 * @param text the whole file
 * @example linesOf("code.json", text)({ pointer: "/releases/0/name" }) // 12
 */
export function linesOf(file: string, text: string): (place: Place) => number | undefined {
  if (/\.json$/i.test(file)) {
    const { lineOf } = readYaml(text, file);
    return ({ pointer }) => (pointer === undefined ? undefined : lineOf(pointer.split("/").slice(1).map(unescaped)));
  }
  if (/\.xml$/i.test(file)) {
    const elements = elementsOf(text);
    return ({ xpath, start }) => lineIn(elements.get(xpath?.replace(/\/@[\w:-]+$/, "") ?? ""), start);
  }
  return () => undefined;
}

const unescaped = (part: string) => part.replaceAll("~1", "/").replaceAll("~0", "~");

interface Element {
  /** On which it begins, and on which its text does. */
  line: number;
  textLine: number;
  text: string;
}

function lineIn(element: Element | undefined, start: number | undefined): number | undefined {
  return element && start !== undefined ? element.textLine + element.text.slice(0, start).split("\n").length - 1 : element?.line;
}

/** By path: "/root/child[1]/grandchild[2]". */
function elementsOf(text: string): Map<string, Element> {
  const elements = new Map<string, Element>();
  const root = { path: "", counts: new Map<string, number>(), element: { line: 1, textLine: 1, text: "" } };
  const open = [root];
  const here = () => open.at(-1) ?? root;
  const parser = new SaxesParser({ xmlns: false });
  parser.on("opentagstart", ({ name }) => {
    const { path, counts } = here();
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    const own = { path: `${path}/${name}${open.length === 1 ? "" : `[${count}]`}`, counts: new Map<string, number>() };
    const element = { line: parser.line, textLine: parser.line, text: "" };
    elements.set(own.path, element);
    open.push({ ...own, element });
  });
  parser.on("opentag", () => {
    here().element.textLine = parser.line;
  });
  const addText = (more: string) => {
    here().element.text += more;
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.on("closetag", () => open.pop());
  parser.write(text).close();
  return elements;
}
