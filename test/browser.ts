import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, chromium as playwright } from "playwright-core";

const version = "153.0.0";
// Not the package's own flags: one process for everything dies with the first window that closes, and its security is switched off.
const flags = [
  "--no-sandbox",
  "--disable-dev-shm-usage",
  "--font-render-hinting=none",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/**
 * The test browser comes with npm; CHROMIUM_PATH names another. The package unpacks into the temporary folder and takes
 * whatever lies there, another version too: so it gets a folder of its own, made aside and put in place whole.
 */
export async function browserCommand(): Promise<{ command: string; flags: string[]; environment: NodeJS.ProcessEnv }> {
  if (process.env.CHROMIUM_PATH) return { command: process.env.CHROMIUM_PATH, flags, environment: process.env };
  const home = join(tmpdir(), `openfirst-chromium-${version}`);
  if (!existsSync(join(home, "chromium"))) await unpack(home);
  const libraries = [join(home, "al2023", "lib"), process.env.LD_LIBRARY_PATH].filter(Boolean).join(":");
  return {
    command: join(home, "chromium"),
    flags,
    environment: { ...process.env, FONTCONFIG_PATH: join(home, "fonts"), LD_LIBRARY_PATH: libraries, HOME: home },
  };
}

export async function openBrowser(): Promise<Browser> {
  const { command, flags: args, environment } = await browserCommand();
  return playwright.launch({ executablePath: command, args, env: environment as Record<string, string> });
}

async function unpack(home: string): Promise<void> {
  const aside = `${home}-${process.pid}`;
  mkdirSync(aside, { recursive: true });
  const before = { TMPDIR: process.env.TMPDIR, AWS_EXECUTION_ENV: process.env.AWS_EXECUTION_ENV };
  process.env.TMPDIR = aside;
  // Makes the package bring its own system libraries, for machines that have none.
  process.env.AWS_EXECUTION_ENV = "AWS_Lambda_nodejs22.x";
  try {
    const { default: packaged } = await import("@sparticuz/chromium");
    await packaged.executablePath();
  } finally {
    for (const [name, value] of Object.entries(before)) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
  const arabic = fileURLToPath(new URL("../node_modules/@fontsource/noto-naskh-arabic/files/", import.meta.url));
  for (const file of readdirSync(arabic))
    if (/arabic-(400|700)-normal\.woff2$/.test(file)) copyFileSync(join(arabic, file), join(aside, "fonts", file));
  writeFileSync(
    join(aside, "fonts", "fonts.conf"),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${home}/fonts</dir><dir>/usr/share/fonts</dir><cachedir>${home}/fonts-cache</cachedir></fontconfig>`,
  );
  try {
    renameSync(aside, home);
  } catch (error) {
    if (!existsSync(join(home, "chromium"))) throw error;
    rmSync(aside, { recursive: true, force: true });
  }
}
