/** An address without what does not matter: scheme, www, a web archive in front, an empty end, the mark inside the page. */
export function comparableAddress(address: string): string {
  const original = address
    .trim()
    .replace(/^https?:\/\/web\.archive\.org\/web\/[^/]+\/(?=https?:\/)/i, "")
    .replace(/^https?:\/+/i, "");
  const [host = "", ...rest] = original.split("/");
  const path = decoded(rest.join("/"))
    .replace(/#.*$/s, "")
    .replace(/[?&](utm_[a-z]+|prefLang)=[^&]*/gi, "")
    .replace(/[/?.,)]+$/, "");
  return `${host.toLowerCase().replace(/^www\.|:80$|:443$/g, "")}${path ? `/${path}` : ""}`;
}

export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
