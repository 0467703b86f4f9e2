import { brotliCompressSync, gzipSync } from "node:zlib";
import type { Database } from "../src/database/connect.ts";
import { createApp } from "../src/web/app.tsx";
import { type Row, row } from "./measure.ts";

const paths = [
  "/en",
  "/ar",
  "/en/instruments",
  "/en/instruments?q=publish+code",
  "/en/instruments/us-omb-m-16-21",
  "/en/instruments/ch-em002-strategic-guidelines",
  "/en/jurisdictions",
  "/en/jurisdictions/CH",
  "/en/provision-types",
  "/en/provision-types/publish-new-code-by-default",
  "/en/frameworks",
  "/en/lessons",
  "/en/about",
  "/en/changes",
  "/en/compare?instruments=ch-embag-9,it-cad-68-69,us-omb-m-16-21",
  "/en/adoption",
  "/fr/adoption",
];
const withMap = /^\/[a-z]{2}(?:\/adoption)?$/;

/** The weight of a first visit: the page and its stylesheet, compressed as the server sends them to a browser (gzip for old ones). */
export async function measureWeight(db: Database): Promise<Row[]> {
  const app = createApp(db);
  const sheet = /href="(\/assets\/style\.[^"]+)"/.exec(await (await app.request("/en")).text())?.[1] ?? "";
  const style = new Uint8Array(await (await app.request(sheet)).arrayBuffer());
  const weights: { path: string; br: number; gzip: number; limit: number }[] = [];
  for (const path of paths) {
    const answer = await app.request(path);
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
    const page = new Uint8Array(await answer.arrayBuffer());
    weights.push({
      path,
      br: brotliCompressSync(page).length + brotliCompressSync(style).length,
      gzip: gzipSync(page).length + gzipSync(style).length,
      limit: withMap.test(path) ? 60_000 : 40_000,
    });
  }
  weights.sort((a, b) => b.gzip / b.limit - a.gzip / a.limit);
  const show = ({ path, br, gzip }: (typeof weights)[number]) =>
    `${path} ${(gzip / 1000).toFixed(1)} kB gzip (${(br / 1000).toFixed(1)} br)`;
  return [
    row(
      "heaviest page without a map, first visit with styles",
      weights
        .filter((page) => page.limit === 40_000)
        .slice(0, 3)
        .map(show)
        .join("; "),
      "≤ 40 kB",
      weights.filter((page) => page.limit === 40_000).every((page) => page.gzip <= page.limit),
    ),
    row(
      "heaviest page with a map",
      weights
        .filter((page) => page.limit === 60_000)
        .slice(0, 2)
        .map(show)
        .join("; "),
      "≤ 60 kB",
      weights.filter((page) => page.limit === 60_000).every((page) => page.gzip <= page.limit),
    ),
  ];
}
