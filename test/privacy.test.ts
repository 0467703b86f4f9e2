import assert from "node:assert/strict";
import { test } from "node:test";
import { beginDraft } from "../src/drafting/record.ts";
import { keepVersion } from "../src/drafting/record-version.ts";
import { type Accounts, openAccounts } from "../src/people/accounts.ts";
import type { Person } from "../src/people/person.ts";
import { type Ability, may, type Role, roles } from "../src/people/role.ts";
import { createApp } from "../src/web/app.tsx";
import { draftingPages } from "../src/web/drafting/index.ts";
import { peoplePages } from "../src/web/people/index.ts";
import { ReferenceShelf } from "../src/web/reference.ts";
import { openTestRegistry } from "./support.ts";

/** Which ability each private address of drafts asks for. A new route without an entry fails the first test. */
const asks: Record<string, Ability> = {
  "GET /drafts/:draft": "read-draft",
  "GET /drafts/:draft/add": "draft",
  "GET /drafts/:draft/adopt": "adopt",
  "GET /drafts/:draft/approval": "read-draft",
  "GET /drafts/:draft/measure": "read-draft",
  "GET /drafts/:draft/blanks": "read-draft",
  "GET /drafts/:draft/consultation": "read-draft",
  "GET /drafts/:draft/consultation/:consultation": "read-draft",
  "GET /drafts/:draft/details": "read-draft",
  "GET /drafts/:draft/elements/:element": "read-draft",
  "GET /drafts/:draft/gaps": "read-draft",
  "GET /drafts/:draft/outline": "read-draft",
  "GET /drafts/:draft/beside": "read-draft",
  "GET /drafts/:draft/beside/:instrument": "read-draft",
  "GET /drafts/:draft/compare": "read-draft",
  "GET /drafts/:draft/elements/:element/history": "read-draft",
  "GET /drafts/:draft/export": "read-draft",
  "GET /drafts/:draft/export/:file": "read-draft",
  "GET /drafts/:draft/versions": "read-draft",
  "GET /drafts/:draft/versions/:version": "read-draft",
  "POST /drafts/:draft/add": "draft",
  "POST /drafts/:draft/adopt": "adopt",
  "POST /drafts/:draft/approval/decide-approval": "approve",
  "POST /drafts/:draft/approval/decide-review": "review",
  "POST /drafts/:draft/approval/reopen": "approve",
  "POST /drafts/:draft/approval/review": "draft",
  "POST /drafts/:draft/approval/set-aside": "draft",
  "POST /drafts/:draft/measure": "adopt",
  "POST /drafts/:draft/blanks": "draft",
  "POST /drafts/:draft/consultation": "consult",
  "POST /drafts/:draft/consultation/:consultation/moderate": "consult",
  "POST /drafts/:draft/consultation/:consultation/theme": "consult",
  "POST /drafts/:draft/consultation/:consultation/answer": "consult",
  "POST /drafts/:draft/consultation/:consultation/close": "consult",
  "POST /drafts/:draft/details": "draft",
  "POST /drafts/:draft/elements/:element": "draft",
  "POST /drafts/:draft/elements/:element/codings": "draft",
  "POST /drafts/:draft/elements/:element/comments": "comment",
  "POST /drafts/:draft/elements/:element/comments/:comment": "draft",
  "POST /drafts/:draft/elements/:element/drop-typing": "draft",
  "POST /drafts/:draft/elements/:element/history": "draft",
  "POST /drafts/:draft/elements/:element/move": "draft",
  "POST /drafts/:draft/elements/:element/remove": "draft",
  "POST /drafts/:draft/elements/:element/typing": "draft",
  "POST /drafts/:draft/restore": "draft",
  "POST /drafts/:draft/versions": "draft",
  "POST /drafts/:draft/versions/:version/put-back": "draft",
};

const secret = "zebracorn";
const { db } = await openTestRegistry();
const accounts = await openAccounts(db, { mode: "required", secret: "a secret of at least thirty-two letters" });
const address = "http://localhost";
const actor = { account: "a1", name: "Ada", role: "administrator" };
const element = {
  id: "e1",
  kind: "article" as const,
  heading: secret,
  text: `${secret} must publish.`,
  origin: { kind: "own" as const },
  codings: [],
};
const draft = await beginDraft(
  db,
  "w1",
  {
    title: `The ${secret} policy`,
    language: "en",
    profile: { form: "decree", capacity: "starter", addressees: [], stage: "unknown", means: [] },
    beginning: "nothing",
    answers: {},
    elements: [element, { ...element, id: "e2" }],
  },
  actor,
);
await keepVersion(db, draft, secret, actor);

const routes = [...new Set(draftingPages.routes.filter(({ method }) => method !== "ALL").map(({ method, path }) => `${method} ${path}`))];
const ofDrafts = routes.filter((route) => route.includes("/:draft"));

test("every address of a draft says which ability it asks for", () => {
  assert.deepEqual(
    ofDrafts.filter((route) => !asks[route]),
    [],
  );
  assert.deepEqual(
    Object.keys(asks).filter((route) => !routes.includes(route)),
    [],
  );
});

const member = (workspace: string, role: Role): Person => ({
  account: `${workspace}-${role}`,
  name: role,
  memberships: [{ workspace, name: workspace, role }],
  local: false,
  administrator: false,
});

