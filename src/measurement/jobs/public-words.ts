/**
 * A source as a public page may show it: of a web address no user name, password, query or fragment, where keys stand; of a path of
 * a machine its last name alone.
 * @example publicSource("https://example.org/code.json?key=1") // "https://example.org/code.json"
 * @example publicSource("/home/ann/our tenders/2026.jsonl") // "2026.jsonl"
 */
export function publicSource(address: string): string {
  if (/^(?:[/\\]|[a-z]:\\|file:)/i.test(address)) return lastName(address);
  const begin = address.indexOf("://") + 3;
  if (begin < 3) return address;
  const cut = address.slice(begin).search(/[?#]/);
  const [host = "", ...path] = address.slice(begin, cut < 0 ? undefined : begin + cut).split("/");
  return address.slice(0, begin) + [host.slice(host.lastIndexOf("@") + 1), ...path].join("/");
}

/**
 * What is said of a source as a public page may show it: each address and each path in it as `publicSource` has it.
 * @example publicWords("/home/ann/code.json: not JSON", "/home/ann/code.json") // "code.json: not JSON"
 */
export function publicWords(text: string, address: string): string {
  return text.replaceAll(address, () => publicSource(address)).replace(addressesAndPaths, publicSource);
}

/** Up to white space, a quotation mark or a bracket of markup; "and/or" is no path. */
const addressesAndPaths = /[a-z][a-z0-9+.-]{0,20}:\/\/[^\s"'“”<>]+|(?<![\p{L}\p{N}._~/-])(?:\/|[a-z]:\\)[^\s"'“”<>]+/giu;

function lastName(path: string): string {
  const names = path.split(/[/\\]/).filter(Boolean);
  return names.at(-1) ?? "";
}
