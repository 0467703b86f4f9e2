import { codeOf } from "./codes.ts";
import type { Method, Notice, Stage, Stated } from "./notice.ts";
import { type Json, type Obj, readProse } from "./prose.ts";

const stages: Readonly<Record<string, Stage>> = {
  planning: "planning",
  planningUpdate: "planning",
  tender: "tender",
  tenderAmendment: "tender",
  tenderUpdate: "tender",
  tenderCancellation: "tender",
  award: "award",
  awardUpdate: "award",
  awardCancellation: "award",
  contract: "contract",
  contractUpdate: "contract",
  contractAmendment: "contract",
  contractTermination: "contract",
  implementation: "contract",
  implementationUpdate: "contract",
};
const order: readonly Stage[] = ["planning", "tender", "award", "contract"];
const methods: ReadonlySet<string> = new Set(["open", "selective", "limited", "direct"]);
/** The notice's own page is not a document attached to it. */
const noticePages = new Set(["tenderNotice", "awardNotice", "contractNotice", "plannedProcurementNotice", "marketEngagementNotice"]);

/**
 * An OCDS release, compiled release or versioned file's release, 1.0 or 1.1, as a notice. `at` is the pointer of the release in its
 * file, "" where it is the whole. Undefined where it has no ocid and no id.
 * Source: OCDS 1.1 release schema. Fields of extensions are read by the names of their keys.
 */
