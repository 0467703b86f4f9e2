import { createHash, createSign, generateKeyPairSync, type KeyObject, randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";

/** Who the provider says has signed in, and what it gets wrong on purpose. */
export interface Said {
  sub: string;
  email: string;
  email_verified: boolean;
  name: string;
  nonce?: string;
  audience?: string;
  issuer?: string;
  /** signs with a key that it does not publish */
  foreignKey?: boolean;
}

/** A small provider of OpenID Connect on loopback: discovery, keys, authorisation without a page, tokens with PKCE. */
export class OpenIdProvider {
  issuer = "";
  says: Said = { sub: "1", email: "", email_verified: true, name: "Somebody" };
  asked: URLSearchParams[] = [];
  #codes = new Map<string, { challenge: string; nonce: string; redirect: string }>();
  #server: Server | undefined;
  readonly #key = generateKeyPairSync("rsa", { modulusLength: 2048 });
  readonly #foreign = generateKeyPairSync("rsa", { modulusLength: 2048 });

  async open(port = 0): Promise<void> {
    const server = createServer((request, response) => void this.#answer(request, response));
    this.#server = server;
    await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
    this.issuer = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
  }

  close(): Promise<void> {
    return new Promise((resolve) => (this.#server ? this.#server.close(() => resolve()) : resolve()));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", this.issuer);
    if (url.pathname === "/.well-known/openid-configuration") return json(response, this.#discovery());
    if (url.pathname === "/keys")
      return json(response, { keys: [{ ...this.#key.publicKey.export({ format: "jwk" }), kid: "1", alg: "RS256", use: "sig" }] });
    if (url.pathname === "/authorise") return this.#authorise(url.searchParams, response);
    if (url.pathname === "/token") return this.#token(new URLSearchParams(await bodyOf(request)), response);
    response.writeHead(404).end();
  }

  #discovery() {
    return {
      issuer: this.issuer,
      authorization_endpoint: `${this.issuer}/authorise`,
      token_endpoint: `${this.issuer}/token`,
      jwks_uri: `${this.issuer}/keys`,
      response_types_supported: ["code"],
      subject_types_supported: ["public"],
      id_token_signing_alg_values_supported: ["RS256"],
      code_challenge_methods_supported: ["S256"],
    };
  }

  #authorise(asked: URLSearchParams, response: ServerResponse): void {
    this.asked.push(asked);
    const code = randomBytes(16).toString("hex");
    const redirect = asked.get("redirect_uri") ?? "";
    this.#codes.set(code, { challenge: asked.get("code_challenge") ?? "", nonce: asked.get("nonce") ?? "", redirect });
    const back = new URL(redirect);
    back.searchParams.set("code", code);
    back.searchParams.set("state", asked.get("state") ?? "");
    response.writeHead(302, { location: back.href }).end();
  }

  #token(given: URLSearchParams, response: ServerResponse): void {
    const held = this.#codes.get(given.get("code") ?? "");
    this.#codes.delete(given.get("code") ?? "");
    const verifier = createHash("sha256")
      .update(given.get("code_verifier") ?? "")
      .digest("base64url");
    if (!held || held.challenge !== verifier || held.redirect !== given.get("redirect_uri")) {
      response.writeHead(400, { "content-type": "application/json" }).end('{"error":"invalid_grant"}');
      return;
    }
    const { sub, email, email_verified, name, nonce, audience, issuer, foreignKey } = this.says;
    const now = Math.floor(Date.now() / 1000);
    const claims = {
      iss: issuer ?? this.issuer,
      aud: audience ?? "openfirst",
      sub,
      email,
      email_verified,
      name,
      nonce: nonce ?? held.nonce,
      iat: now,
      exp: now + 300,
    };
    json(response, {
      access_token: "an access token that must not be kept",
      token_type: "Bearer",
      expires_in: 300,
      id_token: sign(claims, (foreignKey ? this.#foreign : this.#key).privateKey),
    });
  }
}

function sign(claims: object, key: KeyObject): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const text = `${part({ alg: "RS256", kid: "1", typ: "JWT" })}.${part(claims)}`;
  return `${text}.${createSign("RSA-SHA256").update(text).sign(key).toString("base64url")}`;
}

function json(response: ServerResponse, value: object): void {
  response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(value));
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = "";
  for await (const piece of request) body += piece;
  return body;
}
