/** How accounts are kept on this server. */
export interface AccountSettings {
  /** local: everybody is the one person of a server that listens on loopback only; required: people sign in */
  mode: "local" | "required";
  /** the address under which people reach the server, without a slash at its end: "https://drafting.example.gov"; needed for mail and OpenID Connect */
  baseAddress?: string | undefined;
  /** what signs cookies and encrypts second factors; without it one is made once and kept in the database */
  secret?: string | undefined;
  /** whether a proxy of the operator stands before the server, so that the last entry of X-Forwarded-For is the reader's address */
  behindProxy?: boolean | undefined;
  openId?: OpenIdSettings | undefined;
  /** sends one mail; without it recovery goes through an administrator */
  mail?: ((letter: Letter) => Promise<void>) | undefined;
}

export interface OpenIdSettings {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** how the sign-in page calls the provider */
  name: string;
}

export interface Letter {
  to: string;
  subject: string;
  text: string;
}

/** Where a provider of OpenID Connect sends people back, below the public address. */
export const returnPath = "/accounts";
