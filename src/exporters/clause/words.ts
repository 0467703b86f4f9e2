const en = {
  clause: "clause",
  version: "version",
  colon: ": ",
  blanks: "Blanks to fill",
  blanksLead: "Each with an example:",
  why: "Why",
  mistakes: "How it goes wrong",
  cost: "What it costs",
  needs: "What the text must hold besides",
  conflicts: "What it contradicts",
  precedents: "Precedents",
  cite: "How to cite",
};

/** The words of a document about one clause, in the two languages in which clauses are worded. */
export const clauseWords: Record<"en" | "fr", typeof en> = {
  en,
  fr: {
    clause: "clause",
    version: "version",
    colon: " : ",
    blanks: "Champs à remplir",
    blanksLead: "Chacun avec un exemple :",
    why: "Pourquoi",
    mistakes: "Comment elle échoue",
    cost: "Ce qu’elle coûte",
    needs: "Ce que le texte doit contenir par ailleurs",
    conflicts: "Ce qu’elle contredit",
    precedents: "Précédents",
    cite: "Comment citer",
  },
};
