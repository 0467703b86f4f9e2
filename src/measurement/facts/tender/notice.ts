/** What a text is about, as far as its place in the notice says. */
export type Field = "title" | "description" | "lot" | "item" | "criterion" | "terms" | "procedure" | "planning" | "award" | "contract";

export interface NoticeText {
  field: Field;
  /** Pointer or XPath, as the notice's `path` says. */
  at: string;
  text: string;
}

export interface NoticeCode {
  /** "CPV", "UNSPSC" or the scheme as the notice names it. */
  scheme: string;
  /** Digits without check digit where the scheme is CPV. */
  id: string;
  /** main: of the whole notice; item: of an item or lot, or a further code. */
  rank: "main" | "item";
  at: string;
}

export type Stage = "planning" | "tender" | "award" | "contract";
export type Method = "open" | "selective" | "limited" | "direct";

/** One value and the place it stands at. */
export interface Stated<T> {
  value: T;
  at: string;
}

/** One procedure as its notice tells it, whatever the format. An absent field is one that the notice does not give. */
export interface Notice {
  /** Where it was read: of a file, or of one line of it. */
  file: string;
  line?: number;
  path: "pointer" | "xpath";
  id: string;
  address?: string;
  title?: Stated<string>;
  buyer?: Stated<string>;
  buyers?: number;
  country?: Stated<string>;
  language?: Stated<string>;
  date?: Stated<string>;
  stage?: Stated<Stage>;
  method?: Stated<Method>;
  /** Offers received; the most for any one lot. A reason in words where the notice's number cannot be right. */
  bidders?: Stated<number>;
  doubtfulBidders?: string;
  amount?: Stated<number>;
  currency?: Stated<string>;
  documents: number;
  texts: NoticeText[];
  codes: NoticeCode[];
}

/** What one notice says in several releases: the latest value of each field, every text and code once. Mind: oldest first. */
export function merge(notices: readonly Notice[]): Notice {
  const inOrder = [...notices].sort((one, other) => compare(one.date?.value ?? "", other.date?.value ?? ""));
  const merged = Object.assign({}, ...inOrder) as Notice;
  merged.documents = Math.max(...inOrder.map((notice) => notice.documents));
  merged.texts = unique(
    inOrder.flatMap((notice) => notice.texts),
    (text) => text.text,
  );
  merged.codes = unique(
    inOrder.flatMap((notice) => notice.codes),
    (code) => `${code.scheme} ${code.id} ${code.rank}`,
  );
  return merged;
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

function unique<T>(values: readonly T[], key: (value: T) => string): T[] {
  const first = new Map<string, T>();
  for (const value of values) if (!first.has(key(value))) first.set(key(value), value);
  return [...first.values()];
}
