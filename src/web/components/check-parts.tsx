import type { Check } from "../../registry/check.ts";
import type { Visit } from "../visit.ts";
import { EnglishNote } from "./english-note.tsx";
import { OwnText } from "./own-text.tsx";
import { WebAddress } from "./web-address.tsx";

/** The provision types that a check or an indicator speaks to, the closest first. */
export function SpeaksTo({ visit, types }: { visit: Visit; types: readonly string[] }) {
  return (
    <>
      {types.map((type, index) => (
        <>
          {index > 0 ? visit.t("punctuation.semicolon") : ""}
          <a href={visit.href(`/provision-types/${type}`)}>{visit.typeName(type)}</a>
        </>
      ))}
    </>
  );
}

/** Expressions as code, each with what it is for. */
export function Expressions({ visit, expressions }: { visit: Visit; expressions: readonly (readonly [string, string | undefined])[] }) {
  return (
    <section aria-labelledby="expression">
      <h2 id="expression">{visit.t("check.expression")}</h2>
      <p class="small">{visit.t("check.expression-what")}</p>
      {expressions.map(([name, source]) =>
        source ? (
          <>
            <h3>{name}</h3>
            <pre class="code" dir="ltr">
              <code>{source}</code>
            </pre>
          </>
        ) : null,
      )}
    </section>
  );
}

/** Facts of a case, one on each line by its dotted name. */
export function CaseFacts({ facts }: { facts: Readonly<Record<string, unknown>> }) {
  const lines = linesOf(facts, "");
  return (
    <ul class="plain" dir="ltr">
      {lines.map(([name, value]) => (
        <li>
          <code>
            {name} = {value}
          </code>
        </li>
      ))}
    </ul>
  );
}

function linesOf(facts: Readonly<Record<string, unknown>>, before: string): (readonly [string, string])[] {
  return Object.entries(facts).flatMap(([name, value]) =>
    value !== null && typeof value === "object" && !Array.isArray(value) && Object.keys(value).length > 0
      ? linesOf(value as Record<string, unknown>, `${before}${name}.`)
      : [[`${before}${name}`, JSON.stringify(value, null, 1).replace(/\n */g, " ")] as const],
  );
}

export function Caveat({ visit, texts }: { visit: Visit; texts: Check["caveat"] }) {
  if (!texts) return null;
  return (
    <p class="remark">
      <strong>{visit.t("check.caveat")}</strong>
      {visit.t("punctuation.colon")}
      <OwnText visit={visit} texts={texts} />
    </p>
  );
}

export function CheckSources({ visit, sources }: { visit: Visit; sources: Check["sources"] }) {
  return (
    <section aria-labelledby="sources">
      <h2 id="sources">{visit.t("instrument.sources")}</h2>
      <ul>
        {sources.map(({ address, note }) => (
          <li>
            <WebAddress text={address} />
            <EnglishNote text={note} />
          </li>
        ))}
      </ul>
    </section>
  );
}
