import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { Hono } from "hono";
import { packageRoot } from "../shared/package-root.ts";

const folder = join(packageRoot, "src", "web", "assets");
const kinds: Record<string, string> = {
  css: "text/css; charset=utf-8",
  svg: "image/svg+xml",
  woff2: "font/woff2",
  js: "text/javascript; charset=utf-8",
  txt: "text/plain; charset=utf-8",
};

interface Asset {
  body: Uint8Array<ArrayBuffer>;
  gzip: Uint8Array<ArrayBuffer>;
  br: Uint8Array<ArrayBuffer>;
  type: string;
}

const byAddress = new Map<string, Asset>();
const addresses = new Map<string, string>();
for (const file of readdirSync(folder)) {
  const ending = file.split(".").at(-1) ?? "";
  const type = kinds[ending];
  if (!type) continue;
  const body = new Uint8Array(readFileSync(join(folder, file)));
  const address = `${file.slice(0, -ending.length)}${createHash("sha256").update(body).digest("hex").slice(0, 10)}.${ending}`;
  addresses.set(file, `/assets/${address}`);
  byAddress.set(address, { body, gzip: new Uint8Array(gzipSync(body)), br: new Uint8Array(brotliCompressSync(body)), type });
}

/** The address of a file of assets/, which changes with its content, so that browsers may keep it for good. */
export function assetAddress(file: string): string {
  return addresses.get(file) ?? `/assets/${file}`;
}

export const assets = new Hono();
assets.get("/:file", (context) => {
  const asset = byAddress.get(context.req.param("file"));
  if (!asset) return context.notFound();
  const accepted = context.req.header("accept-encoding") ?? "";
  const encoding = /\bbr\b/.test(accepted) ? "br" : /\bgzip\b/.test(accepted) ? "gzip" : "body";
  return new Response(asset[encoding], {
    headers: {
      "content-type": asset.type,
      "cache-control": "public, max-age=31536000, immutable",
      vary: "Accept-Encoding",
      ...(encoding === "body" ? {} : { "content-encoding": encoding }),
    },
  });
});
