import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

interface Held {
  generation: string;
  status: 200;
  headers: Record<string, string>;
  bodies: Partial<Record<Encoding, Uint8Array<ArrayBuffer>>>;
  size: number;
}

type Encoding = "identity" | "gzip" | "br";

/**
 * Finished answers by address, until the registry or the day changes. Answers depend on nothing but the address, the registry and today:
 * there are no cookies and no sessions on what is cached.
 */
export class PageCache {
  readonly #held = new Map<string, Held>();
  readonly #inTheMaking = new Map<string, Promise<void>>();
  readonly #most: number;
  #size = 0;

  constructor(mostBytes = 64_000_000) {
    this.#most = mostBytes;
  }

  /** The held answer for an address, in the encoding asked for; nothing where it is not held or the registry changed. */
  async answer(key: string, generation: string, request: Request): Promise<Response | undefined> {
    const held = this.#held.get(key);
    if (!held) return undefined;
    if (held.generation !== generation) {
      this.#drop(key, held);
      return undefined;
    }
    this.#held.delete(key);
    this.#held.set(key, held);
    return respond(held, request);
  }

  /** Holds an answer and gives it back, compressed as asked for. Only successful, complete answers come here. */
  async hold(key: string, generation: string, response: Response, request: Request): Promise<Response> {
    const body = new Uint8Array(await response.arrayBuffer());
    const headers = Object.fromEntries(response.headers);
    headers.etag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
    headers["cache-control"] = "public, max-age=0, must-revalidate";
    headers.vary = [headers.vary, "Accept-Encoding"].filter(Boolean).join(", ");
    // Twice the body: room for its compressed forms.
    const held: Held = { generation, status: 200, headers, bodies: { identity: body }, size: body.length * 2 + 500 };
    if (held.size < this.#most / 8) {
      this.#held.set(key, held);
      this.#size += held.size;
      for (const [oldest, entry] of this.#held) {
        if (this.#size <= this.#most) break;
        this.#drop(oldest, entry);
      }
    }
    return respond(held, request);
  }

  /**
   * Whose turn it is to make an answer: the first who asks gets "done" to call when it is made, those who ask for the same
   * meanwhile get a promise to wait for. So a crowd that asks for one page costs as much as one reader.
   */
  takeTurn(key: string): { wait: Promise<void> } | { done: () => void } {
    const wait = this.#inTheMaking.get(key);
    if (wait) return { wait };
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#inTheMaking.set(key, promise);
    return {
      done: () => {
        this.#inTheMaking.delete(key);
        resolve();
      },
    };
  }

  #drop(key: string, held: Held): void {
    if (this.#held.delete(key)) this.#size -= held.size;
  }
}

async function respond(held: Held, request: Request): Promise<Response> {
  const wanted = request.headers.get("if-none-match");
  if (wanted?.split(",").some((tag) => tag.trim() === "*" || tag.trim().replace(/^W\//, "") === held.headers.etag))
    return new Response(null, { status: 304, headers: held.headers });
  const encoding = encodingFor(
    request.headers.get("accept-encoding") ?? "",
    held.headers["content-type"] ?? "",
    held.bodies.identity?.length ?? 0,
  );
  let body = held.bodies[encoding];
  if (!body) {
    const plain = held.bodies.identity as Uint8Array<ArrayBuffer>;
    body = new Uint8Array(encoding === "br" ? await brotli(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }) : await zip(plain));
    held.bodies[encoding] = body;
  }
  return new Response(request.method === "HEAD" ? null : body, {
    status: held.status,
    headers: {
      ...held.headers,
      "content-length": String(body.length),
      ...(encoding === "identity" ? {} : { "content-encoding": encoding }),
    },
  });
}

function encodingFor(accepted: string, type: string, size: number): Encoding {
  if (size < 600 || !/text|json|xml|svg|csv|yaml/.test(type)) return "identity";
  if (/\bbr\b(?!\s*;\s*q=0(?:\.0+)?\s*(?:,|$))/.test(accepted)) return "br";
  return /\bgzip\b(?!\s*;\s*q=0(?:\.0+)?\s*(?:,|$))/.test(accepted) ? "gzip" : "identity";
}
