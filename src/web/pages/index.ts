import { Hono } from "hono";
import type { Site } from "../app.tsx";
import { aboutPage } from "./about.tsx";
import { adoptionPage } from "./adoption.tsx";
import { badge } from "./badge.ts";
import { bodiesPage } from "./bodies.tsx";
import { bodyPage } from "./body.tsx";
import { bodyFiles } from "./body-files.ts";
import { changesPage } from "./changes.tsx";
import { changesFeed } from "./changes-feed.ts";
import { checkPage } from "./check.tsx";
import { checksPage } from "./checks.tsx";
import { claimPage } from "./claim.tsx";
import { clausePage } from "./clause.tsx";
import { clauseFiles } from "./clause-files.ts";
import { clausesPage } from "./clauses.tsx";
import { codingsFile } from "./codings-file.ts";
import { comparePage } from "./compare.tsx";
import { frameworkPage } from "./framework.tsx";
import { frameworksPage } from "./frameworks.tsx";
import { home } from "./home.tsx";
import { indicatorPage } from "./indicator.tsx";
import { instrumentPage } from "./instrument.tsx";
import { instrumentFiles } from "./instrument-files.ts";
import { instrumentHistory } from "./instrument-history.tsx";
import { instrumentsPage } from "./instruments.tsx";
import { jurisdictionPage } from "./jurisdiction.tsx";
import { jurisdictionsPage } from "./jurisdictions.tsx";
import { lessonPage } from "./lesson.tsx";
import { lessonsPage } from "./lessons.tsx";
import { provisionTypePage } from "./provision-type.tsx";
import { provisionTypesPage } from "./provision-types.tsx";
import { queuePage } from "./queue.tsx";
import { readingPage } from "./reading.tsx";
import { subjectPage } from "./subject.tsx";
import { subjectFiles } from "./subject-files.ts";
import { subjectsPage } from "./subjects.tsx";

/** Every page, under the reader's language. */
export const pages = new Hono<Site>({ strict: false });
for (const page of [
  home,
  adoptionPage,
  instrumentsPage,
  instrumentPage,
  instrumentHistory,
  aboutPage,
  bodiesPage,
  bodyPage,
  bodyFiles,
  readingPage,
  changesPage,
  claimPage,
  clausesPage,
  clauseFiles,
  clausePage,
  comparePage,
  frameworkPage,
  frameworksPage,
  jurisdictionPage,
  jurisdictionsPage,
  lessonPage,
  lessonsPage,
  provisionTypePage,
  provisionTypesPage,
  queuePage,
  instrumentFiles,
  codingsFile,
  changesFeed,
  checksPage,
  checkPage,
  indicatorPage,
  subjectsPage,
  subjectPage,
  subjectFiles,
  badge,
])
  pages.route("/", page);
