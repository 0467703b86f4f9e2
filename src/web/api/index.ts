import { Hono } from "hono";
import type { Site } from "../app.tsx";

export const api = new Hono<Site>();
