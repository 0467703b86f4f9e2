import type { Child } from "hono/jsx";
import type { Problem } from "../../shared/problem.ts";
import { describedBy, Labelled } from "../components/labelled.tsx";
import { Why } from "../components/why.tsx";
import type { Visit } from "../visit.ts";

interface FieldFacts {
  name: string;
  label: string;
  hint?: Child;
  /** sets apart the fields of several forms on one page */
  suffix?: string;
}

const idOf = (name: string, suffix: string) => `field-${name}${suffix && `-${suffix}`}`;

/** A labelled choice of one. */
export function Choice({
  name,
  label,
  options,
  value,
  none,
  hint,
  suffix = "",
}: FieldFacts & {
  options: readonly (readonly [value: string, name: string])[];
  value?: string | undefined;
  /** what the empty choice is called; without it one must be chosen */
  none?: string;
}) {
  const id = idOf(name, suffix);
  return (
    <Labelled id={id} label={label} hint={hint}>
      <select id={id} name={name} {...describedBy(id, hint)}>
        {none === undefined ? null : <option value="">{none}</option>}
        {options.map(([option, text]) => (
          <option value={option} selected={option === value}>
            {text}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

/** Several of a closed list. */
export function Boxes({
  name,
  legend,
  options,
  values,
  hint,
}: {
  name: string;
  legend: string;
  hint?: string;
  options: readonly (readonly [value: string, name: string])[];
  values: readonly string[];
}) {
  return (
    <fieldset class="boxes" {...describedBy(idOf(name, ""), hint)}>
      <legend>{legend}</legend>
      {options.map(([option, text]) => (
        <label>
          <input type="checkbox" name={name} value={option} checked={values.includes(option)} /> {text}
        </label>
      ))}
      {hint ? (
        <span class="note" id={`${idOf(name, "")}-hint`}>
          {hint}
        </span>
      ) : null}
    </fieldset>
  );
}

/** A labelled line. */
export function Line({
  name,
  label,
  value = "",
  hint,
  required,
  longest = 300,
  direction = "auto",
  suffix = "",
  offered = [],
}: FieldFacts & {
  value?: string | undefined;
  required?: boolean;
  longest?: number;
  direction?: string;
  /** what a browser offers while one types; anything else can be typed too */
  offered?: readonly string[];
}) {
  const id = idOf(name, suffix);
  return (
    <Labelled id={id} label={label} hint={hint}>
      <input
        id={id}
        name={name}
        value={value}
        maxlength={longest}
        dir={direction}
        {...(required ? { required: true } : {})}
        {...(offered.length > 0 ? { list: `${id}-offered` } : {})}
        {...describedBy(id, hint)}
      />
      {offered.length > 0 ? (
        <datalist id={`${id}-offered`}>
          {offered.map((one) => (
            <option value={one} />
          ))}
        </datalist>
      ) : null}
    </Labelled>
  );
}

/** A labelled text of several lines. */
export function Lines({
  name,
  label,
  value = "",
  rows = 4,
  hint,
  language,
  direction = "auto",
  suffix = "",
}: FieldFacts & {
  value?: string | undefined;
  rows?: number;
  language?: string;
  direction?: string;
}) {
  const id = idOf(name, suffix);
  // HTML drops the first line break of a textarea.
  return (
    <Labelled id={id} label={label} hint={hint}>
      <textarea id={id} name={name} rows={rows} dir={direction} {...(language ? { lang: language } : {})} {...describedBy(id, hint)}>
        {value.startsWith("\n") ? `\n${value}` : value}
      </textarea>
    </Labelled>
  );
}

/** What went wrong with a form, at its head. */
export function Wrong({ visit, problem }: { visit: Visit; problem: Problem | undefined }) {
  if (!problem) return null;
  return (
    <p class="remark" role="alert" id="refusal">
      <Why visit={visit} problem={problem} />
    </p>
  );
}

/** Told to whoever sent a form twice, on the page of what it made the first time. */
export function SentBefore({ visit }: { visit: Visit }) {
  if (!visit.url.searchParams.has("again")) return null;
  return (
    <p class="remark" role="status">
      {visit.t("drafting.sent-before")}
    </p>
  );
}
