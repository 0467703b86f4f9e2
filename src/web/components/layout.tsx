import { raw } from "hono/html";
import type { Child } from "hono/jsx";
import { assetAddress } from "../assets.ts";
import { type Language, languages, ownName } from "../languages/index.ts";
import { policyWithScript } from "../security-headers.ts";
import type { Visit } from "../visit.ts";

export interface PageFacts {
  title: string;
  description?: string;
  status?: number;
  headers?: Record<string, string>;
  /** where the page stands, from the home page down: [address, name] */
  trail?: readonly (readonly [string, string])[];
  /** the same content in other forms: [media type, address, name] */
  alternates?: readonly (readonly [string, string, string])[];
  /** the address of a small script of ours that adds comfort; the page works without it */
  script?: string;
  /** schema.org data about the page's subject */
  data?: object;
  /** true where the page should not be found by search engines, such as a filtered list */
  hideFromSearchEngines?: boolean;
}

const navigation = [
  ["/instruments", "nav.instruments"],
  ["/jurisdictions", "nav.jurisdictions"],
  ["/provision-types", "nav.provision-types"],
  ["/frameworks", "nav.frameworks"],
  ["/bodies", "nav.bodies"],
  ["/adoption", "nav.adoption"],
  ["/lessons", "nav.lessons"],
  ["/compare", "nav.compare"],
  ["/clauses", "nav.clauses"],
  ["/drafting", "nav.drafting"],
  ["/about", "nav.about"],
] as const;

/** A whole page as a response. Everything between the marks is escaped by JSX; JSON-LD is escaped here. */
export async function render(visit: Visit, facts: PageFacts, children: Child): Promise<Response> {
  const { t } = visit;
  const markup = (
    <html lang={visit.language} dir={visit.direction}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{facts.title === "Openfirst" ? `Openfirst${t("punctuation.colon")}${t("site.motto")}` : `${facts.title} · Openfirst`}</title>
        <meta name="description" content={facts.description ?? t("site.motto")} />
        <meta name="color-scheme" content="light dark" />
        {facts.hideFromSearchEngines || facts.status ? <meta name="robots" content="noindex, follow" /> : null}
        <link rel="stylesheet" href={assetAddress("style.css")} />
        <link rel="icon" href={assetAddress("mark.svg")} type="image/svg+xml" />
        {languages.map((language) => (
          <link rel="alternate" hreflang={language} href={inLanguage(visit, language)} />
        ))}
        {(facts.alternates ?? []).map(([type, href, name]) => (
          <link rel="alternate" type={type} href={href} title={name} />
        ))}
        {facts.script ? <script src={facts.script} defer /> : null}
        {facts.data
          ? raw(
              `<script type="application/ld+json">${JSON.stringify(facts.data).replaceAll("<", "\\u003c").replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029")}</script>`,
            )
          : null}
      </head>
      <body>
        <a class="skip" href="#content">
          {t("site.skip")}
        </a>
        <header class="site">
          <div class="wide">
            <a class="name" href={visit.href("")}>
              Openfirst
            </a>
            <search>
              <form action={visit.href("/instruments")} method="get">
                <label class="unseen" for="site-search">
                  {t("search.label")}
                </label>
                <input
                  id="site-search"
                  type="search"
                  name="q"
                  maxlength={400}
                  placeholder={t("search.placeholder")}
                  value={visit.url.pathname.endsWith("/instruments") ? (visit.url.searchParams.get("q") ?? "") : ""}
                />
                <button type="submit">{t("search.button")}</button>
              </form>
            </search>
            <nav aria-label={t("nav.languages")} class="languages">
              <ul>
                {languages.map((language) => (
                  <li>
                    {language === visit.language ? (
                      <span aria-current="true" lang={language}>
                        {ownName[language]}
                      </span>
                    ) : (
                      <a href={inLanguage(visit, language)} hreflang={language} lang={language}>
                        {ownName[language]}
                      </a>
                    )}
                  </li>
                ))}
              </ul>
            </nav>
          </div>
          <nav aria-label={t("nav.main")} class="main">
            <ul class="wide">
              {navigation.map(([path, key]) => {
                const here = visit.url.pathname === visit.href(path) || visit.url.pathname.startsWith(`${visit.href(path)}/`);
                return (
                  <li>
                    <a
                      href={visit.href(path)}
                      {...(here ? { "aria-current": visit.url.pathname === visit.href(path) ? "page" : "true" } : {})}
                    >
                      {t(key)}
                    </a>
                  </li>
                );
              })}
            </ul>
          </nav>
        </header>
        {facts.trail ? (
          <nav aria-label={t("nav.trail")} class="trail wide">
            <ol>
              <li>
                <a href={visit.href("")}>{t("nav.home")}</a>
              </li>
              {facts.trail.map(([path, name]) => (
                <li>
                  <a href={visit.href(path)} dir="auto">
                    {name}
                  </a>
                </li>
              ))}
            </ol>
          </nav>
        ) : null}
        <main id="content" class="wide" tabindex={-1}>
          {children}
        </main>
        <footer class="site">
          <div class="wide">
            <p>{t("footer.what")}</p>
            <p>
              {t("footer.licence")} <a href={visit.href("/about")}>{t("footer.about")}</a> · <a href="/api/v1">{t("footer.api")}</a> ·{" "}
              <a href={visit.href("/changes")}>{t("footer.changes")}</a> · <a href={visit.href("/queue")}>{t("queue.title")}</a> ·{" "}
              <a href={visit.href("/consultations")}>{t("consultation.all")}</a>
            </p>
          </div>
        </footer>
      </body>
    </html>
  );
  const html = `<!doctype html>${String(await markup)}`;
  return new Response(html, {
    status: facts.status ?? 200,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-language": visit.language,
      ...(facts.script ? { "content-security-policy": policyWithScript } : {}),
      ...facts.headers,
    },
  });
}

function inLanguage(visit: Visit, language: Language): string {
  const path = visit.url.pathname.replace(/^\/[a-z]{2}(?=\/|$)/, "");
  return `/${language}${path}${visit.url.search}`;
}
