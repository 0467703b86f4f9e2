import { closeSync, createWriteStream, mkdtempSync, openSync, readSync, renameSync, rmSync } from "node:fs";
import { get as getPlain, type IncomingMessage } from "node:http";
import { get as getSecure } from "node:https";
import { BlockList, isIP } from "node:net";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { isInner, publicOnly } from "../../measurement/facts/catalogue/reachable.ts";
import { Problem } from "../../shared/problem.ts";

const WAIT_MS = 300_000;
const MOST_REDIRECTS = 5;
const MOST_BYTES = 200_000_000;

export interface DownloadOptions {
  /** This machine (127.0.0.1, [::1]) may be asked too, by http or https; no other inner network ever. */
  loopback: boolean;
  maxBytes?: number;
}

export function isWebAddress(word: string): boolean {
  return /^https?:\/\//i.test(word);
}

/**
 * Fetches one address that the user named into a file, hands that to `read`, and removes it afterwards. Only https; every
 * step of a redirect is held to the same rules, and the address of a host is looked at as the connection is made.
 * @throws Problem invalid-input: an address that may not be asked; not-found: no answer, or not with a file; too-large
 */
export async function* withDownload<T>(
  address: string,
  options: DownloadOptions,
  read: (path: string) => AsyncGenerator<T>,
): AsyncGenerator<T> {
  const folder = mkdtempSync(join(tmpdir(), "openfirst-fetch-"));
  try {
    yield* read(await download(address, folder, options));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function download(address: string, folder: string, options: DownloadOptions): Promise<string> {
  const most = options.maxBytes ?? MOST_BYTES;
  let url = address;
  for (let step = 0; step <= MOST_REDIRECTS; step++) {
    checkAllowed(url, options);
    const answer = await ask(url).catch((cause: Error) => {
      throw new Problem("not-found", `${url} does not answer (${cause.message}); fetch the file yourself and name it.`, { cause });
    });
    const { statusCode = 0, headers } = answer;
    if (statusCode >= 300 && statusCode < 400 && headers.location && URL.canParse(headers.location, url)) {
      answer.destroy();
      url = new URL(headers.location, url).href;
    } else if (statusCode === 200) return keep(answer, join(folder, "file"), url, most);
    else {
      answer.destroy();
      throw new Problem("not-found", `${url} answers ${statusCode}; expected a file.`);
    }
  }
  throw new Problem("not-found", `${address} leads on more than ${MOST_REDIRECTS} times; name where the file really stands.`);
}

async function keep(answer: IncomingMessage, path: string, url: string, most: number): Promise<string> {
  let bytes = 0;
  const bounded = async function* (chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      bytes += chunk.length;
      if (bytes > most) throw new Problem("too-large", `${url} is larger than ${most} bytes; fetch it yourself and name the file.`);
      yield chunk;
    }
  };
  try {
    await pipeline(answer, bounded, createWriteStream(path, { mode: 0o600 }));
  } catch (cause) {
    if (cause instanceof Problem) throw cause;
    throw new Problem("not-found", `${url} broke off (${(cause as Error).message}); try again, or fetch the file yourself.`, { cause });
  }
  const named = join(path, "..", nameFor(url, path));
  renameSync(path, named);
  return named;
}

/** Readers go by the ending of a file: where the address has none that they know, what the file begins with decides. */
function nameFor(url: string, path: string): string {
  const name = basename(new URL(url).pathname)
    .replace(/[^\w.-]/g, "_")
    .slice(-100);
  if (/\.(?:json|ndjson|jsonl|ya?ml)(?:\.gz)?$/i.test(name)) return name;
  const file = openSync(path, "r");
  const start = Buffer.alloc(64);
  readSync(file, start, 0, 64, 0);
  closeSync(file);
  return /^[\ufeff\s]*[[{]/.test(start.toString("utf8")) ? "file.json" : "file.yml";
}

const own = new BlockList();
own.addSubnet("127.0.0.0", 8, "ipv4");
own.addAddress("::1", "ipv6");
const isOwn = (ip: string) => own.check(ip, isIP(ip) === 6 ? "ipv6" : "ipv4");

function checkAllowed(address: string, { loopback }: DownloadOptions): void {
  const { protocol, hostname, username, password } = new URL(address);
  const refuse = (why: string) => new Problem("invalid-input", `${address} is not fetched: ${why}.`);
  if (username || password) throw refuse("it carries a name or password; fetch the file yourself and name it");
  const ip = hostname.replace(/^\[|\]$/g, "");
  if (loopback && isIP(ip) && isOwn(ip)) return;
  if (protocol !== "https:") throw refuse("expected https (http of 127.0.0.1 with --loopback)");
  if (isIP(ip) && isInner(ip)) throw refuse("it belongs to an inner network");
}

function ask(address: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const get = address.startsWith("https:") ? getSecure : getPlain;
    const options = { lookup: publicOnly, signal: AbortSignal.timeout(WAIT_MS), headers: { "user-agent": "openfirst" } };
    get(address, options, resolve).on("error", reject);
  });
}
