import { type ChildProcess, spawn } from "node:child_process";
import autocannon from "autocannon";
import { median, type Row, row } from "./measure.ts";

/** Starts the server to measure and waits until it answers. */
async function startServer(environment: NodeJS.ProcessEnv): Promise<{ address: string; child: ChildProcess }> {
  const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", "--import", "tsx", "bench/server.ts"], {
    env: environment,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const port = await new Promise<string>((resolve, reject) => {
    child.stdout.on("data", (chunk: Buffer) => {
      const found = /ready (\d+)/.exec(chunk.toString())?.[1];
      if (found) resolve(found);
    });
    child.once("exit", (code) => reject(new Error(`the server ended with ${code}`)));
  });
  return { address: `http://127.0.0.1:${port}`, child };
}

async function requestsPerSecond(url: string): Promise<number> {
  const result = await autocannon({ url, connections: 16, duration: 4, headers: { "accept-encoding": "br" } });
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${url} failed ${result.non2xx + result.errors} times`);
  return result.requests.average;
}

/** The instruments page against the same bytes from memory, in turn; then many different searches at once, watching the event loop. */
export async function measureServing(environment: NodeJS.ProcessEnv, words: readonly string[], name: string): Promise<Row[]> {
  const { address, child } = await startServer(environment);
  try {
    const page: number[] = [];
    const memory: number[] = [];
    for (const path of ["/en/instruments", "/from-memory?of=/en/instruments"]) await (await fetch(`${address}${path}`)).text();
    for (let round = 0; round < 3; round += 1) {
      page.push(await requestsPerSecond(`${address}/en/instruments`));
      memory.push(await requestsPerSecond(`${address}/from-memory?of=/en/instruments`));
    }
    const share = median(page) / median(memory);
    await fetch(`${address}/delay`);
    const searches = words
      .slice(0, 40)
      .map((word, index) => `${address}/en/instruments?q=${encodeURIComponent(word)}${index % 2 ? "&region=europe" : ""}`);
    const queue = [...searches];
    await Promise.all(
      Array.from({ length: 4 }, async () => {
        for (let next = queue.pop(); next; next = queue.pop()) if (!(await fetch(next)).ok) throw new Error(`${next} failed`);
      }),
    );
    const delay = (await (await fetch(`${address}/delay`)).json()) as { p99: number; max: number };
    return [
      row(
        `${name}: instruments page against the same bytes from memory`,
        `${median(page).toFixed(0)} against ${median(memory).toFixed(0)} requests a second = ${share.toFixed(2)}`,
        "≥ 0.5",
        share >= 0.5,
        share,
      ),
      row(
        `${name}: event-loop delay while ${searches.length} different searches run, four at a time`,
        `longest ${delay.max.toFixed(0)} ms, p99 ${delay.p99.toFixed(0)} ms`,
        "< 50 ms",
        delay.max < 50,
      ),
    ];
  } finally {
    child.kill("SIGTERM");
  }
}
