// How fast tenders are read and judged, beside Node's own parser, gunzip, jq and DuckDB, in one run.
// As it is shipped, from a bundle:
// npx esbuild bench/tenders.ts --bundle --packages=external --platform=node --format=esm --outfile=dist/bench-tenders.js && node dist/bench-tenders.js
// BENCH_ROUNDS (3), BENCH_MB (100), BENCH_LARGE_MB (absent; 5000 shows that memory stays flat), BENCH_DUCKDB (where @duckdb/node-api lies; not a dependency),
// BENCH_COMMANDS (absent; 1 also runs two commands on two files, after `npm run build`).
import { execFile, execFileSync } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, createReadStream, createWriteStream, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { basename, join } from "node:path";
import { finished } from "node:stream/promises";
import { promisify } from "node:util";
import { createGunzip, gzipSync } from "node:zlib";
import { linesIn, readBlocks } from "../src/measurement/facts/tender/blocks.ts";
import { observeTenders } from "../src/measurement/facts/tender/observe.ts";
import { packageRoot } from "../src/shared/package-root.ts";
import { median, printTable, type Row, row, times } from "./measure.ts";

if (process.argv[2] === "peak") {
  let tenders = 0;
  for await (const _ of observeTenders(process.argv[3] ?? "", { onFault: () => {} })) tenders++;
  console.log(JSON.stringify({ tenders, peak: process.resourceUsage().maxRSS / 1024 }));
  process.exit();
}

const real = join(packageRoot, "../shared/data/procurement/ocds-uk");
const megabytes = Number(process.env.BENCH_MB ?? 100);
const folder = mkdtempSync(join(tmpdir(), "openfirst-bench-tenders-"));
const plain = join(folder, "releases.ndjson");
const packed = `${plain}.gz`;

/** Real releases again and again, each with an id of its own. */
function write(): number {
  const files = ["releases-England.jsonl", "releases-Scotland.jsonl", "releases-Wales.jsonl"];
  const lines = files.flatMap((file) => readFileSync(join(real, file), "utf8").split("\n").filter(Boolean));
  const parts: string[] = [];
  let size = 0;
  for (let index = 0; size < megabytes * 1e6; index++) {
    const line = (lines[index % lines.length] as string).replace(/"ocid": ?"[^"]*/, (ocid) => `${ocid}-${index}`);
    parts.push(line, "\n");
    size += Buffer.byteLength(line) + 1;
  }
  const content = Buffer.from(parts.join(""));
  writeFileSync(plain, content);
  writeFileSync(packed, gzipSync(content, { level: 6 }));
  return parts.length / 2;
}

interface Taken {
  wall: number;
  cpu: number;
}

async function taken(work: () => Promise<unknown>): Promise<Taken> {
  const [begun, used] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(used);
  return { wall: (performance.now() - begun) / 1000, cpu: (user + system) / 1e6 };
}

const best = (runs: readonly Taken[]): Taken => ({
  wall: Math.min(...runs.map(({ wall }) => wall)),
  cpu: Math.min(...runs.map(({ cpu }) => cpu)),
});

/** What each took in every round, in seconds. All take turns, as this machine has other work that comes and goes. */
async function inTurns<K extends string>(works: Record<K, () => Promise<unknown>>): Promise<Record<K, Taken[]>> {
  const runs = Object.fromEntries(Object.keys(works).map((name) => [name, []])) as unknown as Record<K, Taken[]>;
  for (let round = 0; round < Number(process.env.BENCH_ROUNDS ?? 3); round++)
    for (const name in works) runs[name].push(await taken(works[name]));
  return runs;
}

async function parseAll(chunks: AsyncIterable<Buffer>): Promise<number> {
  let parsed = 0;
  for await (const block of readBlocks(chunks, 16e6, () => {}))
    for (const { line } of linesIn(block)) if (JSON.parse(line.toString("utf8")) !== null) parsed++;
  return parsed;
}

async function judgeAll(path: string): Promise<number> {
  let software = 0;
  for await (const { facts } of observeTenders(path)) if (facts.software === true) software++;
  return software;
}

const gunzipped = () => createReadStream(packed).pipe(createGunzip());
const releases = write();
const size = statSync(plain).size / 1e6;
console.log(
  `${releases} releases, ${size.toFixed(0)} MB plain, ${(statSync(packed).size / 1e6).toFixed(0)} MB gzip; Node ${process.versions.node}; ${cpus().length} × ${cpus()[0]?.model}`,
);

