import assert from "node:assert/strict";
import { test } from "node:test";
import { Hono } from "hono";
import { networkName, networkOf } from "./client-address.ts";

test("the network of an address: an IPv4 address whole, of IPv6 the first 64 bits", () => {
  const named: Record<string, string> = {
    "192.0.2.1": "192.0.2.1",
    "::ffff:192.0.2.1": "192.0.2.1",
    "2001:db8:1:2:3:4:5:6": "2001:db8:1:2",
    "2001:0db8:0001:0002::6": "2001:db8:1:2",
    "2001:db8::1": "2001:db8:0:0",
    "::1": "0:0:0:0",
    "fe80::1%eth0": "fe80:0:0:0",
    "x, y": "unknown",
    "": "unknown",
  };
  for (const [address, network] of Object.entries(named)) assert.equal(networkName(address), network, address);
});

test("X-Forwarded-For counts only where a proxy of ours stands, and then its last entry", async () => {
  const ask = async (behindProxy: boolean) => {
    const app = new Hono().get("/", (context) => context.text(networkOf(context, behindProxy)));
    const headers = { "x-forwarded-for": "203.0.113.66, 198.51.100.7" };
    return (await app.request("/", { headers }, { incoming: { socket: { remoteAddress: "192.0.2.1" } } })).text();
  };
  assert.deepEqual([await ask(false), await ask(true)], ["192.0.2.1", "198.51.100.7"]);
});
