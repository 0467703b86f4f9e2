/** CHANGELOG.rst of the standard, oldest first. "0" is what the standard's own examples say: the newest 0.x. */
const published = ["0.1", "0.2", "0.2.1", "0.2.2", "0.3", "0.4", "0.5", "0.6", "0.7"] as const;
export type Version = (typeof published)[number];
export const newest: Version = "0.7";

/**
 * The version whose text a file asks to be read by; a patch that was never published reads as the one before it. Undefined where the standard
 * knows no such version.
 *
 * @example versionOf("0.3.0") // "0.3"
 */
export function versionOf(written: string): Version | undefined {
  if (written === "0") return newest;
  const parts = /^0\.([1-7])(?:\.(\d{1,2}))?$/.exec(written);
  if (!parts) return undefined;
  if (parts[1] === "2" && Number(parts[2] ?? 0) > 0) return Number(parts[2]) === 1 ? "0.2.1" : "0.2.2";
  return published.find((version) => version === `0.${parts[1]}`);
}

/** Whether one version came out before another. */
export function isBefore(version: Version, other: Version): boolean {
  return published.indexOf(version) < published.indexOf(other);
}
