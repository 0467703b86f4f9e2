import { capacities, clause, legalForms, policyParts } from "../../registry/clause.ts";
import { allOf, whereFields } from "../../registry/field-filter.ts";
import { isWrittenFor } from "../../registry/find-clause.ts";
import { oneOf } from "./parameters.ts";
import { addRecordRoutes, keepingOf, keptShape } from "./records.ts";
import type { Api } from "./route.ts";

const both = (en: string, fr: string) => ({ en, fr });

export function addClauses(api: Api): void {
  addRecordRoutes(api, {
    noun: "clause",
    path: "clauses",
    one: "clause",
    many: "clauses",
    about:
      "Model wording of our own, one clause for a provision type, in English and French: variants by legal form and capacity, blanks, notes, what it needs and contradicts, and the real provisions it rests on. {must} stands for the strength, {name} for a blank, [[provision-type]] for the article that carries it.",
    shape: keptShape("Clause", clause.shape),
    example: {
      id: "responsible-officer",
      page: "/en/clauses/responsible-officer",
      revision: 960,
      known_from: "2026-11-25T09:00:00.000Z",
      version: 1,
      part: "governance",
      order: 20,
      blanks: [
        {
          name: "deadline",
          type: "duration",
          label: both("Time allowed, counted from entry into force", "Délai, compté à partir de l’entrée en vigueur"),
          example: both("six months", "six mois"),
        },
      ],
      variants: [
        {
          id: "general",
          label: both("Any body", "Tout organisme"),
          strengths: ["must", "should"],
          heading: both("Responsible officer", "Responsable désigné"),
          text: both(
            "Within {deadline} each public body {must} name an officer.",
            "Dans un délai de {deadline}, chaque organisme public {must} désigner un responsable.",
          ),
        },
      ],
      why: both("A duty that nobody owns is carried out by nobody.", "Un devoir sans responsable reste lettre morte."),
      mistakes: both("Naming a committee.", "Désigner un comité."),
      cost: both("Part of one post.", "Une partie d’un poste."),
      needs: [],
      conflicts: [],
      precedents: [
        { instrument: "ch-embag-9", provision: "art-9-1" },
        { instrument: "it-cad-68-69", provision: "art-69-1" },
      ],
    },
    filters: {
      part: oneOf(policyParts, "That usually stand in this part of a policy"),
      form: oneOf(legalForms, "With a wording written for this legal form"),
      capacity: oneOf(capacities, "With a wording written for this capacity"),
    },
    where: ({ part, form, capacity }) => allOf(whereFields({ part }), isWrittenFor({ form, capacity })),
    show: (kept) => kept.map((one) => ({ ...keepingOf(one, `/en/clauses/${one.id}`), ...one.record })),
  });
}
