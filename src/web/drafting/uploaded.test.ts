import assert from "node:assert/strict";
import { test } from "node:test";
import { madeDocx, p } from "../../../test/made-files.ts";
import { openTestRegistry } from "../../../test/support.ts";
import { join, openPeople } from "../../../test/visitor.ts";
import { findDraft, listComments } from "../../drafting/find.ts";

const { db } = await openTestRegistry();
const house = await openPeople(db);
const dan = await join(house, "Dan", "drafter");
const way = "/en/drafting/begin/upload";

function formWith(bytes: Uint8Array, name: string): FormData {
  const form = new FormData();
  const facts = { title: "Code decree & more", language: "en", form: "decree", capacity: "starter", jurisdiction: "CH", stage: "unknown" };
  for (const [field, value] of Object.entries(facts)) form.set(field, value);
  form.set("file", new File([Uint8Array.from(bytes)], name));
  return form;
}

test("an uploaded Word file becomes a draft of its articles, and what a person should know of the reading is a comment", async () => {
  const body =
    p("Article 1 Publication") +
    p("Public bodies shall publish their source code.") +
    p("Article 2 Register") +
    p("The agency keeps a register.");
  const answer = await dan.post(way, formWith(madeDocx(body, { "word/vbaProject.bin": new Uint8Array(9) }), "act.docm"));
  assert.equal(answer.status, 303, answer.text);
  const id = answer.location?.split("/").at(-1) ?? "";
  const draft = await findDraft(db, id);
  assert.deepEqual(
    draft?.elements.map(({ heading, text }) => [heading, text]),
    [
      ["Publication", "Public bodies shall publish their source code."],
      ["Register", "The agency keeps a register."],
    ],
  );
  const [comment] = await listComments(db, id);
  assert.match(comment?.body ?? "", /How the uploaded file was read:\n- .*macros/);
});

test("a file that cannot be read gives the same form again, with the reason and what was typed", async () => {
  const answer = await dan.post(way, formWith(Buffer.from("{\\rtf1 text}"), "act.docx"));
  assert.equal(answer.status, 422);
  assert.match(answer.text, /The file is RTF\. Save it as DOCX/);
  assert.match(answer.text, /value="Code decree &amp; more"/);
});

test("500 MB are refused by their stated length, and while they stream in where none is stated", async () => {
  let sent = 0;
  const chunk = new Uint8Array(1_000_000);
  const endless = () =>
    new ReadableStream({
      pull(controller) {
        sent += chunk.length;
        if (sent > 500_000_000) controller.close();
        else controller.enqueue(chunk);
      },
    });
  const headers = { origin: "http://localhost", "sec-fetch-site": "same-origin", "content-type": "multipart/form-data; boundary=x" };
  const init = { method: "POST", duplex: "half" } as const;
  const stated = await dan.send(way, { ...init, body: endless(), headers: { ...headers, "content-length": "500000000" } });
  assert.equal(stated.status, 413);
  assert.ok(sent <= 2_000_000, `${sent} bytes were taken`);
  const streamed = await dan.send(way, { ...init, body: endless(), headers });
  assert.equal(streamed.status, 413);
  assert.ok(sent <= 40_000_000, `${sent} bytes were taken`);
});
