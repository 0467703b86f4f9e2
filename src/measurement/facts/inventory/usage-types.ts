/** What a value of usageType says about who may see and reuse the code. */
export interface UsageType {
  value: string;
  group: "open-source" | "reuse" | "exempt";
  meaning: string;
  /** Where an exemption is provided for; "SHARE IT Act" alone where its paragraph has not been read. */
  ground?: string;
}

/**
 * The 15 values of the schema in use, 13 of them exemptions, and exemptByLaw, which the first edition of schema 2.0.0 had in place of the
 * legal grounds one by one. Sources: code.json schema 2.0.0 (github.com/DSACMS/gov-codejson, CC0-1.0) and its first edition
 * (github.com/GSA/code-gov-data), memorandum M-16-21 of the Office of Management and Budget, SHARE IT Act (Public Law 118-187).
 */
export const usageTypes: readonly UsageType[] = [
  { value: "openSource", group: "open-source", meaning: "published as open source" },
  { value: "governmentWideReuse", group: "reuse", meaning: "shared with every federal agency, not with the public" },
  exempt("exemptByNationalSecurity", "made mainly for a national security system", "M-16-21 §6(2); SHARE IT Act"),
  exempt("exemptByNationalIntelligence", "made by an element of the intelligence community", "SHARE IT Act"),
  exempt("exemptByFOIA", "exempt under the Freedom of Information Act", "SHARE IT Act"),
  exempt("exemptByEAR", "restricted by the Export Administration Regulations", "M-16-21 §6(1); SHARE IT Act"),
  exempt("exemptByITAR", "restricted by the International Traffic in Arms Regulations", "M-16-21 §6(1); SHARE IT Act"),
  exempt("exemptByTSA", "sensitive security information under rules of the Transportation Security Administration", "SHARE IT Act"),
  exempt("exemptByClassifiedInformation", "restricted by other laws on classified information", "M-16-21 §6(1); SHARE IT Act"),
  exempt("exemptByPrivacyRisk", "sharing would put the privacy of individuals at risk", "M-16-21 §6(2); SHARE IT Act"),
  exempt("exemptByIPRestriction", "limited by patents or other intellectual property", "M-16-21 §6(1); SHARE IT Act"),
  exempt("exemptByAgencySystem", "sharing would put the agency's systems or staff at risk", "M-16-21 §6(3)"),
  exempt("exemptByAgencyMission", "sharing would put the agency's mission, programmes or operations at risk", "M-16-21 §6(4)"),
  exempt("exemptByCIO", "the chief information officer holds that the national interest asks for it", "M-16-21 §6(5)"),
  exempt("exemptByPolicyDate", "made before the memorandum of 8 August 2016", "code.json schema 2.0.0"),
  exempt("exemptByLaw", "restricted by law or regulation, without saying by which", "M-16-21 §6(1)"),
];

function exempt(value: string, meaning: string, ground: string): UsageType {
  return { value, group: "exempt", meaning, ground };
}

const fold = (text: string) => text.toLowerCase().replace(/[^a-z]/g, "");
const byFoldedValue = new Map(usageTypes.map((type) => [fold(type.value), type]));

/** "Open Source", "opensource" and "open_source" are read as openSource. */
export function findUsageType(written: string): UsageType | undefined {
  return byFoldedValue.get(fold(written.slice(0, 100)));
}

/** The exceptions of M-16-21 section 6 in their order: the schemas before 2.0.0 give their number, 1 to 5, in a field `exemption`. */
export const numberedExemptions: readonly string[] = [
  "exemptByLaw",
  "exemptByNationalSecurity",
  "exemptByAgencySystem",
  "exemptByAgencyMission",
  "exemptByCIO",
];
