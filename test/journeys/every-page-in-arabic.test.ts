import { readEveryPage } from "./every-page.ts";

await readEveryPage("ar", { width: "phone", scheme: "light" });
