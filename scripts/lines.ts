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
    const lines = linesOfElements(text);
    return ({ xpath }) => (xpath === undefined ? undefined : lines.get(xpath.replace(/\/@[\w:-]+$/, "")));
  }
  return () => undefined;
}

const unescaped = (part: string) => part.replaceAll("~1", "/").replaceAll("~0", "~");

/** "/root/child[1]/grandchild[2]" → the line on which that element begins. */
function linesOfElements(text: string): Map<string, number> {
  const lines = new Map<string, number>();
  const open = [{ path: "", counts: new Map<string, number>() }];
  const parser = new SaxesParser({ xmlns: false });
  parser.on("opentagstart", ({ name }) => {
    const parent = open.at(-1) ?? { path: "", counts: new Map<string, number>() };
    const count = (parent.counts.get(name) ?? 0) + 1;
    parent.counts.set(name, count);
    const path = `${parent.path}/${name}${open.length === 1 ? "" : `[${count}]`}`;
    lines.set(path, parser.line);
    open.push({ path, counts: new Map() });
  });
  parser.on("closetag", () => open.pop());
  parser.write(text).close();
  return lines;
}
