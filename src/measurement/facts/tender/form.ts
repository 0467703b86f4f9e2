const HEAD = 1 << 20;

/** XML, one JSON document, or a JSON value a line. */
export type Form = "xml" | "document" | "lines";

/**
 * Which form a file has, by its beginning: "<" is XML; a first line that is a JSON value of its own, or a name that ends as such files
 * do, means lines. The chunks are given back whole.
 */
export async function formOf(chunks: AsyncGenerator<Buffer>, path: string): Promise<{ form: Form; chunks: AsyncIterable<Buffer> }> {
  const head: Buffer[] = [];
  let size = 0;
  let ended = false;
  while (!ended && size < HEAD) {
    const next = await chunks.next();
    if (next.done) ended = true;
    else {
      head.push(next.value);
      size += next.value.length;
    }
  }
  const form = formFrom(Buffer.concat(head), path, ended);
  return { form, chunks: chain(head, chunks, ended) };
}

async function* chain(head: Buffer[], rest: AsyncGenerator<Buffer>, ended: boolean): AsyncGenerator<Buffer> {
  try {
    yield* head.splice(0);
    if (!ended) yield* rest;
  } finally {
    await rest.return(undefined);
  }
}

function formFrom(head: Buffer, path: string, whole: boolean): Form {
  const begin = head
    .toString("latin1", 0, 4096)
    .replace(/^(?:ï»¿|ÿþ)/, "")
    .trimStart();
  if (begin.startsWith("<")) return "xml";
  if (/\.(?:jsonl|ndjson)(?:\.gz)?$/i.test(path)) return "lines";
  const [first = "", ...others] = head
    .toString("utf8")
    .replace(/^\ufeff/, "")
    .split("\n", 6)
    .map((line) => line.trim())
    .filter((line) => line.length > 2);
  const more = others.length > 0 || !whole;
  return (isObject(first) && more) || others.filter(isObject).length > 1 ? "lines" : "document";
}

function isObject(line: string): boolean {
  if (!line.startsWith("{") || !line.endsWith("}")) return false;
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}
