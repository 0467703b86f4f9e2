/** A run of text as a page holds it, in points; y grows downwards. */
export interface Run {
  text: string;
  x: number;
  /** of the baseline */
  y: number;
  width: number;
  size: number;
  rightToLeft: boolean;
}

/** One line of a column. `cells` are its pieces with wide gaps between them. */
export interface Line {
  text: string;
  cells: { text: string; x: number }[];
  left: number;
  right: number;
  y: number;
  size: number;
  rightToLeft: boolean;
}

/** The lines of one page in reading order: from top to bottom, a left column before the right one beside it. */
export function linesOfPage(runs: readonly Run[], width: number): Line[] {
  const rows = rowsOf(runs);
  const gutter = gutterOf(rows, width);
  if (gutter === undefined) return rows.map(lineOf);
  const [left, right, ordered]: [Run[][], Run[][], Line[]] = [[], [], []];
  const rightToLeft = runs.filter((run) => run.rightToLeft).length > runs.length / 2;
  const empty = () => {
    for (const column of rightToLeft ? [right, left] : [left, right]) ordered.push(...column.splice(0).map(lineOf));
  };
  for (const row of rows) {
    if (row.some(({ x, width }) => x < gutter && x + width > gutter)) {
      empty();
      ordered.push(lineOf(row));
      continue;
    }
    const before = row.filter(({ x }) => x < gutter);
    const behind = row.filter(({ x }) => x >= gutter);
    if (before.length > 0) left.push(before);
    if (behind.length > 0) right.push(behind);
  }
  empty();
  return ordered;
}

/** Runs whose baselines lie within half a letter of each other, rows from top to bottom. */
function rowsOf(runs: readonly Run[]): Run[][] {
  const rows: Run[][] = [];
  let at = Number.NEGATIVE_INFINITY;
  for (const run of [...runs].sort((a, b) => a.y - b.y)) {
    const row = rows.at(-1);
    if (row && run.y - at < 0.45 * Math.max(run.size, row[0]?.size ?? 0)) row.push(run);
    else {
      rows.push([run]);
      at = run.y;
    }
  }
  return rows.map((row) => row.sort((a, b) => a.x - b.x));
}

/** The middle of the empty strip between two columns: hardly any row crosses it, and many have text that fills either side. */
function gutterOf(rows: readonly Run[][], width: number): number | undefined {
  let best: { x: number; score: number } | undefined;
  for (let x = width * 0.35; x <= width * 0.65; x += 3) {
    let [crossing, left, right] = [0, 0, 0];
    for (const row of rows) {
      if (row.some((run) => run.x < x + 3 && run.x + run.width > x - 3)) {
        crossing++;
        continue;
      }
      const [before, behind] = [lengthOf(row, (run) => run.x < x), lengthOf(row, (run) => run.x > x)];
      if (before > width * 0.25) left++;
      if (behind > width * 0.25) right++;
    }
    if (left < 8 || right < 8 || crossing > (left + right) * 0.25) continue;
    if (!best || left + right - crossing > best.score) best = { x, score: left + right - crossing };
  }
  return best?.x;
}

function lengthOf(row: readonly Run[], wanted: (run: Run) => boolean): number {
  let length = 0;
  for (const run of row) if (wanted(run)) length += run.width;
  return length;
}

function lineOf(row: readonly Run[]): Line {
  const rightToLeft = lettersOf(row, true) > lettersOf(row, false);
  const ordered = rightToLeft ? fromTheRight(row) : row;
  const size = Math.max(...ordered.map((run) => run.size));
  const cells: Line["cells"] = [];
  let before: Run | undefined;
  for (const run of ordered) {
    const gap = before ? Math.max(run.x - before.x - before.width, before.x - run.x - run.width) : 0;
    const cell = cells.at(-1);
    if (!cell || gap > 2 * size) cells.push({ text: run.text, x: run.x });
    else cell.text += (gap > 0.15 * size ? " " : "") + run.text;
    before = run;
  }
  return {
    text: cells.map(({ text }) => text.trim()).join(" "),
    cells,
    left: Math.min(...row.map(({ x }) => x)),
    right: Math.max(...row.map(({ x, width }) => x + width)),
    y: row[0]?.y ?? 0,
    size,
    rightToLeft,
  };
}

/** Letters only: digits and signs go either way. */
function lettersOf(row: readonly Run[], rightToLeft: boolean): number {
  let letters = 0;
  for (const run of row) if (run.rightToLeft === rightToLeft && /\p{L}/u.test(run.text.slice(0, 200))) letters += run.text.length;
  return letters;
}

/** The runs of a line that is read from the right; words of a Latin name within keep their order. */
function fromTheRight(row: readonly Run[]): Run[] {
  const ordered: Run[] = [];
  const latin: Run[] = [];
  for (const run of [...row].reverse()) {
    if (run.rightToLeft) ordered.push(...latin.splice(0), run);
    else latin.unshift(run);
  }
  return [...ordered, ...latin];
}
