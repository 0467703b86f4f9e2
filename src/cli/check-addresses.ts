import type { Placed } from "../importers/dataset/read.ts";
import type { Instrument } from "../registry/instrument.ts";
import type { Fault } from "../shared/problem.ts";

const AT_ONCE = 8;
const WAIT_MS = 15_000;

/** Asks for each source's address once (HEAD, then GET) and reports those that do not answer. Only on the user's word. */
export async function checkAddresses(instruments: readonly Placed<Instrument>[], say: (line: string) => void): Promise<Fault[]> {
  const places = instruments.flatMap((placed) => placed.value.sources.map((source, index) => ({ placed, index, address: source.address })));
  const addresses = [...new Set(places.map(({ address }) => address))];
  const silent = new Map<string, string>();
  let done = 0;
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let address = addresses.pop(); address; address = addresses.pop()) {
        const why = await whySilent(address);
        if (why) silent.set(address, why);
        done += 1;
        if (done % 25 === 0) say(`Asked ${done} addresses`);
      }
    }),
  );
  return places.flatMap(({ placed, index, address }) => {
    const why = silent.get(address);
    const path = ["sources", index, "address"];
    return why
      ? [
          {
            file: placed.file,
            line: placed.lineOf(path),
            at: path.join("."),
            message: `${address} ${why}; find its new address or an archived copy`,
          },
        ]
      : [];
  });
}

async function whySilent(address: string): Promise<string | undefined> {
  for (const method of ["HEAD", "GET"]) {
    try {
      const response = await fetch(address, { method, redirect: "follow", signal: AbortSignal.timeout(WAIT_MS) });
      await response.body?.cancel();
      if (response.ok) return undefined;
      if (method === "GET") return `answers ${response.status}`;
    } catch (error) {
      if (method === "GET")
        return `does not answer (${(error as Error).cause instanceof Error ? ((error as Error).cause as Error).message : (error as Error).message})`;
    }
  }
  return undefined;
}
