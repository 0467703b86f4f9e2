import { Hono } from "hono";
import { listRevisions } from "../../registry/find.ts";
import type { Instrument } from "../../registry/instrument.ts";
import { titleOf } from "../../registry/listing.ts";
import { Problem, says } from "../../shared/problem.ts";
import type { Site } from "../app.tsx";
import { render } from "../components/layout.tsx";
import { differences } from "../differences.ts";

/** What changed in our record of an instrument: when, by whom, why, before and after. */
export const instrumentHistory = new Hono<Site>();

instrumentHistory.get("/instruments/:id{[a-z0-9-]+}/history", async (context) => {
  const visit = context.get("visit");
  const id = context.req.param("id");
  const { items } = await listRevisions(visit.db, { noun: "instrument", id, limit: 200 });
  if (items.length === 0) throw new Problem("not-found", says`There is no instrument “${id}”.`);
  const newest = items.find((item) => item.after)?.after as Instrument | undefined;
  const name = newest ? titleOf(newest, visit.language) : id;
  return render(
    visit,
    {
      title: visit.t("history.title", { title: name }),
      trail: [
        ["/instruments", visit.t("nav.instruments")],
        [`/instruments/${id}`, name],
      ],
    },
    <>
      <h1>{visit.t("history.title", { title: name })}</h1>
      <ol class="history">
        {items.map((item) => (
          <li>
            <p>
              <time datetime={item.at}>{visit.date(item.at.slice(0, 10))}</time> · {item.who} · <span dir="auto">{item.why}</span> ·{" "}
              <a href={`${visit.href(`/instruments/${id}`)}?known-on=${item.at.slice(0, 10)}`}>{visit.t("history.read")}</a>
            </p>
            <ul class="changes">
              {differences(item.before, item.after)
                .slice(0, 60)
                .map(({ path, before, after }) => (
                  <li>
                    <code>{path}</code>: {before === undefined ? null : <del dir="auto">{before}</del>}{" "}
                    {after === undefined ? null : <ins dir="auto">{after}</ins>}
                  </li>
                ))}
            </ul>
          </li>
        ))}
      </ol>
    </>,
  );
});
