import { OpenAPIHono } from "@hono/zod-openapi";
import { Hono } from "hono";
import { cors } from "hono/cors";
import { z } from "zod";
import { Problem } from "../../shared/problem.ts";
import type { Site } from "../app.tsx";
import { addBodies } from "./bodies.ts";
import { addChecks } from "./checks.ts";
import { addClaims } from "./claims.ts";
import { addClauses } from "./clauses.ts";
import { addCodings } from "./codings.ts";
import { addConsultations } from "./consultations.ts";
import { addCoverage } from "./coverage.ts";
import { describeApi } from "./document.ts";
import { addFrameworks } from "./frameworks.ts";
import { addInstruments } from "./instruments.ts";
import { addJobs } from "./jobs.ts";
import { addJurisdictions } from "./jurisdictions.ts";
import { addLessons } from "./lessons.ts";
import { addMeasurements } from "./measurements.ts";
import { addProvisionTypes } from "./provision-types.ts";
import { addProvisions } from "./provisions.ts";
import { addReadings } from "./readings.ts";
import { addRevisions } from "./revisions.ts";
import { type Api, addRoute, refuse } from "./route.ts";
import { addSubjects } from "./subjects.ts";

/** Version 1 of the API: one file a noun. */
export const v1: Api = new OpenAPIHono<Site>({ strict: false, defaultHook: refuse });

const links = {
  instruments: "/api/v1/instruments",
  provisions: "/api/v1/provisions",
  codings: "/api/v1/codings",
  "provision-types": "/api/v1/provision-types",
  frameworks: "/api/v1/frameworks",
  lessons: "/api/v1/lessons",
  jurisdictions: "/api/v1/jurisdictions",
  bodies: "/api/v1/bodies",
  claims: "/api/v1/claims",
  coverage: "/api/v1/coverage",
  checks: "/api/v1/checks",
  indicators: "/api/v1/indicators",
  clauses: "/api/v1/clauses",
  measurements: "/api/v1/measurements",
  dossiers: "/api/v1/dossiers",
  subjects: "/api/v1/subjects",
  readings: "/api/v1/readings",
  jobs: "/api/v1/jobs",
  consultations: "/api/v1/consultations",
  revisions: "/api/v1/revisions",
  openapi: "/api/v1/openapi.json",
};

const index = z
  .strictObject({
    name: z.string(),
    version: z.string(),
    licence: z.string(),
    links: z.strictObject(Object.fromEntries(Object.keys(links).map((name) => [name, z.string()]))),
  })
  .meta({ id: "Index" });
const welcome = { name: "Openfirst registry", version: "1", licence: "CC-BY-4.0", links };

addRoute(
  v1,
  { path: "/", tag: "index", summary: "Where everything stands", query: {}, answer: index, example: welcome },
  async () => welcome,
);
for (const add of [
  addInstruments,
  addProvisions,
  addCodings,
  addProvisionTypes,
  addFrameworks,
  addLessons,
  addJurisdictions,
  addBodies,
  addClaims,
  addCoverage,
  addChecks,
  addClauses,
  addMeasurements,
  addSubjects,
  addReadings,
  addJobs,
  addConsultations,
  addRevisions,
])
  add(v1);

let described: object | undefined;
v1.get("/openapi.json", (context) => {
  described ??= describeApi(v1);
  return context.json(described);
});

/** The API, open to pages of any origin; it only reads. */
export const api = new Hono<Site>({ strict: false });
api.use("*", cors({ origin: "*", allowMethods: ["GET", "HEAD", "OPTIONS"], exposeHeaders: ["ETag", "Content-Language"], maxAge: 86_400 }));
api.use("*", async (context, next) => {
  if (!/^(GET|HEAD|OPTIONS)$/.test(context.req.method))
    throw new Problem(
      "method-not-allowed",
      `${context.req.method.slice(0, 20)} is not answered here: the API only reads. Use GET, HEAD or OPTIONS.`,
    );
  await next();
});
api.get("/", (context) => context.redirect("/api/v1", 302));
api.route("/v1", v1);
