import assert from "node:assert/strict";
import { test } from "node:test";
import type { z } from "zod";
import { readOrder } from "../src/measurement/jobs/order.ts";
import { enqueue } from "../src/measurement/jobs/queue.ts";
import { claim } from "../src/registry/claim.ts";
import { instrument } from "../src/registry/instrument.ts";
import { named } from "../src/registry/nouns.ts";
import { recordAll } from "../src/registry/record.ts";
import { problemCodes } from "../src/shared/problem.ts";
import { v1 } from "../src/web/api/index.ts";
import { problemShape } from "../src/web/api/route.ts";
import { createApp } from "../src/web/app.tsx";
import { ReferenceShelf } from "../src/web/reference.ts";
import { recordConsultations } from "./made-consultation.ts";
import { openMeasuredRegistry } from "./support.ts";

const { db } = await openMeasuredRegistry();
for (const number of [1, 2, 3])
  await enqueue(db, readOrder({ kind: "repository", address: `https://example.org/owner/tool-${number}.git`, body: "us-nsf" }));
await recordConsultations(db, 3);
const shelf = new ReferenceShelf(db);
const app = createApp(db, shelf);

interface Described {
  path: string;
  summary?: string;
  tags?: string[];
  request?: { query?: z.ZodObject };
  responses: Record<string, { content?: Record<string, { schema: z.ZodType; example?: unknown }> }>;
}
const routes = v1.openAPIRegistry.definitions.flatMap((definition) =>
  definition.type === "route" ? [definition.route as unknown as Described] : [],
);
const lists = routes.filter((route) => route.request?.query && "next" in route.request.query.shape);

interface List {
  items: {
    id: string;
    page: string;
    revision?: number;
    known_from?: string;
    observed_at?: string;
    enqueued_at?: string;
    made_at?: string;
  }[];
  total: number;
  next: string | null;
}

async function read<T>(path: string, init?: RequestInit): Promise<T> {
  const response = await app.request(`/api/v1${path}`, init);
  assert.equal(response.status, 200, `${path}: ${response.status} ${response.status === 200 ? "" : await response.text()}`);
  return (await response.json()) as T;
}

async function refused(path: string, status: number, code: string, init?: RequestInit): Promise<string> {
  const response = await app.request(path, init);
  assert.equal(response.status, status, path);
  assert.equal(response.headers.get("content-type"), "application/problem+json; charset=utf-8");
  assert.equal(response.headers.get("access-control-allow-origin"), "*");
  const problem = problemShape.parse(await response.json());
  assert.deepEqual([problem.code, problem.status], [code, status]);
  return problem.detail;
}

test("every noun has its list and its record", () => {
  const paths = [
    "/instruments",
    "/provisions",
    "/codings",
    "/lessons",
    "/jurisdictions",
    "/bodies",
    "/provision-types",
    "/frameworks",
    "/claims",
    "/coverage",
    "/checks",
    "/indicators",
    "/clauses",
    "/measurements",
    "/dossiers",
    "/subjects",
    "/readings",
    "/consultations",
    "/jobs",
    "/revisions",
  ];
  assert.deepEqual(routes.map((route) => route.path).sort(), ["/", ...paths.flatMap((path) => [path, `${path}/{id}`])].sort());
});

for (const route of routes) {
  test(`${route.path} answers as it is described`, async () => {
    const described = route.responses[200]?.content?.["application/json"];
    assert.ok(described && route.summary && route.tags?.length);
    described.schema.parse(described.example);
    if (route.path.includes("{id}")) {
      const { items } = await read<List>(route.path.replace("/{id}", "?limit=3"));
      for (const item of items) described.schema.parse(await read(route.path.replace("{id}", item.id)));
      await refused(`/api/v1${route.path.replace("{id}", "no-such-thing")}`, 404, "not-found");
    } else described.schema.parse(await read(route.path));
  });

  test(`${route.path} refuses what it does not know`, async () => {
    const address = `/api/v1${route.path.replace("{id}", "x")}`;
    assert.match(await refused(`${address}?colour=blue`, 400, "invalid-input"), /“colour”/);
    await refused(`${address}?__proto__=1`, 400, "invalid-input");
    await refused(`${address}?limit=%00`, 400, "invalid-input");
    await refused(`${address}?limit=${"9".repeat(10_000)}`, 400, "invalid-input");
    for (const name of Object.keys(route.request?.query?.shape ?? {})) {
      for (const value of ["%FF%FE", "'%22%3C%3E;--", "%F0%9F%A6%84", "x".repeat(3000), "a&%23", "%25", "-1", "1e99", "[]", "9999-99-99"]) {
        const { status } = await app.request(`${address}?${name}=${value}`);
        assert.ok([200, 400, 404].includes(status), `${name}=${value} gave ${status}`);
      }
    }
  });
}

