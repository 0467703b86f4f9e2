import { openBrowser } from "./browser.ts";
for (const arg of process.argv.slice(2)) {
  const [name, path, width = "1100", scheme = "light", full = "1"] = arg.split("|");
  const b = await openBrowser();
  const p = await b.newPage({ viewport: { width: Number(width), height: 900 }, colorScheme: scheme as "dark" });
  await p.goto(`http://localhost:8147/${path}`); await p.screenshot({ path: `/tmp/mo-${name}.png`, fullPage: full === "1" });
  console.log(name, await p.evaluate("document.documentElement.scrollWidth + ' ' + document.documentElement.scrollHeight"));
  await b.close();
}
