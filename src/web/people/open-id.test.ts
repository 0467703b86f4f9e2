import assert from "node:assert/strict";
import { after, test } from "node:test";
import { OpenIdProvider } from "../../../test/open-id-provider.ts";
import { openEmptyRegistry } from "../../../test/support.ts";
import { type Answer, invitationFor, join, openPeople, type Visitor } from "../../../test/visitor.ts";

const { db } = await openEmptyRegistry();
const provider = new OpenIdProvider();
await provider.open();
const port = Number(new URL(provider.issuer).port);
await provider.close();
after(() => provider.close());
const openId = { issuer: provider.issuer, clientId: "openfirst", clientSecret: "a secret of the client", name: "State login" };
const house = await openPeople(db, { baseAddress: "http://localhost", openId });

/** Goes to the provider and comes back with what it says. */
async function through(visitor: Visitor, from: string): Promise<Answer> {
  const away = await visitor.get(from);
  assert.equal(away.status, 303, away.text);
  const back = await fetch(away.location ?? "", { redirect: "manual" });
  const { pathname, search } = new URL(back.headers.get("location") ?? "");
  return visitor.get(pathname + search);
}

test("a provider that is down at the start holds up nobody, and is asked again", async () => {
  const silent = await house.newcomer().get("/en/sign-in/provider");
  assert.equal(silent.status, 503);
  assert.match(silent.text, /does not answer at the moment/);
  assert.equal((await house.newcomer().signIn("ann@example.org")).status, 303, "passwords open as ever");
  await provider.open(port);
  assert.equal((await house.newcomer().get("/en/sign-in/provider")).status, 303);
});

test("state, nonce and PKCE go along, and each is another every time", async () => {
  const seen: (string | null)[][] = [];
  for (const visitor of [house.newcomer(), house.newcomer()]) {
    const address = new URL((await visitor.get("/en/sign-in/provider")).location ?? "");
    seen.push(["state", "nonce", "code_challenge"].map((name) => address.searchParams.get(name)));
    assert.equal(address.searchParams.get("code_challenge_method"), "S256");
    assert.equal(address.searchParams.get("redirect_uri"), "http://localhost/accounts/callback/openid");
    assert.match(address.searchParams.get("scope") ?? "", /openid/);
  }
  for (const [index, value] of (seen[0] ?? []).entries()) {
    assert.ok(value && value.length >= 32);
    assert.notEqual(value, seen[1]?.[index]);
  }
});

test("whom nobody invited gets no account", async () => {
  provider.says = { sub: "stranger", email: "stranger@example.org", email_verified: true, name: "Stranger" };
  const visitor = house.newcomer();
  const back = await through(visitor, "/en/sign-in/provider");
  assert.match(back.location ?? "", /\/en\/sign-in\?error=not_invited/);
  const told = await visitor.get("/en/sign-in?error=not_invited");
  assert.match(told.text, /no account for who signed in/);
  assert.equal((await visitor.get("/en/workspaces")).status, 303);
  assert.equal((await db.selectFrom("accounts").select("id").where("email", "=", "stranger@example.org").execute()).length, 0);
});

test("an invited person comes through the provider, joins, and signs in so from then on; no token of it is kept", async () => {
  const link = await invitationFor(house.ann, "jo@example.org", "drafter");
  provider.says = { sub: "jo", email: "Jo@example.org", email_verified: true, name: "Jo Moss" };
  const jo = house.newcomer();
  const back = await through(jo, `${link}/provider`);
  assert.equal(back.location, link);
  assert.match((await jo.get(link)).text, /Join as \u2068?Jo Moss/);
  assert.equal((await jo.post(link, { do: "accept" })).location, "/en/workspaces/local");
  const again = house.newcomer();
  assert.equal((await through(again, "/en/sign-in/provider?next=%2Fen%2Faccount")).location, "/en/account");
  assert.match((await again.get("/en/account")).text, /jo@example\.org/);
  const ways = await db.selectFrom("sign_in_ways").selectAll().execute();
  assert.ok(!JSON.stringify(ways).includes("must not be kept"));
  const events = await db.selectFrom("people_events").selectAll().where("what", "=", "signed-in").execute();
  assert.ok(events.some(({ detail }) => (detail as { with?: string }).with === "provider"));
});

