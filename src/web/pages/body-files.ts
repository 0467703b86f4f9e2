import { Hono } from "hono";
import { readBody } from "../../measurement/find-reading.ts";
import type { Reading } from "../../measurement/reading.ts";
import { Problem, says } from "../../shared/problem.ts";
import { answerCsv } from "../answer-csv.ts";
import type { Site } from "../app.tsx";
import { dayOf } from "../measured.ts";
import { readOne, shortened } from "../parameters.ts";

const columns = [
  "body",
  "instrument",
  "provision",
  "locator",
  "provision_type",
  "strength",
  "by",
  "question",
  "version",
  "parameters",
  "numerator",
  "denominator",
  "unknown",
  "low",
  "high",
  "excepted",
  "not_applicable",
  "observed_on",
  "not_looked",
  "needs",
  "formula",
] as const;
type Row = Partial<Record<(typeof columns)[number], string | number | undefined>>;

/** A body's figures, one a row; a duty without a figure has a row that says what one would need. */
export const bodyFiles = new Hono<Site>();

bodyFiles.get("/bodies/:id{[a-z0-9-]+}/figures.csv", async (context) => {
  const visit = context.get("visit");
  const id = context.req.param("id");
  if (!visit.reference.bodies.has(id)) throw new Problem("not-found", says`There is no body “${shortened(id)}”.`);
  const readings = await readBody(visit.db, id, new Date().toISOString().slice(0, 10));
  const ids = readings.map(({ instrument }) => instrument);
  const wanted = readOne(
    visit.url.searchParams,
    "instrument",
    (value) => ids.includes(value),
    says`one that applies to ${id}: ${ids.join(", ") || "none does"}`,
  );
  const rows = readings.filter(({ instrument }) => wanted === undefined || instrument === wanted).flatMap(rowsOf);
  return answerCsv(`${id}-figures.csv`, columns, rows);
});

function rowsOf({ body, instrument, formula, implementation }: Reading): Row[] {
  return implementation.flatMap(({ provision, locator, provisionType, strength, figures, needs, notLooked }) => {
    const duty = {
      body,
      instrument,
      provision,
      locator,
      provision_type: provisionType,
      strength,
      not_looked: notLooked?.join(" "),
      needs,
      formula,
    };
    if (figures.length === 0) return [duty];
    return figures.map(({ by, id, version, parameters, figure, counts, observedAt }) => ({
      ...duty,
      by,
      question: id,
      version,
      parameters: JSON.stringify(parameters),
      numerator: figure.numerator,
      denominator: figure.denominator,
      unknown: figure.unknown,
      low: figure.low,
      high: figure.high,
      excepted: counts?.excepted,
      not_applicable: counts?.notApplicable,
      observed_on: observedAt ? dayOf(observedAt) : undefined,
    }));
  });
}
