import { resolve } from "node:path";
import { Problem, type Said, says } from "../../../shared/problem.ts";

const remoteProtocols = ["https", "ssh", "http", "file"] as const;
export type RemoteProtocol = (typeof remoteProtocols)[number];

export type RepositoryAddress = { kind: "folder"; path: string } | { kind: "remote"; url: string; protocol: RemoteProtocol; host: string };

const expected = says`Give a folder, or an address such as https://example.org/owner/name.git or git@example.org:owner/name.git.`;

/**
 * What an address of a repository means, without touching disk or network.
 * @example readRepositoryAddress("git@example.org:a/b.git") → { kind: "remote", url: "git@example.org:a/b.git", protocol: "ssh", host: "example.org" }
 * @throws Problem invalid-input: empty, an option in disguise, a password inside, a transport that can name a program
 */
export function readRepositoryAddress(address: string): RepositoryAddress {
  if (address === "" || /\p{Cc}/u.test(address)) throw refuse(address, says`is empty or contains control characters`);
  if (address.startsWith("-")) throw refuse(address, says`starts with a dash; for such a folder write ./ before it`);
  if (/^[a-z0-9+.-]{1,20}::/i.test(address)) throw refuse(address, says`names a transport helper, which could be any program`);
  if (/^[a-z][a-z0-9+.-]{0,20}:\/\//i.test(address)) return readUrl(address);
  const shell = /^[a-z0-9_][a-z0-9._-]{0,60}@([a-z0-9][a-z0-9.-]{0,250}):(.+)$/i.exec(address);
  if (!shell) return { kind: "folder", path: resolve(address) };
  if ((shell[2] as string).startsWith("-")) throw refuse(address, says`has a path that starts with a dash`);
  return { kind: "remote", url: address, protocol: "ssh", host: (shell[1] as string).toLowerCase() };
}

function readUrl(address: string): RepositoryAddress {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url) throw refuse(address, says`is not a well-formed address`);
  const protocol = remoteProtocols.find((name) => `${name}:` === url.protocol);
  if (!protocol) throw refuse(withoutCredentials(address), says`uses ${url.protocol}//, which is not read`);
  if (url.password !== "" || (protocol !== "ssh" && url.username !== ""))
    throw refuse(withoutCredentials(address), says`carries a user name or password; clone it yourself and give the folder`);
  if (url.hostname.startsWith("-") || (url.hostname === "" && protocol !== "file")) throw refuse(address, says`names no host`);
  return { kind: "remote", url: address, protocol, host: url.hostname.toLowerCase() };
}

/** An address as it may be shown and kept: CI services write tokens into the address of the remote. */
export function withoutCredentials(address: string): string {
  return address.replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/@]*@/i, "$1");
}

const refuse = (address: string, why: Said) =>
  new Problem("invalid-input", says`The repository "${address.slice(0, 200)}" ${why}. ${expected}`);
