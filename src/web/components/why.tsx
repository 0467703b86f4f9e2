import { Refusal } from "../../people/refusal.ts";
import { inEnglish, type Problem, type Said } from "../../shared/problem.ts";
import { type Language, translateSaid } from "../languages/index.ts";
import type { Visit } from "../visit.ts";

/** Why something was refused, in the reader's language; in English, marked as such, where nobody has translated it. */
export function Why({ visit, problem }: { visit: Visit; problem: Problem }) {
  if (problem instanceof Refusal) return <>{visit.t(`people.refusal.${problem.reason}`, problem.values)}</>;
  return <SaidIn language={visit.language} said={problem.said} />;
}

function SaidIn({ language, said }: { language: Language; said: Said }) {
  const parts = translateSaid(language, said, (value) => <SaidIn language={language} said={value} />);
  if (parts) return <>{parts}</>;
  return (
    <span lang="en" dir="ltr">
      {inEnglish(said)}
    </span>
  );
}