/** The site as one person sees it. */
function siteOf(person: Person | undefined) {
  const door: Accounts = { ...accounts, personOf: async () => ({ person, cookies: [] }) };
  return createApp(db, new ReferenceShelf(db), door);
}

async function ask(
  site: ReturnType<typeof siteOf>,
  route: string,
  fields: Record<string, string> = {},
): Promise<{ status: number; text: string }> {
  const [method = "", path = ""] = route.split(" ");
  const known: Record<string, string> = {
    draft,
    element: "e1",
    comment: "1",
    version: "1",
    instrument: "ch-embag-9",
    file: "draft.md",
    what: "draft",
    format: "md",
  };
  const filled = path.replace(/:(\w+)(\{[^}]*\})?/g, (_, name: string) => known[name] ?? "1");
  const answer = await site.request(`${address}/en${filled}`, {
    method,
    headers: { host: "localhost", origin: address, "sec-fetch-site": "same-origin", "content-type": "application/x-www-form-urlencoded" },
    ...(method === "POST" ? { body: new URLSearchParams(fields).toString() } : {}),
  });
  assert.equal(answer.headers.get("cache-control"), "no-store", `${route} is kept by nobody`);
  return { status: answer.status, text: (await answer.text()) + (answer.headers.get("location") ?? "") };
}

test("nobody, a stranger and the server's administrator learn nothing of a draft", async () => {
  const strangers: [string, Person | undefined, readonly number[]][] = [
    ["nobody", undefined, [303, 401]],
    ...roles.map((role): [string, Person, readonly number[]] => [`${role} elsewhere`, member("w2", role), [404]]),
    ["the server's administrator", { ...member("w2", "administrator"), administrator: true }, [404]],
    ["somebody without a workspace", { ...member("w2", "reader"), memberships: [] }, [404]],
  ];
  for (const [who, person, expected] of strangers) {
    const site = siteOf(person);
    for (const route of ofDrafts) {
      const { status, text } = await ask(site, route);
      assert.ok(expected.includes(status), `${who}: ${route} answers ${status}`);
      assert.ok(!text.includes(secret), `${who}: ${route} tells of the draft`);
    }
    const list = await ask(site, "GET /drafting");
    assert.ok(!list.text.includes(secret), `${who} sees the draft in the list`);
  }
});

test("a member does what the role includes, and nothing else", async () => {
  for (const role of roles) {
    const site = siteOf(member("w1", role));
    for (const route of ofDrafts) {
      const { status } = await ask(site, route);
      const allowed = may(role, asks[route] as Ability);
      if (allowed) assert.ok(![401, 403, 500].includes(status), `${role}: ${route} answers ${status}`);
      else assert.equal(status, 403, `${role}: ${route}`);
    }
  }
});

/** To whom each address about people answers; to others it does not exist, or leads to the sign-in. What is not here is open to anybody, or to who holds a link. */
const closed: Record<string, "signed-in" | "member" | "administrator of the instance"> = {
  "GET /account": "signed-in",
  "GET /account/provider": "signed-in",
  "POST /account": "signed-in",
  "GET /workspaces": "signed-in",
  "POST /workspaces": "signed-in",
  "GET /workspaces/:workspace": "member",
  "POST /workspaces/:workspace": "member",
  "GET /people": "administrator of the instance",
  "GET /people/:account": "administrator of the instance",
  "POST /people/:account": "administrator of the instance",
};
const open = /^(GET|POST) \/(sign-in|second-factor|sign-out|set-up|recovery|invitation)(\/|$)/;

test("every address about people is either open or says to whom it answers, and answers to nobody else", async () => {
  const ofPeople = [...new Set(peoplePages.routes.filter(({ method }) => method !== "ALL").map(({ method, path }) => `${method} ${path}`))];
  assert.deepEqual(ofPeople.filter((route) => !open.test(route)).sort(), Object.keys(closed).sort());
  const nobody = siteOf(undefined);
  const others = roles.map((role) => siteOf(member("w2", role)));
  for (const [route, who] of Object.entries(closed)) {
    assert.ok([303, 401].includes((await ask(nobody, route)).status), `nobody: ${route}`);
    if (who === "signed-in") continue;
    for (const site of others) assert.equal((await ask(site, route)).status, 404, route);
  }
});

test("no draft is begun in a workspace where one may not write", async () => {
  const fields = { title: "Mine", language: "en", form: "decree", capacity: "starter" };
  const begin = (person: Person, workspace: string) => ask(siteOf(person), "POST /drafting/begin/nothing", { ...fields, workspace });
  assert.equal((await begin(member("w1", "reader"), "w1")).status, 403);
  assert.equal((await begin(member("w2", "drafter"), "w1")).status, 404);
  assert.equal((await begin(member("w2", "drafter"), "w2")).status, 303);
});

test("what is public tells nothing of drafts", async () => {
  const site = siteOf(undefined);
  const paths = ["/en", `/en/instruments?q=${secret}`, "/en/changes", "/en/changes.atom", "/en/queue", "/en/clauses", "/en/consultations"];
  const api = ["/api/v1", "/api/v1/revisions", `/api/v1/instruments?q=${secret}`, "/api/v1/consultations", "/api/v1/jobs"];
  for (const path of [...paths, ...api]) {
    const answer = await site.request(address + path);
    assert.ok(answer.status < 500, path);
    // A search repeats what was searched for; nothing of a draft beside it.
    assert.ok(!(await answer.text()).includes(`The ${secret} policy`), path);
  }
});
