import type { Look } from "../../measurement/find.ts";
import type { Visit } from "../visit.ts";

/** How a body or a reader answers: the lines for the body's dossier, ready to be filled in. */
export function Objection({ visit, look }: { visit: Visit; look: Look }) {
  const { t } = visit;
  const subject = JSON.stringify(look.subject);
  const said = `    role: head of the office\n    given_on: "2026-11-30"\n    text: …\n    language: ${visit.language}\n    source: s1\n`;
  const yaml = `# dataset/dossiers/${look.body}.yml
replies:
  - id: reply-1
    about: {kind: ${look.kind}, subject: ${subject}}
${said}corrections:
  - id: correction-1
    kind: ${look.kind}
    subject: ${subject}
    fact: …
    says: …
${said}`;
  return (
    <section aria-labelledby="object">
      <h2 id="object">{t("subject.object")}</h2>
      <p>{t("subject.object-how")}</p>
      <details>
        <summary>{t("subject.object-lines")}</summary>
        <pre class="code" dir="ltr">
          <code>{yaml}</code>
        </pre>
      </details>
      <p>
        <a href={`${visit.href("/about")}#correct`}>{t("subject.object-more")}</a>
      </p>
    </section>
  );
}
