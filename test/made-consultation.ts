import type { Database } from "../src/database/connect.ts";
import { beginDraft } from "../src/drafting/record.ts";
import { openConsultation, sendComment } from "../src/drafting/record-consultation.ts";

const actor = { account: "local", name: "Ann", role: "administrator" };

/** A draft with consultations on it, open until far away; returns the ids of the draft and of the consultations. */
export async function recordConsultations(db: Database, count = 2): Promise<{ draft: string; consultations: string[] }> {
  const draft = await beginDraft(
    db,
    "local",
    {
      title: "Decree on open source",
      language: "en",
      profile: { form: "decree", capacity: "starter", addressees: [], stage: "unknown", means: [] },
      beginning: "nothing",
      answers: {},
      elements: [
        {
          id: "e1",
          kind: "article",
          heading: "Publication",
          text: "Public bodies must publish new code.",
          origin: { kind: "own" },
          codings: [],
        },
      ],
    },
    actor,
  );
  const consultations: string[] = [];
  for (let number = 1; number <= count; number += 1) {
    const facts = {
      title: `Consultation ${number}`,
      introduction: "Everybody is asked.",
      language: "en",
      answered_by: "Digital unit",
      opens_on: "2020-01-01",
      closes_on: `2099-12-${number + 10}`,
    };
    const id = await openConsultation(db, draft, facts, undefined, actor);
    await sendComment(db, id, "e1", { body: "From when?", name: "Bo", organisation: "" }, { network: "192.0.2.1", today: "2026-11-23" });
    consultations.push(id);
  }
  return { draft, consultations };
}
