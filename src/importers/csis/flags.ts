import type { ClaimFlag } from "../../registry/claim.ts";

/**
 * Known faults of the publisher's rows, as data: which rows, which fault, and what lets us say so. Everything under `where`
 * must hold. A rule finds its rows by what stands in them, not by their number, so that it lives through a new edition.
 */
export interface FlagRule {
  flag: ClaimFlag;
  where: {
    government?: string;
    title?: RegExp;
    type?: string;
    status?: string;
    year?: readonly number[];
    area?: string;
    notes?: RegExp;
    /** what the publisher's own remark says, or does not say; the remark itself is never carried over */
    remark?: RegExp;
    remarkLacks?: RegExp;
    address?: RegExp;
    /** no address at all in either source column */
    noAddress?: true;
  };
  note: string;
}

const outcomeNamed = /expired|reject|voted down|archived|inadmissible|replaced|removed from consideration|did not gain|withdrawn|vetoed/i;

export const flagRules: readonly FlagRule[] = [
  // Years displaced in blocks
  {
    flag: "displaced-year",
    where: { government: "Canada" },
    note: "All eight rows of Canada give 2006 to 2008, while their titles name 2017 to 2022: the column slipped. Read the year as unknown.",
  },
  {
    flag: "displaced-year",
    where: { government: "Colombia" },
    note: "All nine rows of Colombia give 2010 or 2011, while their titles name 2002 to 2022: the column slipped. Read the year as unknown.",
  },
  {
    flag: "displaced-year",
    where: { government: "Bolivia", title: /^(?!Bill 1058)/ },
    note: "The rows of Bolivia give 2003 to 2007 for texts of 2011 to 2025: the column slipped. Read the year as unknown.",
  },
  { flag: "displaced-year", where: { government: "Barbados", title: /2010-2015/ }, note: "The row says 2001, the title 2010-2015." },
  { flag: "displaced-year", where: { government: "Chile", title: /2018-2022/ }, note: "The row says 2008, the title 2018-2022." },
  {
    flag: "displaced-year",
    where: { government: "Costa Rica", title: /^R-CO-26-2007/ },
    note: "The row says 2012, the number of the text 2007.",
  },
  {
    flag: "displaced-year",
    where: { government: "Costa Rica", title: /^Use of Free Software in State Institutions/ },
    note: "The row says 2011; the publisher's own remark has the bill voted down in 2006.",
  },
  {
    flag: "displaced-year",
    where: { government: "United Kingdom", title: /Re-Use Government Action Plan/, year: [2005] },
    note: "The row says 2005; the plan is of 2009, revised in 2010.",
  },

  // Approved in the collection, no longer law
  {
    flag: "repealed-since",
    where: { government: "Ecuador", title: /Decree 1014/ },
    note: "Listed as approved; repealed by Executive Decree 1425 of 22 May 2017.",
  },

  // Approved in the collection, a draft by its own words
  {
    flag: "draft-shown-as-approved",
    where: { government: "Sri Lanka", title: /^eGovernment Policies and Procedures/ },
    note: "Listed as approved; the cover of the text at this address (v4.0) says draft. An earlier policy was approved in 2009.",
  },
  {
    flag: "draft-shown-as-approved",
    where: { government: "Uganda", title: /Free and Open Source Software/ },
    note: "Listed as approved; the text at this address is draft v0.3 of September 2014. Reports on its adoption contradict each other.",
  },
  {
    flag: "draft-shown-as-approved",
    where: { government: "United Kingdom", title: /^NHS Open Source Policy/ },
    note: "Listed as approved; the text in the repository is a draft of 2022, its adoption not shown.",
  },
  {
    flag: "draft-shown-as-approved",
    where: { government: "Canada", title: /^Open First Whitepaper/ },
    note: "Listed as approved; the text has been headed “DRAFT” since 2017.",
  },
  {
    flag: "draft-shown-as-approved",
    where: { status: "Approved", title: /\bdraft\b/i },
    note: "Listed as approved, while the title calls it a draft.",
  },
  {
    flag: "draft-shown-as-approved",
    where: { status: "Approved", address: /draft/i },
    note: "Listed as approved, while the address of its source calls the text a draft. Whether it was adopted is not shown.",
  },

  // Failed only because nothing was heard of them
  {
    flag: "assumed-failed",
    where: { status: "Failed", notes: /no update found/i },
    note: "The publisher found no update after the proposal; it counts proposed legislation without an update as failed when more than two years have passed.",
  },
  {
    flag: "assumed-failed",
    where: { status: "Failed", area: "Legislative", remarkLacks: outcomeNamed },
    note: "The row names no outcome; the publisher counts proposed legislation without an update as failed when more than two years have passed.",
  },

  // Sources that cannot be opened
  {
    flag: "source-unopenable",
    where: { notes: /no access to original/i },
    note: "The publisher itself had no access to the original and could not find it elsewhere.",
  },
  {
    flag: "source-unopenable",
    where: { notes: /recently broke(?!.*(first source|source II))/i },
    note: "The publisher reports that the address no longer works and that no web archive holds it.",
  },
  {
    flag: "source-unopenable",
    where: { noAddress: true, notes: /^(?!.*no access to original)/is },
    note: "The row gives no web address, only the name of a document or correspondence.",
  },

  // Not law
  {
    flag: "never-enacted",
    where: { government: "United States", title: /^Securing Open Source Software Act/ },
    note: "A bill (S. 4913, 117th Congress) that was not enacted.",
  },

  // Other names
  {
    flag: "names-differ",
    where: { government: "Estonia", title: /State Property Act/ },
    note: "The official English title of Riigivaraseadus is State Assets Act.",
  },
  {
    flag: "names-differ",
    where: { government: "India", title: /Adoption of Open Software/ },
    note: "The official title says “Open Source Software”.",
  },
  {
    flag: "names-differ",
    where: { government: "France", title: /^Digital Republic Bill/ },
    note: "Not a bill any more: Law No 2016-1321 of 7 October 2016 for a Digital Republic.",
  },
  {
    flag: "names-differ",
    where: { government: "South Korea", title: /^Software Industry Promotion Act/ },
    note: "The act's former name; since its revision of 2020 it is the Software Promotion Act.",
  },

  // The same thing twice
  {
    flag: "duplicate-row",
    where: { government: "South Korea", title: /^Software Industry Promotion Act/ },
    note: "Stands in the collection also as “Software Promotion Act” of the same year.",
  },
  {
    flag: "duplicate-row",
    where: { government: "Italy", title: /^Code of Digital Administration \(Codice/ },
    note: "The same code stands in the collection also as a row of 2006.",
  },
  {
    flag: "duplicate-row",
    where: { government: "Italy", title: /^Triennial Informatic Plan/ },
    note: "The same plan stands in the collection also as “The Three Year Plan”.",
  },
  {
    flag: "duplicate-row",
    where: { government: "United Kingdom", title: /Re-Use Government Action Plan/, year: [2005] },
    note: "The same plan stands in the collection also as a row of 2009.",
  },
  {
    flag: "duplicate-row",
    where: { government: "United States", title: /^H\.R\.2810 / },
    note: "The same act (Public Law 115-91) stands in the collection also without its bill number.",
  },
];
