import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { Problem } from "../../shared/problem.ts";
import type { Site } from "../app.tsx";
import { withPerson } from "../people/who.ts";
import { withVisit } from "../with-visit.ts";
import { addPage } from "./add.tsx";
import { adoptionPages } from "./adoption.tsx";
import { approvalPages } from "./approval.tsx";
import { beginPage } from "./begin.tsx";
import { codingForms } from "./codings.tsx";
import { commentForms } from "./comments.tsx";
import { draftConsultations } from "./consultation.tsx";
import { detailsPages } from "./details.tsx";
import { draftPage } from "./draft-page.tsx";
import { draftsPage } from "./drafts.tsx";
import { elementPage } from "./element-page.tsx";
import { exportPages } from "./exports.tsx";
import { gapsPage } from "./gaps-page.tsx";
import { measurePages } from "./measure.tsx";
import { moderationPages } from "./moderation.tsx";
import { outlinePage } from "./outline-page.tsx";
import { versionPages } from "./versions.tsx";

const LARGEST_FORM = 26_000_000;

const limit = bodyLimit({
  maxSize: LARGEST_FORM,
  onError: () => {
    throw new Problem(
      "too-large",
      "What was sent is larger than 25 MB; expected a form with a text. Take pictures out of the file, or send it in parts.",
    );
  },
});

/** The private pages about drafts, under the reader's language. They stand before the cache of pages, which never sees them. */
export const draftingPages = new Hono<Site>({ strict: false });
for (const room of ["drafting", "drafts"]) draftingPages.use(`/${room}/*`, withVisit, withPerson, limit);
for (const page of [
  draftsPage,
  beginPage,
  draftPage,
  outlinePage,
  elementPage,
  addPage,
  codingForms,
  commentForms,
  detailsPages,
  gapsPage,
  approvalPages,
  adoptionPages,
  measurePages,
  draftConsultations,
  moderationPages,
  versionPages,
  exportPages,
])
  draftingPages.route("/", page);
