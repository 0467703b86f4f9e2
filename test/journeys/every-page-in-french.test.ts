import { readEveryPage } from "./every-page.ts";

await readEveryPage("fr", { width: "phone", scheme: "dark" });
