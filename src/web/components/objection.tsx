import { factAt } from "../../measurement/fact.ts";
import { definitionsOf } from "../../measurement/facts/definitions.ts";
import type { Look } from "../../measurement/find.ts";
import type { Visit } from "../visit.ts";

/** How a body or a reader answers: a file for the body's dossier that can be imported as it stands, with the words to be filled in. */
export function Objection({ visit, look }: { visit: Visit; look: Look }) {
  const { t } = visit;
  const today = new Date().toISOString().slice(0, 10);
  return (
    <section aria-labelledby="object">
      <h2 id="object">{t("subject.object")}</h2>
      <p>{t("subject.object-how")}</p>
      <details>
        <summary>{t("subject.object-lines")}</summary>
        <pre class="code" dir="ltr">
          <code>{dossierLines(look, visit.language, today)}</code>
        </pre>
      </details>
      <p>
        <a href={`${visit.href("/about")}#correct`}>{t("subject.object-more")}</a>
      </p>
    </section>
  );
}

/** Its ids are of this subject and day, so that a merge puts it over nothing that is held. */
function dossierLines({ body, key, kind, subject, observation }: Look, language: string, today: string): string {
  const own = `${today}-${key}`;
  const about = JSON.stringify(subject);
  const seen = definitionsOf(kind).definitions.find(({ name }) => factAt(observation.facts, name) !== undefined);
  const said = `    role: head of the office
    given_on: "${today}"
    text: "…"
    language: ${language}
    source: said-${own}
`;
  return `# my-dataset/dossiers/${body}.yml: fill in, leave out what you do not say, then
# openfirst validate my-dataset && openfirst import dataset my-dataset
id: ${body}
replies:
  - id: reply-${own}
    about: {kind: ${kind}, subject: ${about}}
${said}corrections:
  - id: correction-${own}
    kind: ${kind}
    subject: ${about}
    fact: ${seen?.name ?? "…"}
    says: "…"
${said}sources:
  - id: said-${own}
    address: "https://example.org/where-it-is-said"
    kind: primary
`;
}
