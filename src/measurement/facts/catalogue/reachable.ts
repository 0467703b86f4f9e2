import { lookup } from "node:dns";
import { get as getPlain, type IncomingMessage, type RequestOptions } from "node:http";
import { get as getSecure } from "node:https";
import { BlockList, isIP, type LookupFunction } from "node:net";

const WAIT_MS = 15_000;
const MOST_REDIRECTS = 5;

/** Networks that are nobody's public web site (IANA special-purpose registries). */
const inner = new BlockList();
for (const [network, length] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3],
] as const)
  inner.addSubnet(network, length, "ipv4");
for (const [network, length] of [
  ["::", 96],
  ["64:ff9b::", 96],
  ["100::", 64],
  ["2001:db8::", 32],
  ["fc00::", 7],
  ["fe80::", 10],
  ["ff00::", 8],
] as const)
  inner.addSubnet(network, length, "ipv6");

/** Whether an IP address is of a machine's own, private or otherwise special network. An IPv4 address in IPv6 writing is taken for what it is. */
export function isInner(ip: string): boolean {
  return inner.check(ip, isIP(ip) === 6 ? "ipv6" : "ipv4");
}

/**
 * Asks a web address once (HEAD, then GET where that is refused) and says why it does not answer; undefined where it does. Only http and
 * https, at most five redirects, 15 seconds a request, and never an inner network: the name's IP address is checked as the connection is made.
 */
export async function whyUnreachable(address: string): Promise<string | undefined> {
  const deadline = Date.now() + 2 * WAIT_MS;
  let url = address;
  let method: "HEAD" | "GET" = "HEAD";
  for (let step = 0; step <= MOST_REDIRECTS; step++) {
    if (Date.now() > deadline) return "does not answer in time";
    const refusal = whyRefused(url);
    if (refusal) return refusal;
    let answer: { status: number; location?: string };
    try {
      answer = await ask(url, method);
    } catch (error) {
      if (method === "GET") return `does not answer (${(error as Error).message.slice(0, 120)})`;
      method = "GET";
      continue;
    }
    if (answer.status < 300) return undefined;
    if (answer.status < 400 && answer.location !== undefined && URL.canParse(answer.location, url))
      url = new URL(answer.location, url).href;
    else if (method === "HEAD") method = "GET";
    else return `answers ${answer.status}`;
  }
  return `redirects more than ${MOST_REDIRECTS} times`;
}

function whyRefused(address: string): string | undefined {
  if (!URL.canParse(address)) return "is no address";
  const { protocol, hostname } = new URL(address);
  if (protocol !== "http:" && protocol !== "https:") return "is not asked: only http and https are";
  const ip = hostname.replace(/^\[|\]$/g, "");
  return isIP(ip) && isInner(ip) ? "is not asked: it belongs to an inner network" : undefined;
}

function ask(address: string, method: "HEAD" | "GET"): Promise<{ status: number; location?: string }> {
  return new Promise((resolve, reject) => {
    const options: RequestOptions = {
      method,
      lookup: publicOnly,
      signal: AbortSignal.timeout(WAIT_MS),
      headers: { "user-agent": "openfirst" },
    };
    const answered = ({ statusCode = 0, headers: { location } }: IncomingMessage) => {
      resolve({ status: statusCode, ...(location !== undefined && { location }) });
      request.destroy();
    };
    const request = (address.startsWith("https:") ? getSecure : getPlain)(address, options, answered);
    request.on("error", reject);
  });
}

/** Looks a name up and refuses it where any of its addresses is inner. */
export const publicOnly: LookupFunction = (name, options, tell) => {
  lookup(name, { ...options, all: true }, (error, found) => {
    const bad = found?.find(({ address }) => isInner(address));
    if (error || bad || found.length === 0) return tell(error ?? new Error("it belongs to an inner network"), "", 4);
    return options.all ? tell(null, found) : tell(null, found[0]?.address ?? "", found[0]?.family ?? 4);
  });
};
