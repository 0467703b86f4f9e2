import { writtenNumber } from "../written-number.ts";
import { within, type XmlElement } from "./xml.ts";

interface Level {
  start: number;
  format: string;
  /** "%1.%2" */
  text: string;
  /** the level whose next number begins this one again; 0 never */
  restart?: number;
  legal: boolean;
  style?: string;
}

/**
 * Word's automatic numbers, written out as Word shows them. Lists that share a definition count on together; a list that starts again says so at its
 * first use.
 *
 * @example numbering.next("3", 0) // "Article 4", where the definition's text is "Article %1"
 */
export class Numbering {
  readonly #definitions = new Map<string, Map<number, Level>>();
  readonly #lists = new Map<string, { definition: string; own: Map<number, Level>; starts: Map<number, number> }>();
  readonly #counts = new Map<string, (number | undefined)[]>();
  readonly #begun = new Set<string>();

  /** @param listOfStyle the list that a style of numbering names, for definitions that only refer to one */
  constructor(tree: XmlElement | undefined, listOfStyle: (style: string) => string | undefined = () => undefined) {
    const referring = new Map<string, string>();
    for (const element of tree?.children ?? []) {
      const { abstractNumId = "", numId = "" } = element.attributes;
      if (element.name === "abstractNum") {
        this.#definitions.set(abstractNumId, levelsOf(element));
        const style = within(element, "numStyleLink")?.attributes.val;
        if (style !== undefined) referring.set(abstractNumId, style);
      }
      if (element.name === "num") this.#lists.set(numId, listOf(element));
    }
    for (const [definition, style] of referring) {
      const meant = this.#lists.get(listOfStyle(style) ?? "")?.definition;
      const levels = meant === undefined ? undefined : this.#definitions.get(meant);
      if (levels) this.#definitions.set(definition, levels);
    }
  }

  /** The level of a list that a style is tied to. */
  levelOfStyle(numId: string, style: string | undefined): number | undefined {
    const levels = this.#definitions.get(this.#lists.get(numId)?.definition ?? "");
    return [...(levels ?? [])].find(([, level]) => style !== undefined && level.style === style)?.[0];
  }

  /** The number of the next paragraph at a level, counted from 0; "•" of a bullet, empty of what has no number. */
  next(numId: string, at: number): string {
    const list = this.#lists.get(numId);
    const levels = list && this.#definitions.get(list.definition);
    if (!list || !levels) return "";
    const levelAt = (index: number) => list.own.get(index) ?? levels.get(index);
    const level = levelAt(at);
    if (!level) return "";
    const counts = this.#counts.get(list.definition) ?? [];
    this.#counts.set(list.definition, counts);
    const start = list.starts.get(at);
    if (start !== undefined && !this.#begun.has(`${numId} ${at}`)) counts[at] = start - 1;
    this.#begun.add(`${numId} ${at}`);
    counts[at] = (counts[at] ?? level.start - 1) + 1;
    for (let deeper = at + 1; deeper < 9; deeper++) {
      const restart = levelAt(deeper)?.restart;
      if (restart === undefined || (restart > 0 && at < restart)) counts[deeper] = undefined;
    }
    if (level.format === "bullet") return "•";
    return level.text.replace(/%([1-9])/g, (_, digit: string) => {
      const named = levelAt(Number(digit) - 1);
      const count = counts[Number(digit) - 1] ?? named?.start ?? 1;
      return writtenNumber(count, level.legal && digit !== String(at + 1) ? "decimal" : (named?.format ?? "decimal"));
    });
  }
}

function levelsOf(parent: XmlElement): Map<number, Level> {
  return new Map(
    parent.children.filter(({ name }) => name === "lvl").map((element) => [Number(element.attributes.ilvl), levelOf(element)]),
  );
}

function levelOf(element: XmlElement): Level {
  const value = (name: string) => within(element, name)?.attributes.val;
  const restart = value("lvlRestart");
  const style = value("pStyle");
  return {
    start: bounded(value("start") ?? "1"),
    format: value("numFmt") ?? "decimal",
    text: (value("lvlText") ?? "").slice(0, 100),
    legal: within(element, "isLgl") !== undefined,
    ...(restart === undefined ? {} : { restart: bounded(restart) }),
    ...(style === undefined ? {} : { style }),
  };
}

function listOf(element: XmlElement) {
  const own = new Map<number, Level>();
  const starts = new Map<number, number>();
  for (const override of element.children.filter(({ name }) => name === "lvlOverride")) {
    const at = Number(override.attributes.ilvl);
    const start = within(override, "startOverride")?.attributes.val;
    const level = within(override, "lvl");
    if (start !== undefined) starts.set(at, bounded(start));
    if (level) own.set(at, levelOf(level));
  }
  return { definition: within(element, "abstractNumId")?.attributes.val ?? "", own, starts };
}

const bounded = (value: string): number => Math.min(1_000_000, Math.max(0, Number.parseInt(value, 10) || 0));
