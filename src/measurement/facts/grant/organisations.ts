import { childrenOf, type Element, firstOf, nameOf, plain } from "./element.ts";

interface Organisation {
  [name: string]: string;
}

export interface Organisations {
  reporting: { ref: string | undefined; name: string | undefined; xpath: string } | undefined;
  /** Who gives the money: providers of transactions and who takes part as funding. */
  providers: Organisation[];
  /** Who is given it: receivers of transactions. */
  recipients: Organisation[];
  /** Who takes part as implementing. */
  implementing: Organisation[];
}

const ORGANISATIONS_KEPT = 100;

/** Organisations by reference and name, each once. Nobody is inferred: a transaction that names no provider adds none. */
export function organisationsOf(activity: Element): Organisations {
  const reporting = firstOf(activity, "reporting-org");
  const transactions = childrenOf(activity, "transaction");
  const inRole = (code: string, word: string) =>
    childrenOf(activity, "participating-org").filter(
      ({ attributes }) => attributes.role === code || attributes.role?.toLowerCase() === word,
    );
  return {
    reporting: reporting && { ref: plain(reporting.attributes.ref, 100), name: nameOf(reporting), xpath: reporting.xpath },
    providers: distinct([...transactions.flatMap((one) => childrenOf(one, "provider-org")), ...inRole("1", "funding")]),
    recipients: distinct(transactions.flatMap((one) => childrenOf(one, "receiver-org"))),
    implementing: distinct(inRole("4", "implementing")),
  };
}

function distinct(elements: readonly Element[]): Organisation[] {
  const found = new Map<string, Organisation>();
  for (const element of elements) {
    if (found.size >= ORGANISATIONS_KEPT) break;
    const ref = plain(element.attributes.ref, 100);
    const name = nameOf(element);
    if (ref || name) found.set(`${ref} ${name}`, { ...(ref && { ref }), ...(name && { name }) });
  }
  return [...found.values()];
}
