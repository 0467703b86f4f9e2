import published from "./licences.json" with { type: "json" };

/** One licence of the SPDX list. */
export interface Licence {
  /** As SPDX writes it: "EUPL-1.2" */
  id: string;
  name: string;
  osiApproved: boolean;
  fsfFree: boolean;
  /** On the Digital Public Goods Alliance's list of licences for software. */
  dpgApproved: boolean;
}

/** What SPDX writes today for identifiers it has withdrawn. "GPL-3.0" and its kin follow from their form. */
const replaced: Record<string, string> = {
  "BSD-2-Clause-FreeBSD": "BSD-2-Clause-Views",
  "BSD-2-Clause-NetBSD": "BSD-2-Clause",
  "bzip2-1.0.5": "bzip2-1.0.6",
  "eCos-2.0": "GPL-2.0-or-later WITH eCos-exception-2.0",
  "GPL-2.0-with-autoconf-exception": "GPL-2.0-only WITH Autoconf-exception-2.0",
  "GPL-2.0-with-bison-exception": "GPL-2.0-only WITH Bison-exception-2.2",
  "GPL-2.0-with-classpath-exception": "GPL-2.0-only WITH Classpath-exception-2.0",
  "GPL-2.0-with-font-exception": "GPL-2.0-only WITH Font-exception-2.0",
  "GPL-2.0-with-GCC-exception": "GPL-2.0-only WITH GCC-exception-2.0",
  "GPL-3.0-with-autoconf-exception": "GPL-3.0-only WITH Autoconf-exception-3.0",
  "GPL-3.0-with-GCC-exception": "GPL-3.0-only WITH GCC-exception-3.1",
  Nunit: "zlib-acknowledgement",
  "StandardML-NJ": "SMLNJ",
  wxWindows: "LGPL-2.0-or-later WITH WxWindows-exception-3.1",
};

/** These name "only" and "or later" by identifiers of their own instead of a plus sign. */
const gnu = /^(AGPL|GPL|LGPL|GFDL)-\d\.\d$/;

const licences = new Map<string, Licence>();
for (const [id, [name, flags]] of Object.entries(published.licences as unknown as Record<string, [string, string]>)) {
  const has = (flag: string) => flags.split(" ").includes(flag);
  licences.set(id.toLowerCase(), { id, name, osiApproved: has("osi"), fsfFree: has("fsf"), dpgApproved: has("dpg") });
}
const exceptions = new Map(published.exceptions.map((id) => [id.toLowerCase(), id]));
const replacements = new Map(Object.entries(replaced).map(([id, text]) => [id.toLowerCase(), text]));

/** The licence with this SPDX identifier, however it is capitalised. */
export function findLicence(id: string): Licence | undefined {
  return licences.get(id.toLowerCase());
}

/** The SPDX exception, such as "Classpath-exception-2.0", as SPDX capitalises it. */
export function findException(id: string): string | undefined {
  return exceptions.get(id.toLowerCase());
}

/** The expression that SPDX asks for instead of a withdrawn identifier: "GPL-3.0" → "GPL-3.0-only", "gpl-3.0+" → "GPL-3.0-or-later". */
export function replacementOf(id: string): string | undefined {
  const orLater = id.endsWith("+");
  const bare = (orLater ? id.slice(0, -1) : id).replace(/-(?:only|or-later)$/i, "").toUpperCase();
  if (gnu.test(bare) && (orLater || id.length === bare.length)) return `${bare}-${orLater ? "or-later" : "only"}`;
  return replacements.get(id.toLowerCase());
}

export function allLicences(): Iterable<Licence> {
  return licences.values();
}
