import { compileTerm, type Run, type Step } from "./compile.ts";
import { readsOf, type Term } from "./term.ts";

/** The facts that made a term come out as it did. */
export type Decisive = (run: Run, value: boolean) => readonly string[];

type Collect = (run: Run, value: boolean, facts: Set<string>) => void;

/**
 * Of a conjunction that is false, the operands that are false; of a disjunction that is true, those that are true; through `!` and `?:` too.
 * Everything else is decided by all it reads.
 */
export function decisiveFacts(term: Term): Decisive {
  const reads = readsOf(term);
  if (reads.length < 2) return () => reads;
  const collect = decisive(term);
  return (run, value) => {
    const facts = new Set<string>();
    collect(run, value, facts);
    return [...facts];
  };
}

function decisive(term: Term): Collect {
  if (term.is === "and") return operands(term.parts, false);
  if (term.is === "or") return operands(term.parts, true);
  if (term.is === "call" && term.name === "!_") {
    const inner = decisive(term.args[0] as Term);
    return (run, value, facts) => inner(run, !value, facts);
  }
  if (term.is === "choice") return choice(compileTerm(term.test), [decisive(term.test), decisive(term.yes), decisive(term.no)]);
  const reads = readsOf(term);
  return (_run, _value, facts) => {
    for (const name of reads) facts.add(name);
  };
}

function choice(test: Step, [tested, whenTrue, whenFalse]: [Collect, Collect, Collect]): Collect {
  return (run, value, facts) => {
    const chosen = test(run) === true;
    tested(run, chosen, facts);
    (chosen ? whenTrue : whenFalse)(run, value, facts);
  };
}

function operands(terms: readonly Term[], deciding: boolean): Collect {
  const parts: { step: Step; collect: Collect }[] = terms.map((term) => ({ step: compileTerm(term), collect: decisive(term) }));
  return (run, value, facts) => {
    for (const { step, collect } of parts) if (value !== deciding || step(run) === value) collect(run, value, facts);
  };
}
