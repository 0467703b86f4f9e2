import type { FactValue, Place } from "../../fact.ts";
import { readDay } from "../day.ts";
import { childrenOf, type Element, firstOf } from "./element.ts";

/** IATI codelist TransactionType, version 2 and, by letters, version 1. What is not here (interest, loan repayment …) is no grant money. */
const transactionTypes: Readonly<Record<string, string>> = {
  "1": "incoming-funds",
  "2": "commitment",
  "3": "disbursement",
  "4": "expenditure",
  "11": "incoming-commitment",
  IF: "incoming-funds",
  C: "commitment",
  D: "disbursement",
  E: "expenditure",
};

export interface Amount {
  year: number;
  type: string;
  currency: string;
  amount: number;
  places: Place[];
}

export interface Money {
  amounts: Amount[];
  /** Budgets by currency. */
  budgetTotal: { [currency: string]: number } | undefined;
  /** Amounts without a number, day or currency that can be read. */
  unread: number;
}

const PLACES_KEPT = 10;

/**
 * Transactions and budgets, summed by calendar year, kind and currency; nothing is converted. A budget counts in the year it begins; where it
 * was revised for a period, the original no longer counts.
 */
export function moneyOf(activity: Element): Money {
  const sums = new Map<string, Amount>();
  const budgets: { [currency: string]: number } = {};
  let unread = 0;
  const add = (element: Element, type: string, day: string | undefined): void => {
    const value = firstOf(element, "value");
    const amount = numberOf(value?.text);
    const currency = currencyOf(value?.attributes.currency ?? activity.attributes["default-currency"]);
    const year = Number((readDay(day?.trim()) ?? readDay(value?.attributes["value-date"]))?.slice(0, 4));
    if (amount === undefined || currency === undefined || Number.isNaN(year)) {
      unread++;
      return;
    }
    const key = `${year} ${type} ${currency}`;
    const sum = sums.get(key) ?? { year, type, currency, amount: 0, places: [] };
    sum.amount += amount;
    if (sum.places.length < PLACES_KEPT) sum.places.push({ xpath: element.xpath });
    sums.set(key, sum);
    if (type === "budget") budgets[currency] = (budgets[currency] ?? 0) + amount;
  };
  for (const transaction of childrenOf(activity, "transaction")) {
    const code = firstOf(transaction, "transaction-type")?.attributes.code ?? "";
    const type = Object.hasOwn(transactionTypes, code) ? transactionTypes[code] : undefined;
    if (type) add(transaction, type, firstOf(transaction, "transaction-date")?.attributes["iso-date"]);
  }
  for (const budget of budgetsInForce(activity)) add(budget, "budget", firstOf(budget, "period-start")?.attributes["iso-date"]);
  const amounts = [...sums.values()].sort((a, b) => a.year - b.year || (a.type < b.type ? -1 : 1));
  for (const sum of amounts) sum.amount = rounded(sum.amount);
  for (const currency of Object.keys(budgets)) budgets[currency] = rounded(budgets[currency] as number);
  return { amounts, budgetTotal: Object.keys(budgets).length > 0 ? budgets : undefined, unread };
}

function budgetsInForce(activity: Element): Element[] {
  const budgets = childrenOf(activity, "budget");
  const periodOf = (budget: Element) =>
    ["period-start", "period-end"].map((name) => firstOf(budget, name)?.attributes["iso-date"] ?? "").join(" ");
  const isRevised = ({ attributes }: Element) => attributes.type === "2" || attributes.type?.toLowerCase() === "revised";
  const revised = new Set(budgets.filter(isRevised).map(periodOf));
  return budgets.filter((budget) => isRevised(budget) || !revised.has(periodOf(budget)));
}

/** IATI allows no thousands separators; some files have them. */
function numberOf(text: string | undefined): number | undefined {
  const written = text?.trim() ?? "";
  if (written.length > 40 || !/^-?[\d,]+(?:\.\d+)?$/.test(written)) return undefined;
  return Number(written.replaceAll(",", ""));
}

function currencyOf(code: string | undefined): string | undefined {
  const written = code?.trim().toUpperCase();
  return written && /^[A-Z]{3}$/.test(written) ? written : undefined;
}

const rounded = (amount: number) => Math.round(amount * 100) / 100;

/** Without their places, as a fact's value. */
export function asFact(amounts: readonly Amount[]): FactValue {
  return amounts.map(({ year, type, currency, amount }) => ({ year, type, currency, amount }));
}
