import type { Visit } from "../visit.ts";

/** Where facts come from, as dataset/README.md has it: what is taken, from whom, under which licence. Names stay as their publishers write them. */
const sources = [
  {
    of: "places",
    source: "UN Statistics Division, Standard country or area codes (M49), by the package datasets/country-codes",
    licence: "ODC-PDDL-1.0",
  },
  { of: "names", source: "UNTERM; M49", licence: null },
  { of: "income", source: "World Bank, country API", licence: "CC-BY-4.0" },
  { of: "egdi", source: "UN E-Government Survey, UN E-Government Knowledgebase", licence: null },
  { of: "identifiers", source: "Wikidata", licence: "CC0-1.0" },
] as const;

const collections = {
  csis: {
    source: "CSIS, Government Open Source Software Policies, version 3 (December 2022): Eugenia Lostri, Georgia Wood, Megha Jain",
    licence: "CC-BY-4.0",
    address: "https://github.com/github/government-open-source-policies",
  },
  idb: {
    source: "Inter-American Development Bank, OSS_policies (March 2026)",
    licence: "CC-BY-4.0",
    address: "https://github.com/EL-BID/OSS_policies",
  },
} as const;

/** The table of sources and licences, with the frameworks and collections that the registry holds. */
export function DataSources({ visit, claims }: { visit: Visit; claims: ReadonlyMap<string, number> }) {
  const { t } = visit;
  return (
    <section aria-labelledby="sources">
      <h2 id="sources">{t("about.sources")}</h2>
      <div class="scroll">
        <table>
          <caption class="unseen">{t("about.sources")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("about.source-of")}</th>
              <th scope="col">{t("about.source")}</th>
              <th scope="col">{t("framework.licence")}</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">{t("about.of-instruments")}</th>
              <td>{t("about.named-per-fact")}</td>
              <td>{t("about.licence-per-quotation")}</td>
            </tr>
            {[...claims].map(([id, count]) => (
              <Collection visit={visit} id={id} count={count} />
            ))}
            {sources.map(({ of, source, licence }) => (
              <tr>
                <th scope="row">{t(`about.of-${of}`)}</th>
                <td lang="en" dir="auto">
                  {source}
                </td>
                <td>{licence ?? t("about.facts-only")}</td>
              </tr>
            ))}
            {[...visit.reference.frameworks.values()].map((framework) => (
              <tr>
                <th scope="row">
                  <a href={visit.href(`/frameworks/${framework.id}`)}>{visit.own(framework.names)}</a>
                </th>
                <td lang="en" dir="auto">
                  {framework.publisher}, {framework.version}
                </td>
                <td lang="en" dir="auto">
                  {framework.licence}
                </td>
              </tr>
            ))}
            <tr>
              <th scope="row">{t("about.of-lessons")}</th>
              <td>{t("about.named-per-fact")}</td>
              <td>CC-BY-4.0</td>
            </tr>
            <tr>
              <th scope="row">{t("about.of-ours")}</th>
              <td>{t("about.ours")}</td>
              <td>CC-BY-4.0</td>
            </tr>
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Collection({ visit, id, count }: { visit: Visit; id: string; count: number }) {
  const known = id === "csis" || id === "idb" ? collections[id] : undefined;
  return (
    <tr>
      <th scope="row">{visit.t("about.of-claims", { count, collection: id.toUpperCase() })}</th>
      <td lang="en" dir="auto">
        {known ? (
          <a href={known.address} rel="noopener">
            {known.source}
          </a>
        ) : (
          id
        )}
      </td>
      <td>{known?.licence ?? visit.t("unknown")}</td>
    </tr>
  );
}
