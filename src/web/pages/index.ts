import { Hono } from "hono";
import type { Site } from "../app.tsx";
import { home } from "./home.tsx";
import { instrumentPage } from "./instrument.tsx";
import { instrumentsPage } from "./instruments.tsx";

/** Every page, under the reader's language. */
export const pages = new Hono<Site>({ strict: false });
for (const page of [home, instrumentsPage, instrumentPage]) pages.route("/", page);
