/** Whole lines of a file. */
export interface Block {
  /** The number of its first line, 1-based. */
  firstLine: number;
  bytes: Buffer;
}

/**
 * A stream of bytes cut after line ends. A line longer than `limit` bytes is passed over unheld, and its number told to onLong.
 * A block may hold shorter lines than chunks or longer; it never holds half a line.
 */
export async function* readBlocks(chunks: AsyncIterable<Buffer>, limit: number, onLong: (line: number) => void): AsyncGenerator<Block> {
  let rest: Buffer[] = [];
  let held = 0;
  let line = 1;
  let passing = false;
  for await (const chunk of chunks) {
    let from = 0;
    if (passing) {
      const end = chunk.indexOf(10);
      if (end === -1) continue;
      from = end + 1;
      passing = false;
      line++;
    }
    const last = chunk.lastIndexOf(10) + 1;
    if (last > from) {
      const bytes = rest.length === 0 ? chunk.subarray(from, last) : Buffer.concat([...rest, chunk.subarray(from, last)]);
      yield { firstLine: line, bytes };
      line += linesOf(bytes);
      rest = [];
      held = 0;
      from = last;
    }
    held += chunk.length - from;
    if (held > limit) {
      onLong(line);
      rest = [];
      held = 0;
      passing = true;
    } else if (from < chunk.length) rest.push(chunk.subarray(from));
  }
  if (held > 0) yield { firstLine: line, bytes: Buffer.concat(rest) };
}

function linesOf(bytes: Buffer): number {
  let lines = 0;
  for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) lines++;
  return lines;
}

/** The lines of a block with their numbers, without their ends; blank ones are left out. */
export function* linesIn({ firstLine, bytes }: Block): Generator<{ number: number; line: Buffer }> {
  let number = firstLine;
  for (let start = 0; start < bytes.length; number++) {
    const end = bytes.indexOf(10, start);
    const line = bytes.subarray(start, end === -1 ? bytes.length : end);
    start += line.length + 1;
    if (line.length > 2 || line.toString("latin1").trim() !== "") yield { number, line };
  }
}
