/** What the sources of some files say in problems, read without running them: whole sentences, and templates that nobody can translate. */
export interface SaidInSource {
  /** English templates, as says`…` makes them, and plain sentences */
  templates: string[];
  /** templates with values that lack says */
  untagged: string[];
}

/** Reads one source. A sentence is a string or template among the arguments of new Problem(…), or a says`…` anywhere. */
export function saidIn(source: string): SaidInSource {
  const found: SaidInSource = { templates: [], untagged: [] };
  for (const { index } of source.matchAll(/\bsays`/g)) found.templates.push(templateAt(source, index + 4).template);
  for (const { index, 0: call } of source.matchAll(/new Problem\(/g)) readArguments(source, index + call.length, found);
  return found;
}

/** From behind the opening bracket to the closing one. The first string of a call is its code. */
function readArguments(source: string, start: number, found: SaidInSource): void {
  let depth = 1;
  for (let at = start; depth > 0 && at < source.length; at++) {
    const sign = source[at];
    if (sign === "(" || sign === "{" || sign === "[") depth++;
    if (sign === ")" || sign === "}" || sign === "]") depth--;
    if (sign === '"') {
      const text = /"(?:[^"\\\n]|\\.)*"/y;
      text.lastIndex = at;
      const literal = text.exec(source)?.[0] ?? '""';
      // A sentence has words; a code has none.
      if (literal.includes(" ")) found.templates.push(JSON.parse(literal));
      at += literal.length - 1;
    }
    if (sign === "`") {
      const { template, end, hasValues } = templateAt(source, at);
      if (source.slice(at - 4, at) !== "says") (hasValues ? found.untagged : found.templates).push(template);
      at = end;
    }
  }
}

/** A template from its opening mark: its text with {0}, {1} … for its values, and where its closing mark stands. */
function templateAt(source: string, start: number): { template: string; end: number; hasValues: boolean } {
  let template = "";
  let values = 0;
  let at = start + 1;
  for (; source[at] !== "`" && at < source.length; at++) {
    if (source.startsWith("${", at)) {
      at = endOfValue(source, at + 2);
      template += `{${values++}}`;
    } else template += source[at];
  }
  return { template, end: at, hasValues: values > 0 };
}

function endOfValue(source: string, start: number): number {
  let depth = 1;
  for (let at = start; at < source.length; at++) {
    if (source[at] === "`") at = templateAt(source, at).end;
    else if (source[at] === "{") depth++;
    else if (source[at] === "}" && --depth === 0) return at;
  }
  return source.length;
}
