import { Problem } from "../../shared/problem.ts";
import type { Visit } from "../visit.ts";

/** The box to tick before what others feel at once, without script; the form that bears it is asked by requireSure. */
export function Sure({ visit }: { visit: Visit }) {
  return (
    <label>
      <input type="checkbox" name="sure" value="yes" required /> {visit.t("element.sure")}
    </label>
  );
}

/** Throws where a form comes without the tick: a browser that asks for it sends none. */
export function requireSure(form: FormData): void {
  if (form.get("sure") !== "yes")
    throw new Problem("invalid-input", "Nothing was done: the box that says you are sure is not ticked. Tick it and send it again.");
}
