import assert from "node:assert/strict";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { test } from "node:test";
import { isInner, whyUnreachable } from "./reachable.ts";

test("inner networks are told from public ones, in both families and mapped into each other", () => {
  const inner = [
    "127.0.0.1",
    "10.1.2.3",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "0.0.0.0",
    "224.0.0.1",
    "255.255.255.255",
  ];
  for (const ip of [
    ...inner,
    "::1",
    "::",
    "fe80::1",
    "fd00::1",
    "ff02::1",
    "::ffff:127.0.0.1",
    "::ffff:a00:1",
    "64:ff9b::a00:1",
    "2001:db8::1",
  ])
    assert.equal(isInner(ip), true, ip);
  for (const ip of ["8.8.8.8", "172.32.0.1", "193.0.6.139", "100.128.0.1", "2606:4700::1111", "2a00:1450:4001::1"])
    assert.equal(isInner(ip), false, ip);
});

test("neither other schemes nor inner networks are asked, by number or by name", async () => {
  let asked = 0;
  const server = createServer((_, response) => {
    asked += 1;
    response.end();
  });
  await new Promise<void>((done) => void server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  try {
    for (const host of ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "[::ffff:127.0.0.1]"])
      assert.match((await whyUnreachable(`http://${host}:${port}/`)) ?? "", /inner network/, host);
    for (const address of ["ftp://example.com/", "file:///etc/passwd", "ssh://git@example.com/x.git"])
      assert.match((await whyUnreachable(address)) ?? "", /only http and https/, address);
    assert.equal(await whyUnreachable("no address"), "is no address");
    assert.equal(asked, 0);
  } finally {
    server.close();
  }
});
