import type { PublicConsultation } from "../../drafting/consultation.ts";
import { plainText } from "../../drafting/plain-text.ts";
import { renderDraft } from "../../drafting/rendered.ts";
import { spreadsheetCsv } from "../csv/write.ts";

/** A consultation in the API's shape: what was asked, the articles, what was said and answered, and how much was refused. */
export function consultationRecord({ consultation, content, labels, themes, comments, refused, waiting }: PublicConsultation) {
  const { draft: _, closed_at: closedAt, ...facts } = consultation;
  return {
    ...facts,
    ...(closedAt ? { closed_on: closedAt.slice(0, 10) } : {}),
    page: `/en/consultations/${consultation.id}`,
    articles: renderDraft(content, labels).elements.map((element) => ({
      id: element.id,
      kind: element.kind,
      ...(element.label ? { label: element.label } : {}),
      ...(element.heading ? { heading: element.heading } : {}),
      text: plainText({ elements: [element] }, { headings: false }),
    })),
    themes: themes.map(({ theme, title, answer, changed }) => ({
      id: theme,
      title,
      ...(answer ? { answer } : {}),
      ...(changed ? { changed } : {}),
    })),
    comments: comments.map(({ comment, element, body, name, organisation, theme, sent_on }) => ({
      id: comment,
      ...(element ? { article: element } : {}),
      text: body,
      ...(name ? { name } : {}),
      ...(organisation ? { organisation } : {}),
      ...(theme === null ? {} : { theme }),
      sent_on,
    })),
    refused,
    waiting,
  };
}

/** The published comments as a table for spreadsheets, each with its article, theme and answer; no cell is run as a formula. */
export function consultationCsv(published: PublicConsultation): string {
  const columns = ["comment", "sent_on", "article", "heading", "text", "name", "organisation", "theme", "answer", "changed"];
  const articles = new Map(renderDraft(published.content, published.labels).elements.map((element) => [element.id, element]));
  const themes = new Map(published.themes.map((theme) => [theme.theme, theme]));
  return spreadsheetCsv(
    columns,
    published.comments.map(({ comment, sent_on, element, body, name, organisation, theme }) => {
      const article = element === null ? undefined : articles.get(element);
      const under = theme === null ? undefined : themes.get(theme);
      return {
        comment,
        sent_on,
        article: article?.label,
        heading: article?.heading,
        text: body,
        name,
        organisation,
        theme: under?.title,
        answer: under?.answer,
        changed: under?.changed,
      };
    }),
  );
}

/** The whole consultation as a text to read: the articles, beneath each what was said of it, then the themes with their answers. */
export function consultationMarkdown(published: PublicConsultation): string {
  const { consultation, themes, comments, refused, waiting } = published;
  const rendered = renderDraft(published.content, published.labels);
  const of = (element: string | null) => comments.filter((one) => one.element === element);
  const said = (list: PublicConsultation["comments"]) =>
    list.map(({ comment, body, name, organisation, sent_on }) =>
      [
        `**${comment}.** ${
          [name, organisation]
            .filter(Boolean)
            .map((one) => quiet(one as string))
            .join(", ") || "—"
        }, ${sent_on}`,
        quote(body),
      ].join("\n\n"),
    );
  const blocks = [
    `# ${quiet(consultation.title)}`,
    quiet(consultation.introduction),
    `${consultation.opens_on} – ${consultation.closes_on} · ${quiet(consultation.answered_by)}`,
    ...said(of(null)),
    ...rendered.elements.flatMap((element) => [
      `## ${quiet([element.label, element.heading].filter(Boolean).join(". ") || "—")}`,
      quiet(plainText({ elements: [element] }, { headings: false })),
      ...said(of(element.id)),
    ]),
    ...themes.flatMap(({ theme, title, answer, changed }) => [
      `## ${quiet(title)}`,
      comments
        .filter((one) => one.theme === theme)
        .map(({ comment }) => `**${comment}**`)
        .join(", "),
      answer ? quiet(answer) : "",
      changed ? `→ ${quiet(changed)}` : "",
    ]),
    Object.entries(refused)
      .map(([reason, count]) => `- ${reason}: ${count}`)
      .concat(waiting > 0 ? [`- waiting: ${waiting}`] : [])
      .join("\n"),
  ];
  return `${blocks.filter(Boolean).join("\n\n")}\n`;
}

/** Words that Markdown shows and does not obey. */
function quiet(text: string): string {
  return text.replace(/[\\`*_[\]<>#|~]/g, "\\$&").replace(/^(\s*)([-+]|\d+[.)])(?=\s)/gm, "$1\\$2");
}

function quote(text: string): string {
  return quiet(text)
    .split("\n")
    .map((one) => `> ${one}`.trimEnd())
    .join("\n");
}
