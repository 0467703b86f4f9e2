import type { Child } from "hono/jsx";

/** A labelled choice of one. */
export function Choice({
  name,
  label,
  options,
  value,
  none,
  hint,
  suffix = "",
}: {
  name: string;
  /** sets apart the fields of several forms on one page */
  suffix?: string;
  label: string;
  options: readonly (readonly [value: string, name: string])[];
  value?: string | undefined;
  /** what the empty choice is called; without it one must be chosen */
  none?: string;
  hint?: Child;
}) {
  const id = `field-${name}${suffix && `-${suffix}`}`;
  return (
    <p class="field">
      <label for={id}>{label}</label>
      <select id={id} name={name} {...(hint ? { "aria-describedby": `${id}-hint` } : {})}>
        {none === undefined ? null : <option value="">{none}</option>}
        {options.map(([option, text]) => (
          <option value={option} selected={option === value}>
            {text}
          </option>
        ))}
      </select>
      {hint ? (
        <span class="note" id={`${id}-hint`}>
          {hint}
        </span>
      ) : null}
    </p>
  );
}

/** Several of a closed list. */
export function Boxes({
  name,
  legend,
  options,
  values,
}: {
  name: string;
  legend: string;
  options: readonly (readonly [value: string, name: string])[];
  values: readonly string[];
}) {
  return (
    <fieldset class="boxes">
      <legend>{legend}</legend>
      {options.map(([option, text]) => (
        <label>
          <input type="checkbox" name={name} value={option} checked={values.includes(option)} /> {text}
        </label>
      ))}
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
}: {
  name: string;
  suffix?: string;
  label: string;
  value?: string | undefined;
  hint?: Child;
  required?: boolean;
  longest?: number;
  direction?: string;
}) {
  const id = `field-${name}${suffix && `-${suffix}`}`;
  return (
    <p class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        name={name}
        value={value}
        maxlength={longest}
        dir={direction}
        {...(required ? { required: true } : {})}
        {...(hint ? { "aria-describedby": `${id}-hint` } : {})}
      />
      {hint ? (
        <span class="note" id={`${id}-hint`}>
          {hint}
        </span>
      ) : null}
    </p>
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
}: {
  name: string;
  suffix?: string;
  label: string;
  value?: string | undefined;
  rows?: number;
  hint?: Child;
  language?: string;
  direction?: string;
}) {
  const id = `field-${name}${suffix && `-${suffix}`}`;
  // HTML drops the first line break of a textarea.
  return (
    <p class="field">
      <label for={id}>{label}</label>
      <textarea
        id={id}
        name={name}
        rows={rows}
        dir={direction}
        {...(language ? { lang: language } : {})}
        {...(hint ? { "aria-describedby": `${id}-hint` } : {})}
      >
        {value.startsWith("\n") ? `\n${value}` : value}
      </textarea>
      {hint ? (
        <span class="note" id={`${id}-hint`}>
          {hint}
        </span>
      ) : null}
    </p>
  );
}

/** What went wrong with a form, at its head. */
export function Wrong({ message }: { message: string | undefined }) {
  if (!message) return null;
  return (
    <p class="remark" role="alert" id="refusal" lang="en" dir="ltr">
      {message}
    </p>
  );
}
