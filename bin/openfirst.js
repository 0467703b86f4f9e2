#!/usr/bin/env node
// Starts Openfirst under the Node that came with it: the system's may be too old.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const main = join(root, "dist", "openfirst.js");
const isNewEnough = Number(process.versions.node.split(".")[0]) >= 24;

if (!existsSync(main)) {
  console.error("Openfirst is not built yet. Run “npm run build” in its folder, then try again.");
  process.exit(2);
} else if (isNewEnough) {
  await import(main);
} else {
  const packaged = findPackaged();
  if (!packaged) {
    console.error(
      `Openfirst needs Node 24; this is Node ${process.versions.node}, and no Node 24 came with the package for ${process.platform} ${process.arch}. Install Node 24 and try again.`,
    );
    process.exit(2);
  }
  const child = spawn(packaged, ["--disable-warning=ExperimentalWarning", main, ...process.argv.slice(2)], { stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("exit", (code, signal) => process.exit(code ?? (signal === "SIGINT" ? 130 : 143)));
}

/** The Node 24 among our dependencies, beside this package or above it. */
function findPackaged() {
  const file = process.platform === "win32" ? "node.exe" : "node";
  for (let folder = root; ; folder = dirname(folder)) {
    const found = join(folder, "node_modules", `node-${process.platform}-${process.arch}`, "bin", file);
    if (existsSync(found)) return found;
    if (dirname(folder) === folder) return undefined;
  }
}
