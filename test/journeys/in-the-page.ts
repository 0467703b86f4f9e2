import type { Page } from "playwright-core";

// What runs inside the page stands here as text: the types of this program know Node, not a browser's document, and should not.

export interface Seen {
  lang: string;
  dir: string;
  /** the direction that the style sheet leaves in force */
  computed: string;
  title: string;
  headings: string[];
  /** the type of each script element */
  scripts: string[];
  /** how many elements carry code in an attribute, such as onclick */
  handlers: number;
  words: string[];
  firstLink: string;
}

export function seen(page: Page): Promise<Seen> {
  return page.evaluate<Seen>(`({
    lang: document.documentElement.lang,
    dir: document.documentElement.dir,
    computed: getComputedStyle(document.body).direction,
    title: document.title,
    headings: [...document.querySelectorAll("h1")].map((heading) => heading.innerText.trim()),
    scripts: [...document.scripts].map((script) => script.type),
    handlers: [...document.querySelectorAll("*")].filter((element) => [...element.attributes].some(({ name }) => name.startsWith("on"))).length,
    words: document.body.innerText.split(/\\s+/),
    firstLink: document.querySelector("a").innerText,
  })`);
}

/** The first elements that stick out of the window, where the page can be pushed sideways. */
export function stickingOut(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const out = [...document.querySelectorAll("body *")].filter((element) => {
      const { left, right } = element.getBoundingClientRect();
      return !element.closest(".scroll") && (right > clientWidth + 1 || left < -1);
    });
    return [scrollWidth + " pixels", ...out.slice(0, 4).map((element) => element.outerHTML.slice(0, 160))];
  })()`);
}

/** Every address of this site that the page points to, with its fragment: what a reader may follow, and what a program may. */
export function linksOf(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(
    `[...document.querySelectorAll("a[href], link[href]")].map((link) => link.href).filter((href) => href.startsWith(location.origin + "/"))`,
  );
}

export interface Focus {
  tag: string;
  /** the words of what has the focus, or the label of a field */
  name: string;
  /** true where its outline can be seen and it lies within the window */
  visible: boolean;
}

export function focus(page: Page): Promise<Focus> {
  return page.evaluate<Focus>(`(() => {
    const element = document.activeElement;
    const style = getComputedStyle(element);
    const { top, bottom, left, right, width, height } = element.getBoundingClientRect();
    const inside = bottom > 0 && right > 0 && top < innerHeight && left < innerWidth && width > 0 && height > 0;
    return {
      tag: element.tagName.toLowerCase(),
      name: (element.labels?.[0]?.innerText ?? element.innerText ?? "").trim(),
      visible: inside && style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    };
  })()`);
}