test("an address that the provider does not vouch for opens no account, invited or not", async () => {
  await invitationFor(house.ann, "kim@example.org", "reader");
  provider.says = { sub: "kim", email: "kim@example.org", email_verified: false, name: "Kim" };
  const visitor = house.newcomer();
  assert.match((await through(visitor, "/en/sign-in/provider")).location ?? "", /error=/);
  assert.equal((await visitor.get("/en/workspaces")).status, 303);
});

test("an account with a password is not taken over by a provider that knows its address; its person links it", async () => {
  const lea = await join(house, "Lea", "reader");
  provider.says = { sub: "somebody else", email: "lea@example.org", email_verified: true, name: "Not Lea" };
  const thief = house.newcomer();
  assert.match((await through(thief, "/en/sign-in/provider")).location ?? "", /error=account_not_linked/);
  assert.equal((await thief.get("/en/workspaces")).status, 303);
  provider.says = { sub: "lea", email: "lea@state.example.org", email_verified: true, name: "Lea" };
  assert.equal((await through(lea, "/en/account/provider")).location, "/en/account");
  assert.match((await lea.get("/en/account")).text, /You can sign in this way/);
  const again = house.newcomer();
  assert.equal((await through(again, "/en/sign-in/provider")).location, "/en/workspaces");
  assert.match((await again.get("/en/account")).text, /lea@example\.org/);
});

const lies: Record<string, Partial<typeof provider.says>> = {
  "a nonce of another sign-in": { nonce: "of another sign-in" },
  "another client's token": { audience: "another" },
  "another issuer": { issuer: "http://127.0.0.1:1" },
  "a key that is not the provider's": { foreignKey: true },
};
for (const [name, lie] of Object.entries(lies)) {
  test(`${name} signs nobody in`, async () => {
    provider.says = { sub: "jo", email: "jo@example.org", email_verified: true, name: "Jo", ...lie };
    const visitor = house.newcomer();
    const back = await through(visitor, "/en/sign-in/provider");
    assert.match(back.location ?? "", /error=/);
    assert.equal((await visitor.get("/en/workspaces")).status, 303);
  });
}

test("a return without the browser's own state, or a second time, signs nobody in", async () => {
  provider.says = { sub: "jo", email: "jo@example.org", email_verified: true, name: "Jo" };
  const started = house.newcomer();
  const away = await started.get("/en/sign-in/provider");
  const back = await fetch(away.location ?? "", { redirect: "manual" });
  const { pathname, search } = new URL(back.headers.get("location") ?? "");
  const victim = house.newcomer();
  await victim.get(pathname + search);
  assert.equal((await victim.get("/en/workspaces")).status, 303, "signed in as somebody else by a link");
  const fresh = house.newcomer();
  const path = new URL(
    (await fetch((await fresh.get("/en/sign-in/provider")).location ?? "", { redirect: "manual" })).headers.get("location") ?? "",
  );
  assert.equal((await fresh.get(path.pathname + path.search)).location, "/en/workspaces");
  fresh.jar.clear();
  await fresh.get(path.pathname + path.search);
  assert.equal((await fresh.get("/en/workspaces")).status, 303, "used twice");
});

test("the return leads to no other site", async () => {
  provider.says = { sub: "jo", email: "jo@example.org", email_verified: true, name: "Jo" };
  for (const next of ["https://evil.example", "//evil.example", "/\\evil.example", "/%09/evil.example"]) {
    const location = (await through(house.newcomer(), `/en/sign-in/provider?next=${encodeURIComponent(next)}`)).location ?? "";
    assert.equal(new URL(location, "http://localhost").origin, "http://localhost", `${next} → ${location}`);
  }
  const refused = await house.newcomer().get("/accounts/callback/openid?error=x&state=https://evil.example");
  assert.match(refused.location ?? "", /^http:\/\/localhost\/accounts\/refused/);
});
