import { compareTexts } from "../../drafting/comparison/texts.ts";
import type { Draft, HeldElement } from "../../drafting/draft.ts";
import type { Wording } from "../../drafting/find.ts";
import { directionOf } from "../../drafting/rendered.ts";
import type { Problem } from "../../shared/problem.ts";
import { moment } from "../people/form.tsx";
import type { Visit } from "../visit.ts";
import { authorName } from "./author-name.ts";
import { ComparedText } from "./compared-text.tsx";
import { Line, Lines, Wrong } from "./form-fields.tsx";

/** What a person sends to settle a conflict: which one, and the wording as they joined it, written upon this revision. */
export interface Settling {
  wording: number;
  heading: string;
  text: string;
  base: number;
}

/** A wording that lost against a newer one, beside the one that stands: keep that, take this, or write both together. */
export function Conflict({
  visit,
  draft,
  held,
  lost,
  mayWrite,
  failed,
}: {
  visit: Visit;
  draft: Draft;
  held: HeldElement | undefined;
  lost: Wording;
  mayWrite: boolean;
  failed: { settling: Settling; wrong: Problem } | undefined;
}) {
  const { t } = visit;
  const name = `wording-${lost.wording}`;
  return (
    <section class="conflict" id={name} aria-labelledby={`${name}-name`}>
      <h2 id={`${name}-name`}>{t("versions.conflict")}</h2>
      <p>{t("versions.conflict-what")}</p>
      <Wrong visit={visit} problem={failed?.wrong} />
      <BothWordings visit={visit} draft={draft} held={held} lost={lost} />
      {mayWrite && held ? (
        <form method="post" action={visit.href(`/drafts/${draft.id}/elements/${held.id}/history#${name}`)} class="drafting-form">
          <input type="hidden" name="wording" value={String(lost.wording)} />
          <input type="hidden" name="base" value={String(held.revision)} />
          <p class="buttons">
            <button type="submit" name="take" value="theirs">
              {t("versions.take-theirs", { who: authorName(visit, held.changedBy) })}
            </button>
            <button type="submit" name="take" value="mine">
              {t("versions.take-mine", { who: authorName(visit, lost.who) })}
            </button>
          </p>
          <h3>{t("versions.join")}</h3>
          <p id={`${name}-join`}>{t("versions.join-what", { who: authorName(visit, lost.who) })}</p>
          <Line name="heading" suffix={name} label={t("element.heading")} value={failed?.settling.heading ?? lost.heading} />
          <Lines
            name="text"
            suffix={name}
            label={t("element.text")}
            value={failed?.settling.text ?? lost.text}
            rows={Math.min(24, Math.max(8, Math.ceil(lost.text.length / 70)))}
            language={draft.language}
          />
          <p>
            <button type="submit" name="take" value="joined" aria-describedby={`${name}-join`}>
              {t("versions.take-joined")}
            </button>
          </p>
        </form>
      ) : null}
    </section>
  );
}

/** The two wordings side by side, in each the words marked that the other does not have. */
function BothWordings({ visit, draft, held, lost }: { visit: Visit; draft: Draft; held: HeldElement | undefined; lost: Wording }) {
  const { t } = visit;
  const heading = compareTexts(held?.heading ?? "", lost.heading, draft.language);
  const text = compareTexts(held?.text ?? "", lost.text, draft.language);
  const sides = [
    ["before", t("versions.stands"), held && { who: held.changedBy, at: held.changedAt }],
    ["after", t("versions.lost"), lost],
  ] as const;
  return (
    <div class="two-texts">
      {sides.map(([side, label, by]) => (
        <div>
          <h3>{label}</h3>
          {by ? (
            <p class="facts">
              <bdi>{authorName(visit, by.who)}</bdi>, {moment(visit, by.at)}
            </p>
          ) : (
            <p>{t("versions.article-gone")}</p>
          )}
          <div class="draft-text compared" lang={draft.language} dir={directionOf(draft.language)}>
            <p class="compared-heading">
              <ComparedText visit={visit} stretches={heading} side={side} />
            </p>
            <ComparedText visit={visit} stretches={text} side={side} />
          </div>
        </div>
      ))}
    </div>
  );
}
