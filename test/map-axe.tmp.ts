import { readFileSync } from "node:fs";
import { openBrowser } from "./browser.ts";
const axe = readFileSync("node_modules/axe-core/axe.min.js", "utf8");
for (const [path, scheme, width] of [["ar/adoption?by=egdi&year=2012", "dark", 360]] as const) {
  const b = await openBrowser();
  const p = await b.newPage({ viewport: { width, height: 900 }, colorScheme: scheme });
  await p.goto(`http://localhost:8147/${path}`);
  await p.evaluate(axe);
  const r = await p.evaluate("axe.run(document,{runOnly:['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa','best-practice']})") as any;
  console.log(path, r.violations.map((v: any) => `${v.id}: ${v.nodes.length} ${v.nodes[0].html.slice(0, 160)} ${v.nodes[0].failureSummary.slice(0,200)}`));
  await b.close();
}
