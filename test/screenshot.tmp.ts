import { openBrowser } from "./browser.ts";
const [url, out, width = "1100", dark] = process.argv.slice(2);
const b = await openBrowser();
const p = await b.newPage({ viewport: { width: Number(width), height: 900 }, colorScheme: dark ? "dark" : "light" });
await p.goto(url!); await p.screenshot({ path: out!, fullPage: false }); 
console.log(await p.evaluate("document.documentElement.scrollWidth + ' ' + document.documentElement.scrollHeight"));
await b.close();
