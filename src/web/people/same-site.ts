import type { AccountSettings } from "../../people/settings.ts";
import { Problem, says } from "../../shared/problem.ts";

const loopbackHost = /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/i;
/** What a proxy leaves on a request: behind one, loopback is no proof that the reader sits at this machine. */
const forwarded = ["forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via"];

/**
 * Refuses what a page of another site made the browser send. Throws a Problem ("forbidden"): a POST whose Origin is not ours, or that names
 * neither an Origin nor a Sec-Fetch-Site; in local mode also every request under a foreign name, by which a page that had its name point at
 * this machine would read.
 */
export function refuseStrangers(request: Request, settings: AccountSettings): void {
  const host = request.headers.get("host") ?? new URL(request.url).host;
  if (settings.mode === "local" && !loopbackHost.test(host))
    throw new Problem(
      "forbidden",
      says`Private pages are answered under localhost only, not under “${host.slice(0, 100)}”. Open http://localhost.`,
    );
  if (settings.mode === "local" && forwarded.some((name) => request.headers.has(name)))
    throw new Problem("forbidden", "A proxy stands before this server, which is for one person. Start it with OPENFIRST_ACCOUNTS=1.");
  if (/^(GET|HEAD|OPTIONS)$/.test(request.method)) return;
  const origin = request.headers.get("origin");
  const site = request.headers.get("sec-fetch-site");
  const isOurs = origin !== null ? isOwnOrigin(origin, host, settings.baseAddress) : site === "same-origin" || site === "none";
  if (!isOurs || (site !== null && site !== "same-origin" && site !== "none"))
    throw new Problem("forbidden", "This form was sent from another site. Open the page here and send it again.");
}

/** Where the public address is set it alone counts: behind a proxy the Host header may be the proxy's own. */
function isOwnOrigin(origin: string, host: string, baseAddress: string | undefined): boolean {
  if (baseAddress) return origin === new URL(baseAddress).origin;
  return URL.canParse(origin) && new URL(origin).host === host.toLowerCase();
}
