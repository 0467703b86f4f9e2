import { isIPv4, isIPv6 } from "node:net";
import type { Context } from "hono";

/**
 * The network that asks, by which attempts are counted: an IPv4 address, or the first 64 bits of an IPv6 one, since whoever has one has them all.
 * Behind the operator's proxy the last entry of X-Forwarded-For counts: the earlier ones are what the reader says.
 */
export function networkOf(context: Context, behindProxy: boolean): string {
  const socket = (context.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming?.socket?.remoteAddress;
  const forwarded = behindProxy ? context.req.header("x-forwarded-for")?.split(",").at(-1)?.trim() : undefined;
  return networkName(forwarded ?? socket ?? "unknown");
}

/** "2001:db8::1" → "2001:db8:0:0"; "::ffff:192.0.2.1" → "192.0.2.1"; what is no address → "unknown". */
export function networkName(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, "").replace(/%.*$/, "");
  if (isIPv4(plain)) return plain;
  if (!isIPv6(plain)) return "unknown";
  const [head = "", tail] = plain.split("::");
  const before = head.split(":").filter(Boolean);
  const after = tail?.split(":").filter(Boolean) ?? [];
  const whole =
    tail === undefined
      ? before
      : [...before, ...Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => "0"), ...after];
  return whole
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":");
}
