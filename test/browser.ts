import { mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium as playwright } from "playwright-core";

/**
 * The test browser comes with npm; CHROMIUM_PATH names another. It is unpacked into a folder of its own, by version, since
 * the package takes whatever lies in the temporary folder, another version too.
 */
export async function openBrowser(): Promise<Browser> {
  const flags = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
  if (process.env.CHROMIUM_PATH) return playwright.launch({ executablePath: process.env.CHROMIUM_PATH, args: flags });
  const folder = join(tmpdir(), "openfirst-chromium-153.0.0");
  mkdirSync(folder, { recursive: true });
  // Set before the import: so the package brings its own libraries along, on a machine that has none.
  process.env.TMPDIR = folder;
  process.env.AWS_EXECUTION_ENV ??= "AWS_Lambda_nodejs22.x";
  const { default: packaged } = await import("@sparticuz/chromium");
  const font = new URL("../node_modules/@fontsource/noto-naskh-arabic/files/noto-naskh-arabic-arabic-400-normal.woff2", import.meta.url);
  await packaged.font(font.pathname).catch(() => undefined);
  const executablePath = await packaged.executablePath();
  return playwright.launch({ executablePath, args: [...packaged.args.filter((flag) => !/single-process|zygote/.test(flag)), ...flags], headless: true });
}