for (const route of lists) {
  test(`${route.path} walks over every item exactly once`, async () => {
    const whole = await read<List>(`${route.path}?limit=200`);
    const size = Math.max(1, Math.min(200, Math.ceil(whole.total / 7)));
    const seen: string[] = [];
    let next: string | null = "";
    while (next !== null) {
      const list: List = await read(`${route.path}?limit=${size}${next ? `&next=${next}` : ""}`);
      assert.ok(list.items.length <= size);
      assert.equal(list.total, whole.total);
      seen.push(...list.items.map((item) => item.id));
      next = list.next;
    }
    assert.equal(seen.length, whole.total);
    assert.equal(new Set(seen).size, whole.total);
    if (whole.total <= 200) assert.equal(whole.next, null);
  });

  test(`${route.path} keeps its limit and its cursors`, async () => {
    const address = `/api/v1${route.path}`;
    assert.equal((await read<List>(`${route.path}?limit=1`)).items.length, 1);
    for (const limit of ["0", "201", "-1", "1.5", "many", ""])
      assert.match(await refused(`${address}?limit=${limit}`, 400, "invalid-input"), /“limit”/);
    const forged = (content: unknown) => Buffer.from(JSON.stringify(content)).toString("base64url");
    for (const cursor of [
      "x",
      "%20",
      forged(null),
      forged([]),
      forged({ after: "a" }),
      forged({ question: "12345678", after: "a\u0000" }),
      forged({ question: "12345678", offset: -1 }),
      forged({ question: "12345678", offset: 1e300 }),
      "A".repeat(3500),
    ]) {
      assert.match(await refused(`${address}?next=${cursor}`, 400, "invalid-input"), /“next”/);
    }
    const { next } = await read<List>(`${route.path}?limit=1`);
    if (next && "known-on" in (route.request?.query?.shape ?? {}))
      assert.match(await refused(`${address}?known-on=2027-01-01&next=${next}`, 400, "invalid-input"), /another question/);
  });

  test(`${route.path}: every record says where it stands and since when`, async () => {
    for (const item of (await read<List>(`${route.path}?limit=20`)).items) {
      assert.ok(item.id);
      assert.match(item.page, /^\/en\/[a-z]/);
      // What was measured, or is to be, is no record: it bears the time of its own.
      const since = item.known_from ?? item.observed_at ?? item.enqueued_at ?? item.made_at ?? "";
      assert.match(since, /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/);
      if (item.known_from) assert.ok(Number.isInteger(item.revision));
    }
  });
}

test("a search, an order and a day are walked over exactly once too", async () => {
  for (const question of [
    "q=open+source+software",
    "sort=title",
    "sort=oldest&in-force-on=2020",
    "known-on=2100",
    "region=europe&strength=must",
  ]) {
    const seen: string[] = [];
    let total = 0;
    for (let next: string | null = ""; next !== null; ) {
      const list: List = await read(`/instruments?${question}&limit=13${next ? `&next=${next}` : ""}`);
      total = list.total;
      seen.push(...list.items.map((item) => item.id));
      next = list.next;
    }
    assert.ok(total > 13, question);
    assert.deepEqual([seen.length, new Set(seen).size], [total, total], question);
  }
});

