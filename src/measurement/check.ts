export * from "../registry/check.ts";
