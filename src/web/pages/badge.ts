import { Hono } from "hono";
import { policyId } from "../../measurement/asked.ts";
import { type Figure, figureOf } from "../../measurement/figure.ts";
import { countOutcomes, tellSubjects } from "../../measurement/tell.ts";
import { findRecord } from "../../registry/find.ts";
import { Problem, says } from "../../shared/problem.ts";
import type { Site } from "../app.tsx";
import { badgeSvg } from "../badge-svg.ts";
import { readOne, shortened } from "../parameters.ts";
import type { Visit } from "../visit.ts";
import { looksAt } from "./subject.tsx";

/** How a subject stands to a policy, as a small picture for a page elsewhere: counts, never a score. */
export const badge = new Hono<Site>();

badge.get("/subjects/:key/badge.svg", async (context) => {
  const visit = context.get("visit");
  const [look] = await looksAt(visit, context.req.param("key"));
  if (!look) throw new Problem("not-found", "Nothing was seen of this subject.");
  const policy = readOne(visit.url.searchParams, "policy", (value) => value.length <= 120, says`the identifier of an instrument`);
  const applying = (await findRecord(visit.db, "dossier", look.body))?.record.instruments.map(({ instrument }) => instrument) ?? [];
  if (policy !== undefined && !applying.includes(policy))
    throw new Problem(
      "invalid-input",
      `The policy “${shortened(policy)}” is not known to apply to ${look.body}; expected ${applying.length > 0 ? `one of ${applying.join(", ")}, or none` : "none"}.`,
    );
  const told = (await tellSubjects(visit.db, look.body, [look])).get(look.key) ?? [];
  const asked = told.filter(({ askers }) =>
    askers.some((one) => (policy === undefined ? one.policy.framework : policyId(one.policy) === policy)),
  );
  const counts = countOutcomes(asked.map(({ finding }) => finding));
  const excepted = asked.filter(({ exception }) => exception).length;
  const figure = figureOf(counts.met + excepted, counts.met + counts["not-met"], counts["not-observable"] + counts.error);
  const svg = badgeSvg(visit.t("subject.badge-label"), saidOf(visit.t, figure), visit.direction);
  return new Response(svg, { headers: { "content-type": "image/svg+xml; charset=utf-8", "access-control-allow-origin": "*" } });
});

function saidOf(t: Visit["t"], { numerator, denominator, unknown }: Figure): string {
  if (denominator + unknown === 0) return t("subject.badge-nothing");
  const parts = [
    ...(denominator > 0 ? [t("subject.badge-met", { met: numerator, of: denominator })] : []),
    ...(unknown > 0 ? [t("subject.badge-unknown", { count: unknown })] : []),
  ];
  return parts.join(" · ");
}
