import { type DefaultTreeAdapterMap, defaultTreeAdapter, type DefaultTreeAdapterTypes as Html, parse, type TreeAdapter } from "parse5";
import { Problem, says } from "../../shared/problem.ts";

/** Browsers stop at 512. */
const DEEPEST = 512;
const MOST_NODES = 500_000;

/**
 * A page as the tree that browsers make of it, by the HTML standard. Nothing is fetched and no script is run.
 * @throws Problem too-large, where it is nested too deep or has too many elements: told while the tree grows
 */
export function htmlTree(text: string): Html.Document {
  const depths = new WeakMap<object, number>();
  let nodes = 0;
  const place = (parent: object, child: object) => {
    const depth = (depths.get(parent) ?? 0) + 1;
    depths.set(child, depth);
    if (depth > DEEPEST)
      throw new Problem("too-large", says`The page is nested deeper than ${DEEPEST} elements; expected a text. Save it as plain text.`);
    if (++nodes > MOST_NODES)
      throw new Problem("too-large", "The page has more than half a million elements; expected a text. Save it as plain text.");
  };
  const adapter: TreeAdapter<DefaultTreeAdapterMap> = {
    ...defaultTreeAdapter,
    appendChild(parent, child) {
      place(parent, child);
      defaultTreeAdapter.appendChild(parent, child);
    },
    insertBefore(parent, child, before) {
      place(parent, child);
      defaultTreeAdapter.insertBefore(parent, child, before);
    },
  };
  return parse(text, { treeAdapter: adapter });
}

export const isElement = (node: Html.Node): node is Html.Element => "tagName" in node;

export function attributeOf(element: Html.Element, name: string): string | undefined {
  return element.attrs.find((attribute) => attribute.name === name)?.value;
}

/** Every element of a name, in the order of the page. */
export function elementsNamed(root: Html.ParentNode, name: string): Html.Element[] {
  const found: Html.Element[] = [];
  const waiting: Html.Node[] = [...root.childNodes].reverse();
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (!isElement(node)) continue;
    if (node.tagName === name) found.push(node);
    for (let at = node.childNodes.length - 1; at >= 0; at--) waiting.push(node.childNodes[at] as Html.Node);
  }
  return found;
}
