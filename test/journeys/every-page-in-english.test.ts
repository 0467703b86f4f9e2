import { readEveryPage } from "./every-page.ts";

await readEveryPage("en", { width: "wide", scheme: "light" });
