import { compileTerm, type Run, type Step } from "./compile.ts";
import { readsOf, type Term } from "./term.ts";

/** The facts that made a term come out as it did. */
export type Decisive = (run: Run, value: boolean) => string[];

/**
 * Of a conjunction that is false, the operands that are false; of a disjunction that is true, those that are true; through `!` and `?:` too.
 * Everything else is decided by all it reads.
 */
export function decisiveFacts(term: Term): Decisive {
  const decide = decisive(term);
  return (run, value) => [...new Set(decide(run, value))];
}

function decisive(term: Term): Decisive {
  if (term.is === "and") return operands(term.parts, false);
  if (term.is === "or") return operands(term.parts, true);
  if (term.is === "call" && term.name === "!_") {
    const inner = decisive(term.args[0] as Term);
    return (run, value) => inner(run, !value);
  }
  if (term.is === "choice") {
    const test = compileTerm(term.test);
    const [tested, whenTrue, whenFalse] = [decisive(term.test), decisive(term.yes), decisive(term.no)];
    return (run, value) => {
      const chosen = test(run) === true;
      return [...tested(run, chosen), ...(chosen ? whenTrue : whenFalse)(run, value)];
    };
  }
  const reads = readsOf(term);
  return () => reads;
}

function operands(terms: readonly Term[], deciding: boolean): Decisive {
  const parts: { step: Step; facts: Decisive }[] = terms.map((term) => ({ step: compileTerm(term), facts: decisive(term) }));
  return (run, value) => {
    const mattering = value === deciding ? parts.filter(({ step }) => step(run) === value) : parts;
    return mattering.flatMap(({ facts }) => facts(run, value));
  };
}
