const policy = (more: string) =>
  `default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self';${more} form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;

/** What every answer says to browsers. */
export const securityHeaders: Readonly<Record<string, string>> = {
  "content-security-policy": policy(""),
  "x-content-type-options": "nosniff",
  "referrer-policy": "strict-origin-when-cross-origin",
  "cross-origin-opener-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=()",
};

/** The policy of a page that has one script of ours, which may talk to this server alone. */
export const policyWithScript = policy(" script-src 'self'; connect-src 'self';");
