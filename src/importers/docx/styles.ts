import { within, type XmlElement } from "./xml.ts";

/** What a style of paragraphs says that concerns reading. */
export interface ParagraphStyle {
  name: string;
  /** 0 is the outermost; 9 is body text */
  outline?: number | undefined;
  numId?: string | undefined;
  level?: number | undefined;
}

/** How styles say what a paragraph is, with what each takes over from the one it is based on. */
export function readStyles(tree: XmlElement | undefined): (id: string | undefined) => ParagraphStyle {
  const styles = new Map<string, XmlElement>();
  let usual: string | undefined;
  for (const style of tree?.children ?? []) {
    const { styleId, type, default: isDefault } = style.attributes;
    if (style.name !== "style" || type !== "paragraph" || styleId === undefined) continue;
    styles.set(styleId, style);
    if (isDefault === "1" || isDefault === "true") usual = styleId;
  }
  const known = new Map<string | undefined, ParagraphStyle>();
  return function styleOf(id) {
    const held = known.get(id);
    if (held) return held;
    const style: ParagraphStyle = { name: "" };
    let at = styles.get(id ?? usual ?? "");
    for (let depth = 0; at && depth < 20; depth++) {
      const name = within(at, "name")?.attributes.val?.toLowerCase() ?? "";
      const properties = within(at, "pPr");
      style.name ||= name;
      style.outline ??= numberOf(within(properties, "outlineLvl")) ?? outlineOf(name);
      style.numId ??= within(properties, "numPr", "numId")?.attributes.val;
      style.level ??= numberOf(within(properties, "numPr", "ilvl"));
      at = styles.get(within(at, "basedOn")?.attributes.val ?? "");
    }
    known.set(id, style);
    return style;
  };
}

/** Word's own names of styles are English in every language. */
function outlineOf(name: string): number | undefined {
  if (name === "title") return 0;
  const heading = /^heading ([1-9])$/.exec(name);
  return heading ? Number(heading[1]) - 1 : undefined;
}

function numberOf(element: XmlElement | undefined): number | undefined {
  const value = Number.parseInt(element?.attributes.val ?? "", 10);
  return value >= 0 && value < 100 ? value : undefined;
}