test("closed lists are named where a value is not in them", async () => {
  assert.match(await refused("/api/v1/codings?strength=big", 400, "invalid-input"), /must, should, may, must-not/);
  assert.match(await refused("/api/v1/instruments?type=novel", 400, "invalid-input"), /statute/);
  assert.match(await refused("/api/v1/instruments?standing=reported", 400, "invalid-input"), /claims/);
  assert.match(await refused("/api/v1/instruments?known-on=yesterday", 400, "invalid-input"), /YYYY-MM-DD/);
  assert.match(await refused("/api/v1/codings?area=security,big", 400, "invalid-input"), /“area.*expected one of/);
  assert.match(await refused("/api/v1/codings?verdict=accepted&verdict=rejected", 400, "invalid-input"), /“verdict”/);
});

test("filters narrow, and say so in every item", async () => {
  const codings = await read<{ items: { strength: string; jurisdiction: string; basis: string }[]; total: number }>(
    "/codings?jurisdiction=FR&strength=must&basis=text&limit=200",
  );
  assert.ok(
    codings.total > 0 && codings.items.every((item) => item.strength === "must" && item.jurisdiction === "FR" && item.basis === "text"),
  );
  const claims = await read<{ items: { collection: string; jurisdiction: string }[]; total: number }>(
    "/claims?collection=csis&jurisdiction=FR",
  );
  assert.ok(claims.total > 0 && claims.items.every((item) => item.collection === "csis" && item.jurisdiction === "FR"));
  const linked = await read<{ items: { links: { instrument: string; verdict: string }[] }[]; total: number }>("/claims?limit=200");
  const instrumentId = linked.items.flatMap((item) => item.links).find((link) => link.verdict === "same")?.instrument;
  assert.ok(instrumentId && (await read<List>(`/claims?instrument=${instrumentId}`)).total > 0);
  const lessons = await read<{ items: { provision_types: string[] }[] }>("/lessons?limit=1");
  const type = lessons.items[0]?.provision_types[0] ?? "";
  const about = await read<{ items: { provision_types: string[] }[]; total: number }>(`/lessons?provision-type=${type}`);
  assert.ok(about.total > 0 && about.items.every((item) => item.provision_types.includes(type)));
  assert.equal((await read<List>("/codings?jurisdiction=nowhere")).total, 0);
  const bySeveral = await read<{ items: { jurisdiction: string; strength: string; source_address: string }[]; total: number }>(
    "/codings?jurisdiction=FR,IT&strength=must&strength=should&limit=200",
  );
  const totals = await Promise.all(
    ["FR&strength=must", "FR&strength=should", "IT&strength=must", "IT&strength=should"].map(
      async (one) => (await read<List>(`/codings?jurisdiction=${one}`)).total,
    ),
  );
  assert.equal(
    bySeveral.total,
    totals.reduce((sum, total) => sum + total, 0),
  );
  assert.deepEqual([...new Set(bySeveral.items.map((item) => item.jurisdiction))].sort(), ["FR", "IT"]);
  assert.ok(bySeveral.items.every((item) => /^https?:/.test(item.source_address)));
  const several = await read<List>("/instruments?jurisdiction=FR,IT");
  assert.equal(several.total, (await read<List>("/instruments?jurisdiction=FR&jurisdiction=IT")).total);
});

test("in-force-on says what is not certain", async () => {
  const list = await read<{ items: { in_force: string }[]; total: number }>("/instruments?in-force-on=2015-06-30&limit=200");
  assert.ok(list.total > 0 && list.items.every((item) => item.in_force === "yes" || item.in_force === "unknown"));
});

test("any origin may read; HEAD and OPTIONS are answered; nothing is written", async () => {
  const head = await app.request("/api/v1/codings?limit=2", { method: "HEAD" });
  assert.equal(head.status, 200);
  assert.equal(await head.text(), "");
  const got = await app.request("/api/v1/codings?limit=2");
  assert.equal(got.headers.get("access-control-allow-origin"), "*");
  assert.equal(head.headers.get("etag"), got.headers.get("etag"));
  assert.ok(Number(head.headers.get("content-length")) > 100);
  const options = await app.request("/api/v1/codings?limit=2", {
    method: "OPTIONS",
    headers: { origin: "https://elsewhere.example", "access-control-request-method": "GET" },
  });
  assert.deepEqual(
    [options.status, options.headers.get("access-control-allow-origin"), options.headers.get("access-control-allow-methods")],
    [204, "*", "GET,HEAD,OPTIONS"],
  );
  for (const method of ["POST", "PUT", "PATCH", "DELETE"]) await refused("/api/v1/instruments", 405, "method-not-allowed", { method });
});

