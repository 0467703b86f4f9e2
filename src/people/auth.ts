import type { Kysely } from "kysely";
import type { Database } from "../database/connect.ts";
import { recordEvent } from "./event.ts";
import { isInvited } from "./invitation.ts";
import { type AccountSettings, returnPath } from "./settings.ts";
import { timesAsDates } from "./times.ts";

export const openIdProvider = "openid";
const WEEK = 7 * 24 * 3600;

export type Auth = Awaited<ReturnType<typeof makeAuth>>;

/**
 * The sign-in library on our database, under our names. Only its functions are called; of its own addresses the provider's return alone is
 * answered. With `discovery` it also knows the provider of OpenID Connect. The library is loaded here and not before: no command and no server for one
 * person waits for it.
 */
export async function makeAuth(db: Database, settings: AccountSettings, secret: string, discovery?: string) {
  const [{ betterAuth }, { genericOAuth, twoFactor }] = await Promise.all([import("better-auth"), import("better-auth/plugins")]);
  return betterAuth({
    appName: "Openfirst",
    baseURL: settings.baseAddress ?? "http://localhost",
    basePath: returnPath,
    secret,
    database: { db: (db as unknown as Kysely<Record<string, never>>).withPlugin(timesAsDates), type: "postgres" },
    telemetry: { enabled: false },
    rateLimit: { enabled: false },
    logger: { level: "error", log: (_, message) => console.error(`sign-in: ${message}`) },
    onAPIError: { errorURL: `${settings.baseAddress ?? ""}${returnPath}/refused` },
    advanced: {
      cookiePrefix: "openfirst",
      useSecureCookies: settings.baseAddress?.startsWith("https:") ?? false,
      ipAddress: { disableIpTracking: true },
    },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 1, maxPasswordLength: 128 },
    user: {
      modelName: "accounts",
      fields: { emailVerified: "email_verified", createdAt: "created_at", updatedAt: "updated_at" },
    },
    session: {
      modelName: "sessions",
      expiresIn: WEEK,
      // How exactly the list of sessions knows when one was last used.
      updateAge: 300,
      fields: {
        userId: "account",
        expiresAt: "expires_at",
        ipAddress: "ip_address",
        userAgent: "user_agent",
        createdAt: "created_at",
        updatedAt: "updated_at",
      },
    },
    account: {
      modelName: "sign_in_ways",
      updateAccountOnSignIn: false,
      // A provider's account joins one of ours only when its person asks for it while signed in.
      accountLinking: { allowDifferentEmails: true, disableImplicitLinking: true },
      fields: {
        accountId: "subject",
        providerId: "provider",
        userId: "account",
        accessToken: "access_token",
        refreshToken: "refresh_token",
        idToken: "id_token",
        accessTokenExpiresAt: "access_token_expires_at",
        refreshTokenExpiresAt: "refresh_token_expires_at",
        createdAt: "created_at",
        updatedAt: "updated_at",
      },
    },
    verification: {
      modelName: "verifications",
      fields: { expiresAt: "expires_at", createdAt: "created_at", updatedAt: "updated_at" },
    },
    databaseHooks: {
      user: { create: { before: (user) => requireInvitation(db, user) } },
      // However somebody comes in, it ends in a session.
      session: { create: { before: (session) => refuseBlocked(db, session.userId) } },
      account: {
        create: { before: async (way) => ({ data: { ...way, ...noTokens } }), after: (way) => tellLinked(db, way) },
        update: { before: async (way) => ({ data: { ...way, ...noTokens } }) },
      },
    },
    plugins: [
      twoFactor({
        issuer: "Openfirst",
        schema: {
          user: { fields: { twoFactorEnabled: "two_factor_enabled" } },
          twoFactor: {
            modelName: "second_factors",
            fields: {
              userId: "account",
              backupCodes: "backup_codes",
              failedVerificationCount: "failed_verification_count",
              lockedUntil: "locked_until",
            },
          },
        },
      }),
      ...(settings.openId && discovery
        ? [
            genericOAuth({
              config: [
                {
                  providerId: openIdProvider,
                  name: settings.openId.name,
                  discoveryUrl: discovery,
                  clientId: settings.openId.clientId,
                  clientSecret: settings.openId.clientSecret,
                  scopes: ["openid", "profile", "email"],
                  pkce: true,
                  // Another provider, put into the settings later, knows other people by the same names.
                  accountSubject: ({ profile }) => `${settings.openId?.issuer} ${profile.sub}`,
                  requireIdTokenVerification: true,
                },
              ],
            }),
          ]
        : []),
    ],
  });
}

async function tellLinked(db: Database, way: { providerId: string; userId: string }): Promise<void> {
  if (way.providerId === openIdProvider) await recordEvent(db, { what: "provider-linked", by: way.userId, account: way.userId });
}

const noTokens = {
  accessToken: null,
  refreshToken: null,
  idToken: null,
  accessTokenExpiresAt: null,
  refreshTokenExpiresAt: null,
};

/** An account comes into being through an invitation only; by a provider, where that vouches for the invited address. */
async function requireInvitation(db: Database, user: { email: string; emailVerified: boolean }): Promise<void> {
  if (user.emailVerified && (await isInvited(db, user.email))) return;
  const { APIError } = await import("better-auth/api");
  throw new APIError("FORBIDDEN", { code: "not_invited", message: "not invited" });
}

async function refuseBlocked(db: Database, account: string): Promise<void> {
  const held = await db.selectFrom("accounts").select("blocked_at").where("id", "=", account).executeTakeFirst();
  if (!held?.blocked_at) return;
  const { APIError } = await import("better-auth/api");
  throw new APIError("FORBIDDEN", { code: "account_blocked", message: "blocked" });
}
