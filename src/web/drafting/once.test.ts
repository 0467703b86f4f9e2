import assert from "node:assert/strict";
import { test } from "node:test";
import { openEmptyRegistry } from "../../../test/support.ts";
import { Visitor } from "../../../test/visitor.ts";
import { listDrafts, requireDraft } from "../../drafting/find.ts";
import { createApp } from "../app.tsx";

const { db } = await openEmptyRegistry();
const visitor = new Visitor(createApp(db));
const onceIn = (text: string) => /name="once" value="(\w+)"/.exec(text)?.[1] ?? assert.fail("the form bears a key");
const begin = { title: "A decree", language: "en", workspace: "local", form: "decree", capacity: "starter" };

test("a form that is sent twice, one after the other or at once, begins one draft and leads to it", async () => {
  const form = { ...begin, once: onceIn((await visitor.get("/en/drafting/begin/nothing")).text) };
  const [first, second] = await Promise.all([1, 2].map(() => visitor.post("/en/drafting/begin/nothing", form)));
  const third = await visitor.post("/en/drafting/begin/nothing", form);
  const address = `/en/drafts/${form.once}`;
  assert.deepEqual([first?.location, second?.location].sort(), [address, `${address}?again=1`]);
  assert.equal(third.location, `${address}?again=1`);
  assert.match((await visitor.get(`${address}?again=1`)).text, /Nothing was made twice/);
  assert.equal((await listDrafts(db, ["local"])).length, 1);
  assert.equal((await visitor.post("/en/drafting/begin/nothing", { ...begin, once: "../x" })).status, 303, "a key of another make is none");
  assert.equal((await listDrafts(db, ["local"])).length, 2);
});

test("a link bears no id for the form", async () => {
  const id = "d0123456789abcdef";
  assert.notEqual(onceIn((await visitor.get(`/en/drafting/begin/nothing?once=${id}`)).text), id);
});

test("the same of an article; the form opened anew adds another", async () => {
  const draft = (await visitor.post("/en/drafting/begin/nothing", begin)).location ?? "";
  const add = async () => ({ kind: "article", behind: "", once: onceIn((await visitor.get(`${draft}/add`)).text) });
  const form = await add();
  const sent = await Promise.all([1, 2].map(() => visitor.post(`${draft}/add`, form)));
  assert.deepEqual(sent.map(({ location }) => location).sort(), [
    `${draft}/elements/${form.once}`,
    `${draft}/elements/${form.once}?again=1`,
  ]);
  await visitor.post(`${draft}/add`, await add());
  assert.equal((await requireDraft(db, draft.split("/").at(-1) ?? "")).elements.length, 2);
});

test("a reader without an account is called the author, in the language of the page", async () => {
  const draft = (await visitor.post("/en/drafting/begin/nothing", begin)).location ?? "";
  const element = (await visitor.post(`${draft}/add`, { kind: "article", behind: "" })).location ?? "";
  assert.doesNotMatch((await visitor.get(element)).text, /changed by/, "nobody has worded it since it was put there");
  await visitor.post(element, { heading: "Inventory", text: "Each body keeps one.", base: "1" });
  assert.match((await visitor.get(element)).text, /changed by the author/);
  assert.match((await visitor.get(`${draft}/approval`)).text, /<bdi>the author<\/bdi>/);
  assert.match((await visitor.get(`${draft}/approval`.replace("/en/", "/fr/"))).text, /<bdi>l’auteur<\/bdi>/);
});

test("what is typed and not saved is told on the pages of text, approval and export, with a link, until it is saved", async () => {
  const draft = (await visitor.post("/en/drafting/begin/nothing", begin)).location ?? "";
  const element = (await visitor.post(`${draft}/add`, { kind: "article", behind: "" })).location ?? "";
  const told = /Unsaved typing by the author in:<ul><li><a href="([^"]+)"/;
  const places = ["", "/approval", "/export"];
  for (const place of places) assert.doesNotMatch((await visitor.get(`${draft}${place}`)).text, /Unsaved typing/);
  const typed = { heading: "Inventory", text: "Each body keeps", base: "1" };
  await visitor.post(`${element}/typing`, typed);
  for (const place of places) assert.equal(told.exec((await visitor.get(`${draft}${place}`)).text)?.[1], element, place);
  await visitor.post(element, typed);
  for (const place of places) assert.doesNotMatch((await visitor.get(`${draft}${place}`)).text, /Unsaved typing/);
});