test("what has not changed is not sent again", async () => {
  const first = await app.request("/api/v1/instruments?limit=3");
  const etag = first.headers.get("etag");
  assert.ok(etag);
  const again = await app.request("/api/v1/instruments?limit=3", { headers: { "if-none-match": etag } });
  assert.deepEqual([again.status, await again.text(), again.headers.get("access-control-allow-origin")], [304, "", "*"]);
});

test("an address that is not there is a problem document", async () => {
  for (const path of ["/api/v1/nothing", "/api/v2", "/api/v1/instruments/a/b", "/api/nothing"]) await refused(path, 404, "not-found");
  assert.equal((await app.request("/api")).headers.get("location"), "/api/v1");
});

test("the OpenAPI document describes every route, parameter and problem", async () => {
  const document = await read<{
    openapi: string;
    paths: Record<string, { get: { parameters?: { name: string; description?: string }[]; responses: Record<string, unknown> } }>;
    components: { schemas: Record<string, unknown> };
  }>("/openapi.json");
  assert.equal(document.openapi, "3.1.0");
  assert.deepEqual(Object.keys(document.paths).sort(), routes.map((route) => route.path).sort());
  for (const [path, { get }] of Object.entries(document.paths)) {
    for (const parameter of get.parameters ?? []) assert.ok(parameter.description, `${path} ${parameter.name} is not described`);
    assert.ok(get.responses[200] && get.responses[400] && get.responses[503]);
  }
  for (const [, name] of JSON.stringify(document).matchAll(/#\/components\/schemas\/(\w+)/g))
    assert.ok(document.components.schemas[name ?? ""], `${name} is pointed to`);
  for (const code of problemCodes) assert.ok(JSON.stringify(document.components.schemas.Problem).includes(`"${code}"`));
});

test("markup in a title comes out as text, and a walk is not disturbed by what changes meanwhile", async () => {
  const first = await read<List>("/instruments?sort=changed&limit=5");
  const [known] = (await read<{ items: { id: string }[] }>("/instruments?sort=oldest&limit=1")).items;
  assert.ok(known && first.next);
  const {
    id: _,
    page: __,
    revision: ___,
    known_from: ____,
    standing: _____,
    title: ______,
    status: _______,
    ...rest
  } = await read<Record<string, unknown>>(`/instruments/${known.id}`);
  const changed = instrument.parse({
    ...rest,
    id: known.id,
    titles: [{ language: "en", text: "<script>alert(1)</script> & “law”", kind: "ours" }],
  });
  const reported = claim.parse({ id: "csis-99999", collection: "csis", row: "99999", jurisdiction: "FR", title: "=cmd|'/c calc'!A1 <b>" });
  await recordAll(db, [named("instrument", changed), named("claim", reported)], { who: "test", why: "<i>to see</i>" });
  shelf.changed();
  const read1 = await app.request(`/api/v1/instruments/${known.id}`);
  assert.equal(read1.headers.get("content-type"), "application/json");
  assert.equal(((await read1.json()) as { title: string }).title, "<script>alert(1)</script> & “law”");
  const seen = first.items.map((item) => item.id);
  for (let next: string | null = first.next; next !== null; ) {
    const list: List = await read(`/instruments?sort=changed&limit=50&next=${next}`);
    seen.push(...list.items.map((item) => item.id));
    next = list.next;
  }
  assert.deepEqual([seen.length, new Set(seen).size], [first.total, first.total]);
  assert.equal((await read<{ title: string }>(`/instruments/${known.id}?known-on=2020-01-01`).catch(() => undefined))?.title, undefined);
});
