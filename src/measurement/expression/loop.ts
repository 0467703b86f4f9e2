import { compileTerm, notTruth, type Step } from "./compile.ts";
import { charge } from "./limits.ts";
import { countOf, type Loop } from "./term.ts";
import { Fault, isMap, merge, noForm, type Value } from "./values.ts";

/**
 * A macro over a list or the keys of a map. What one element cannot answer matters only where the others do not decide, as CEL's fold has
 * it: exists and all remember the first fault, the others the last one of a condition.
 */
export function compileLoop(loop: Loop): Step {
  const range = compileTerm(loop.list);
  const test = loop.test && compileTerm(loop.test);
  const each = loop.each && compileTerm(loop.each);
  const round: Round = { slot: loop.slot, cost: (loop.test ? countOf(loop.test) : 0) + (loop.each ? countOf(loop.each) : 0) };
  if (loop.macro === "map" && each) return over(range, collect(round, test, each));
  if (test === undefined) throw new Error("a loop without a condition");
  if (loop.macro === "exists") return over(range, search(round, test, true));
  if (loop.macro === "all") return over(range, search(round, test, false));
  return over(range, loop.macro === "exists_one" ? countOne(round, test) : collect(round, test, undefined));
}

interface Round {
  slot: number;
  cost: number;
}

type Body = (items: readonly Value[], run: Parameters<Step>[0]) => Value;

function over(range: Step, body: Body): Step {
  return (run) => {
    const list = range(run);
    if (Array.isArray(list)) return body(list, run);
    if (list instanceof Fault) return list;
    return isMap(list) ? body(Object.keys(list), run) : noForm("a loop", list);
  };
}

/** exists looks for true, all for false. */
function search({ slot, cost }: Round, test: Step, sought: boolean): Body {
  return (items, run) => {
    let fault: Fault | undefined;
    for (const item of items) {
      charge(cost);
      run.elements[slot] = item;
      const value = test(run);
      if (value === sought) return sought;
      if (value !== !sought) fault = merge(fault, notTruth(value));
    }
    return fault ?? !sought;
  };
}

function countOne({ slot, cost }: Round, test: Step): Body {
  return (items, run) => {
    let fault: Fault | undefined;
    let found = 0;
    for (const item of items) {
      charge(cost);
      run.elements[slot] = item;
      const value = test(run);
      if (value === true) found++;
      else if (value !== false) fault = notTruth(value);
    }
    return fault ?? found === 1;
  };
}

/** filter (no `each`), map with and without a condition */
function collect({ slot, cost }: Round, test: Step | undefined, each: Step | undefined): Body {
  return (items, run) => {
    let fault: Fault | undefined;
    const list: Value[] = [];
    for (const item of items) {
      charge(cost);
      run.elements[slot] = item;
      const chosen = test ? test(run) : true;
      if (chosen !== true && chosen !== false) fault = notTruth(chosen);
      if (chosen !== true || fault) continue;
      const made = each ? each(run) : item;
      if (made instanceof Fault) fault = made;
      else list.push(made);
    }
    return fault ?? list;
  };
}