export function readRelease(release: Obj, at: string, source: { file: string; line?: number }): Notice | undefined {
  const id = text(release.ocid) || text(release.id);
  if (!id) return undefined;
  const tender = object(release.tender);
  const notice: Notice = { ...source, path: "pointer", id, documents: documentsOf(release), texts: [], codes: [] };
  readProse(notice.texts, release, at);
  readCodes(notice, tender, `${at}/tender`);
  set(notice, "title", firstText([tender.title, `${at}/tender/title`], [release.title, `${at}/title`]));
  readBuyer(notice, release, at);
  set(notice, "language", stated(text(release.language).toLowerCase(), `${at}/language`));
  set(notice, "date", stated(text(release.date), `${at}/date`));
  set(notice, "stage", stageOf(release, at));
  const method = text(tender.procurementMethod).toLowerCase();
  if (methods.has(method)) notice.method = { value: method as Method, at: `${at}/tender/procurementMethod` };
  readBidders(notice, release, at);
  readValue(notice, release, at);
  const address = text(release.uri) || text(object(list(release.links)[0]).href);
  if (/^https?:\/\//.test(address)) notice.address = address;
  return notice;
}

function readCodes(notice: Notice, tender: Obj, at: string): void {
  const add = (value: Json | undefined, place: string, rank: "main" | "item") => {
    const classification = object(value);
    const code = codeOf(text(classification.scheme), text(classification.id));
    if (code) notice.codes.push({ ...code, rank, at: `${place}/id` });
  };
  const addAll = (holder: Obj, place: string, rank: "main" | "item") => {
    add(holder.classification, `${place}/classification`, rank);
    list(holder.additionalClassifications).forEach((value, index) => {
      add(value, `${place}/additionalClassifications/${index}`, "item");
    });
  };
  addAll(tender, at, "main");
  const only = notice.codes.length === 0 && list(tender.items).length === 1;
  list(tender.items).forEach((item, index) => {
    addAll(object(item), `${at}/items/${index}`, only ? "main" : "item");
  });
}

function readBuyer(notice: Notice, release: Obj, at: string): void {
  const parties = list(release.parties).map(object);
  const isBuyer = (party: Obj) => list(party.roles).includes("buyer");
  const buyer = object(release.buyer);
  const index = parties.findIndex((party) => (text(buyer.id) ? party.id === buyer.id : isBuyer(party)));
  const party = object(parties[index]);
  set(
    notice,
    "buyer",
    firstText(
      [buyer.name, `${at}/buyer/name`],
      [party.name, `${at}/parties/${index}/name`],
      [object(object(release.tender).procuringEntity).name, `${at}/tender/procuringEntity/name`],
    ),
  );
  const buyers = parties.filter(isBuyer).length || (notice.buyer ? 1 : 0);
  if (buyers > 0) notice.buyers = buyers;
  const address = object(party.address ?? buyer.address);
  const where = party.address ? `${at}/parties/${index}/address` : `${at}/buyer/address`;
  set(notice, "country", firstText([address.country, `${where}/country`], [address.countryName, `${where}/countryName`]));
}

function stageOf(release: Obj, at: string): Stated<Stage> | undefined {
  let latest: Stated<Stage> | undefined;
  for (const [index, tag] of list(release.tag).entries()) {
    const value = typeof tag === "string" && Object.hasOwn(stages, tag) ? stages[tag] : undefined;
    if (value && (!latest || order.indexOf(value) > order.indexOf(latest.value))) latest = { value, at: `${at}/tag/${index}` };
  }
  if (latest) return latest;
  const parts = { contract: "contracts", award: "awards", tender: "tender", planning: "planning" } as const;
  for (const [value, key] of Object.entries(parts)) {
    const part = release[key];
    if (Array.isArray(part) ? part.length > 0 : part) return { value: value as Stage, at: `${at}/${key}` };
  }
  return undefined;
}

function readBidders(notice: Notice, release: Obj, at: string): void {
  const tender = object(release.tender);
  const statistics = list(object(release.bids).statistics).flatMap((entry, index) => {
    const { measure, value } = object(entry);
    const counts = ["bids", "validBids", "bidders", "qualifiedBidders"].includes(text(measure)) && typeof value === "number";
    return counts ? [{ value: value as number, at: `${at}/bids/statistics/${index}/value` }] : [];
  });
  const candidates: Stated<number>[] = [...statistics.sort((one, other) => other.value - one.value)];
  if (typeof tender.numberOfTenderers === "number")
    candidates.push({ value: tender.numberOfTenderers, at: `${at}/tender/numberOfTenderers` });
  if (Array.isArray(tender.tenderers) && tender.tenderers.length > 0)
    candidates.push({ value: tender.tenderers.length, at: `${at}/tender/tenderers` });
  const chosen = list(release.awards).some((award) => list(object(award).suppliers).length > 0);
  const found = candidates.find(({ value }) => Number.isInteger(value) && value >= (chosen ? 1 : 0));
  if (found) notice.bidders = found;
  else if (candidates[0]) notice.doubtfulBidders = `${candidates[0].at} says ${candidates[0].value}, though a supplier was chosen`;
}

function readValue(notice: Notice, release: Obj, at: string): void {
  const awards = list(release.awards);
  const contracts = list(release.contracts);
  const places: [Json | undefined, string][] = [[object(release.tender).value, `${at}/tender/value`]];
  if (awards.length === 1) places.push([object(awards[0]).value, `${at}/awards/0/value`]);
  if (contracts.length === 1) places.push([object(contracts[0]).value, `${at}/contracts/0/value`]);
  for (const [value, place] of places) {
    const { amount, currency } = object(value);
    const number = amountOf(amount);
    if (number === undefined) continue;
    notice.amount = { value: number, at: `${place}/amount` };
    set(notice, "currency", stated(text(currency), `${place}/currency`));
    return;
  }
}

/** Dumps of one document database write large numbers as {"$numberLong": "15890000000"}. */
function amountOf(value: Json | undefined): number | undefined {
  const written = typeof value === "object" && value !== null && !Array.isArray(value) ? Number(value.$numberLong ?? Number.NaN) : value;
  return typeof written === "number" && Number.isFinite(written) ? written : undefined;
}

function documentsOf(release: Obj): number {
  let documents = 0;
  for (const part of [release.planning, release.tender, release.awards, release.contracts])
    for (const holder of Array.isArray(part) ? part : [part])
      for (const document of list(object(holder).documents)) if (!noticePages.has(text(object(document).documentType))) documents++;
  return documents;
}

const object = (value: Json | undefined): Obj => (typeof value === "object" && value !== null && !Array.isArray(value) ? value : {});
const list = (value: Json | undefined): Json[] => (Array.isArray(value) ? value : []);
const text = (value: Json | undefined): string => (typeof value === "string" ? value : typeof value === "number" ? String(value) : "");
const stated = (value: string, at: string): Stated<string> | undefined => (value.trim() === "" ? undefined : { value, at });

function firstText(...places: [Json | undefined, string][]): Stated<string> | undefined {
  for (const [value, at] of places) if (text(value).trim() !== "") return { value: text(value), at };
  return undefined;
}

function set<K extends keyof Notice>(notice: Notice, key: K, value: Notice[K] | undefined): void {
  if (value !== undefined) notice[key] = value;
}
