import assert from "node:assert/strict";
import { test } from "node:test";
import { accountSettings } from "./read-settings.ts";

const mode = (environment: NodeJS.ProcessEnv, host: string) => accountSettings(environment, host).mode;

test("on loopback one person works alone, unless accounts are asked for or others are expected", () => {
  for (const host of ["localhost", "127.0.0.1", "127.8.8.8", "::1"]) assert.equal(mode({}, host), "local", host);
  for (const settings of [{ OPENFIRST_ACCOUNTS: "1" }, { OPENFIRST_ADDRESS: "https://x.example" }, { OPENFIRST_PROXY: "1" }])
    assert.equal(mode(settings, "localhost"), "required");
});

test("on any other address accounts are required, and nothing switches them off", () => {
  for (const host of ["0.0.0.0", "::", "192.0.2.1", "drafting.example.gov", "localhost.example", "127.0.0.1.example"])
    assert.equal(mode({}, host), "required", host);
  assert.throws(() => accountSettings({ OPENFIRST_ACCOUNTS: "0" }, "0.0.0.0"), /OPENFIRST_ACCOUNTS is “0”/);
});

const wrong: Record<string, [NodeJS.ProcessEnv, RegExp]> = {
  "an address with a path": [{ OPENFIRST_ADDRESS: "https://x.example/y" }, /OPENFIRST_ADDRESS/],
  "no address": [{ OPENFIRST_ADDRESS: "x.example" }, /OPENFIRST_ADDRESS/],
  "another scheme": [{ OPENFIRST_ADDRESS: "ftp://x.example" }, /OPENFIRST_ADDRESS/],
  "a provider without a client": [{ OPENFIRST_ADDRESS: "https://x.example", OPENFIRST_OIDC_ISSUER: "https://y.example" }, /CLIENT_ID/],
  "a provider without encryption": [
    {
      OPENFIRST_ADDRESS: "https://x.example",
      OPENFIRST_OIDC_ISSUER: "http://y.example",
      OPENFIRST_OIDC_CLIENT_ID: "a",
      OPENFIRST_OIDC_CLIENT_SECRET: "b",
    },
    /https/,
  ],
  "a provider that knows no way back": [
    { OPENFIRST_OIDC_ISSUER: "https://y.example", OPENFIRST_OIDC_CLIENT_ID: "a", OPENFIRST_OIDC_CLIENT_SECRET: "b" },
    /OPENFIRST_ADDRESS/,
  ],
  "mail without a sender": [{ OPENFIRST_ADDRESS: "https://x.example", OPENFIRST_SMTP: "smtp://m.example" }, /MAIL_FROM/],
  "mail whose links have no address": [{ OPENFIRST_SMTP: "smtp://m.example", OPENFIRST_MAIL_FROM: "a@x.example" }, /OPENFIRST_ADDRESS/],
  "a mail server that is none": [
    { OPENFIRST_ADDRESS: "https://x.example", OPENFIRST_SMTP: "file:///etc/passwd", OPENFIRST_MAIL_FROM: "a@x.example" },
    /OPENFIRST_SMTP/,
  ],
};
for (const [name, [environment, message]] of Object.entries(wrong))
  test(`${name} is refused before the server starts, with the setting's name`, () => {
    assert.throws(() => accountSettings(environment, "0.0.0.0"), message);
  });

test("a whole set of settings", () => {
  const settings = accountSettings(
    {
      OPENFIRST_ADDRESS: "https://X.example/",
      OPENFIRST_OIDC_ISSUER: "https://y.example/realm",
      OPENFIRST_OIDC_CLIENT_ID: "a",
      OPENFIRST_OIDC_CLIENT_SECRET: "b",
    },
    "localhost",
  );
  assert.equal(settings.baseAddress, "https://x.example");
  assert.deepEqual(settings.openId, { issuer: "https://y.example/realm", clientId: "a", clientSecret: "b", name: "y.example" });
});
