import { setTimeout as sleep } from "node:timers/promises";
import type { SignIn } from "./accounts.ts";
import { forgiveAttempts, returnAttempt, spendAttempt } from "./attempt.ts";
import { deviceCookie, knownDevice } from "./device.ts";

/** Wrong passwords for one account from strange browsers, in a quarter of an hour, before the next one waits. */
const freeAttempts = 20;
const longestDelay = 5000;

/**
 * Counts one sign-in before it is tried. A browser that has signed in to this account before has ten tries of its own, which nobody else can use up. Any
 * other has ten for this account and its network, sixty for its network, and waits longer and longer while many are tried at the account. Returns
 * what is to be done once the password was right: it gives the cookies that make the browser a known one. Throws a Refusal ("too-often").
 */
export async function spendSignIn(
  sign: SignIn,
  email: string,
  from: { headers: Headers; address: string },
): Promise<() => Promise<string[]>> {
  const device = knownDevice(sign, from.headers, email);
  if (device) {
    await spendAttempt(sign, "sign-in-device", device);
    return () => forgiveAttempts(sign, "sign-in-device", device).then(() => []);
  }
  const pair = `${email} ${from.address}`;
  await spendAttempt(sign, "sign-in-address", from.address);
  await spendAttempt(sign, "sign-in-pair", pair);
  await sleep(delayOf(await spendAttempt(sign, "sign-in-account", email)));
  return async () => {
    await forgiveAttempts(sign, "sign-in-pair", pair);
    await returnAttempt(sign, "sign-in-account", email);
    // A whole ministry may stand behind one address.
    await returnAttempt(sign, "sign-in-address", from.address);
    return [deviceCookie(sign, email)];
  };
}

/** How many milliseconds the attempt of a number waits: none up to 20, then a quarter of a second more each, at most five seconds. */
export function delayOf(attempt: number): number {
  return Math.min(longestDelay, Math.max(0, attempt - freeAttempts) * 250);
}
