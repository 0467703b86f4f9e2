/** A path of this site with its question mark, as it was given; undefined where a browser could take it for an address elsewhere. */
export function ownPath(text: string | null | undefined): string | undefined {
  if (!text || text.length > 2000 || !/^\/(?![/\\])[\x21-\x7e]*$/.test(text) || text.includes("\\")) return undefined;
  const base = "http://own.invalid";
  const address = URL.canParse(text, base) ? new URL(text, base) : undefined;
  return address?.origin === base && !address.pathname.startsWith("//") ? text : undefined;
}
