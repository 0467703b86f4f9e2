import assert from "node:assert/strict";

/** Asks for each address once, at most some hundreds evenly taken from them all: each answers, and holds the place that a fragment names. */
export async function followLinks(links: Iterable<string>, most: number): Promise<void> {
  const fragments = Map.groupBy(
    [...new Set(links)].map((link) => new URL(link)),
    ({ origin, pathname, search }) => `${origin}${pathname}${search}`,
  );
  const all = [...fragments.keys()].sort();
  const step = Math.max(1, all.length / most);
  const asked = Array.from({ length: Math.min(most, all.length) }, (_, index) => all[Math.floor(index * step)] ?? "");
  const broken: string[] = [];
  const follow = async () => {
    for (let address = asked.pop(); address; address = asked.pop()) {
      const answer = await fetch(address, { redirect: "manual" });
      const body = await answer.text();
      if (answer.status >= 400) broken.push(`${answer.status} ${address}`);
      if (!answer.headers.get("content-security-policy")?.includes("default-src 'none'")) broken.push(`${address} has no security policy`);
      for (const { hash } of fragments.get(address) ?? [])
        if (hash && !body.includes(`id="${decodeURIComponent(hash.slice(1))}"`)) broken.push(`${address} has no ${hash}`);
    }
  };
  await Promise.all([follow(), follow(), follow()]);
  assert.deepEqual(broken, []);
}
