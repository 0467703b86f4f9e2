import type { ClaimFlag } from "../../registry/claim.ts";

/** Known faults of the collection, as data: which entries (by country and what stands in title or address), which fault, and what lets us say so. */
export interface FlagRule {
  flag: ClaimFlag;
  where: { country: string; title?: RegExp; address?: RegExp; twice?: true };
  note: string;
}

export const flagRules: readonly FlagRule[] = [
  {
    flag: "repealed-since",
    where: { country: "EC", title: /Decree No\. 1014/ },
    note: "Shown as current; repealed by Executive Decree 1425 of 22 May 2017.",
  },
  {
    flag: "repealed-since",
    where: { country: "EC", title: /Decree No\. 1425/ },
    note: "Shown as current; repealed by Executive Decree 1073 of June 2020.",
  },
  {
    flag: "never-enacted",
    where: { country: "US", title: /^Securing Open Source Software Act/ },
    note: "A bill (H.R. 3286, 118th Congress) that was not enacted, shown among policies.",
  },
  {
    flag: "lost-superscript",
    where: { country: "EE", title: /^State Property Amendment Act/ },
    note: "The collection writes sections 281 to 284; the law's sections are 28¹ to 28⁴.",
  },
  {
    flag: "names-differ",
    where: { country: "EE", title: /^State Property Amendment Act/ },
    note: "The official English title of Riigivaraseadus is State Assets Act.",
  },
  {
    flag: "names-differ",
    where: { country: "US", title: /SHARE IT Act/, address: /house-bill\/3286/ },
    note: "The address is that of another bill, H.R. 3286; the SHARE IT Act is Public Law 118-187.",
  },
  {
    flag: "names-differ",
    where: { country: "EC", title: /^Strategy for the Implementation of Free Software/, address: /decreto_1014/ },
    note: "The title names a strategy, the address ends in decreto_1014.pdf: the decree that was repealed in 2017.",
  },
  {
    flag: "names-differ",
    where: { country: "KR", title: /^Software Industry Promotion Act/ },
    note: "The act's former name; since its revision of 2020 it is the Software Promotion Act.",
  },
  {
    flag: "names-differ",
    where: { country: "DE", title: /^Act to Amend the Online Access Act/ },
    note: "The rule on open source stands in § 16a of the E-Government Act and § 4(3) of the Online Access Act; there is no § 16a in the Online Access Act. The address is a parliamentary paper, not the act.",
  },
  {
    flag: "names-differ",
    where: { country: "CH", title: /EMBAG/ },
    note: "Official English texts call the same act EMOTA, and name it differently from this collection.",
  },
  {
    flag: "duplicate-row",
    where: { country: "DE", title: /^Digital Strategy$/, twice: true },
    note: "The same document stands twice under the same category.",
  },
];