const rows: Row[] = [];
const speed = (runs: readonly Taken[]): string => {
  const { wall, cpu } = best(runs);
  return `${(size / wall).toFixed(0)} MB/s (${(size / cpu).toFixed(0)} MB per second of processor)`;
};
const all = await inTurns({
  floor: () => parseAll(createReadStream(plain)),
  plain: () => judgeAll(plain),
  unpacking: async () => {
    for await (const _ of gunzipped()) void _;
  },
  packedFloor: () => parseAll(gunzipped()),
  gzip: () => judgeAll(packed),
});
rows.push(row("Node parses the same lines", speed(all.floor), "the floor", true));
rows.push(row("Node unpacks the gzip", speed(all.unpacking), "none", true));
rows.push(row("Node unpacks and parses", speed(all.packedFloor), "none", true));
for (const [what, one, against] of [
  ["plain", all.plain, all.floor],
  ["gzip", all.gzip, all.packedFloor],
] as const) {
  const ratio = median(one.map(({ cpu }, round) => (against[round] as Taken).cpu / cpu));
  rows.push(
    row(
      `tenders read and judged, ${what}`,
      `${speed(one)} at best; ${times(ratio)} the parser's rate, median of rounds`,
      "≥ 1 ×",
      ratio >= 1,
      ratio,
    ),
  );
}
console.log(`load of the machine: ${loadavg().map((load) => load.toFixed(1)).join(", ")}`); // biome-ignore format: one rule
rows.push(await jq(), await duckdb());
if (process.env.BENCH_COMMANDS) rows.push(await twoCommands(plain), await twoCommands(packed));
if (process.env.BENCH_LARGE_MB) rows.push(...(await memory(Number(process.env.BENCH_LARGE_MB))));
printTable(rows);
rmSync(folder, { recursive: true });

async function jq(): Promise<Row> {
  const filter = 'select(.tender.classification.id // "" | test("^(48|72)")) | .ocid';
  try {
    const { jq } = await inTurns({ jq: async () => execFileSync("jq", ["-c", filter, plain], { maxBuffer: 1e9 }) });
    return row("jq picks the codes of software", `${(size / best(jq).wall).toFixed(0)} MB/s`, "none", true);
  } catch {
    return row("jq", "is not installed", "none", undefined);
  }
}

/** With a written schema, as it is fastest; it reads codes and titles and judges no text. */
async function duckdb(): Promise<Row> {
  const name = process.env.BENCH_DUCKDB ?? "@duckdb/node-api";
  try {
    const { DuckDBInstance } = await import(name);
    const connection = await (await DuckDBInstance.create(":memory:", { threads: "1" })).connect();
    const query = (path: string) =>
      `SELECT count(*) FROM read_json('${path}', format='newline_delimited', maximum_object_size=16000000, columns={ocid:'VARCHAR', tender:'STRUCT(title VARCHAR, classification STRUCT(id VARCHAR))'}) WHERE regexp_matches(tender.classification.id, '^(48|72)')`;
    const { straight, unpacked } = await inTurns({
      straight: () => connection.run(query(plain)),
      unpacked: () => connection.run(query(packed)),
    });
    return row(
      "DuckDB, one thread, picks the codes of software",
      `plain ${(size / best(straight).wall).toFixed(0)} MB/s, gzip ${(size / best(unpacked).wall).toFixed(0)} MB/s`,
      "none",
      true,
    );
  } catch (error) {
    return row("DuckDB", `not measured: ${(error as Error).message.slice(0, 60)}`, "none", undefined);
  }
}

/**
 * Two commands beside each other, each on a file of its own, against one after the other, by the clock. Mind: among other programs two get twice
 * the share of one, so that only a machine without others tells what two cores are good for.
 */
async function twoCommands(path: string): Promise<Row> {
  const other = join(folder, `other-${basename(path)}`);
  copyFileSync(path, other);
  const program = join(packageRoot, "bin/openfirst.js");
  const check = (file: string) =>
    promisify(execFile)(process.execPath, [program, "check", "tenders", file, "--fail-on", "never", "--output", `${file}.txt`]);
  const { apart, together } = await inTurns({
    apart: async () => {
      await check(path);
      await check(other);
    },
    together: () => Promise.all([check(path), check(other)]),
  });
  const ratio = median(apart.map(({ wall }, round) => wall / (together[round] as Taken).wall));
  const [slow, quick] = [best(apart).wall, best(together).wall];
  return row(
    `two commands on two files, ${basename(path)}`,
    `${slow.toFixed(1)} s one after the other, ${quick.toFixed(1)} s together; ${times(ratio)}, median of rounds`,
    "≥ 1.6 ×",
    ratio >= 1.6,
    ratio,
  );
}

/** The peak of a process of its own, on the file once and on its content often enough. */
async function memory(large: number): Promise<Row[]> {
  const rows: Row[] = [];
  for (const short of [packed, plain]) {
    const long = join(folder, `long-${basename(short)}`);
    const into = createWriteStream(long);
    const content = readFileSync(short);
    for (let written = 0; written < large; written += size) if (!into.write(content)) await once(into, "drain");
    into.end();
    await finished(into);
    const [one, many] = [short, long].map((path) => peakOf(path)) as [Peak, Peak];
    rmSync(long);
    const ratio = many.peak / one.peak;
    rows.push(
      row(
        `peak of memory, ${size.toFixed(0)} MB against ${large} MB, ${basename(short)}`,
        `${one.peak.toFixed(0)} against ${many.peak.toFixed(0)} MB (${many.tenders} tenders)`,
        "≤ 1.3 ×",
        ratio <= 1.3,
        ratio,
      ),
    );
  }
  return rows;
}

interface Peak {
  tenders: number;
  peak: number;
}

function peakOf(path: string): Peak {
  const command = [...process.execArgv, process.argv[1] as string, "peak", path];
  return JSON.parse(execFileSync(process.execPath, command, { encoding: "utf8" })) as Peak;
}
