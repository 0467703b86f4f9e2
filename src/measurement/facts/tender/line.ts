import { isUtf8 } from "node:buffer";
import type { Fault } from "../../../shared/problem.ts";
import { isSearched } from "./facts.ts";
import type { Notice } from "./notice.ts";
import { particulars } from "./ocds.ts";
import { noticesIn } from "./packages.ts";
import type { Json } from "./prose.ts";
import { DOUBT, scannerOf } from "./scan.ts";

interface Source {
  file: string;
  line?: number;
}

const scan = scannerOf(particulars);

/**
 * The notices of one line. A cheap first pass makes only their particulars; where a text is to be searched, anything is out of the
 * ordinary or at fault, the line is parsed whole, and gives the same and more.
 */
export function readLine(line: Buffer, source: Source, onFault: (fault: Fault) => void): Notice[] {
  return (isUtf8(line) ? particularsOf(line, source) : undefined) ?? readJson(line, source, onFault);
}

function particularsOf(line: Buffer, source: Source): Notice[] | undefined {
  const value = scan(line);
  if (value === DOUBT) return undefined;
  let faults = 0;
  const notices = noticesIn(value, source, () => {
    faults++;
  });
  return faults > 0 || notices.some(isSearched) ? undefined : notices;
}

/** The notices of one JSON value. What is wrong with it goes to onFault. */
export function readJson(bytes: Buffer, source: Source, onFault: (fault: Fault) => void): Notice[] {
  const fault = (at: string | undefined, message: string) => onFault({ ...source, at, message });
  if (!isUtf8(bytes)) {
    fault(undefined, "is not UTF-8; expected JSON in UTF-8");
    return [];
  }
  let value: Json;
  try {
    value = JSON.parse(bytes.toString("utf8").replace(/^\ufeff/, "")) as Json;
  } catch (error) {
    fault(undefined, `is not JSON (${(error as Error).message.slice(0, 120)})`);
    return [];
  }
  return noticesIn(value, source, fault);
}
