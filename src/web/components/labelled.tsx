import type { Child } from "hono/jsx";

/** What a field needs to be described by its hint: attributes for the field itself. */
export function describedBy(id: string, hint: Child | undefined): { "aria-describedby"?: string } {
  return hint ? { "aria-describedby": `${id}-hint` } : {};
}

/** A field with its label above and its hint below; the field inside bears the id. */
export function Labelled({ id, label, hint, children }: { id: string; label: string; hint?: Child; children?: Child }) {
  return (
    <p class="field">
      <label for={id}>{label}</label>
      {children}
      {hint ? (
        <span class="note" id={`${id}-hint`}>
          {hint}
        </span>
      ) : null}
    </p>
  );
}
