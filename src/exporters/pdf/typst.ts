import { createRequire } from "node:module";
import { Problem, says } from "../../shared/problem.ts";

/** What is used of the Typst compiler's Node binding. */
export interface Compiler {
  compile(options: { mainFileContent: string; inputs: Record<string, string> }): {
    result: object | null;
    takeDiagnostics(): { shortDiagnostics: unknown } | null;
  };
  pdf(compiled: object, options?: { pdfStandard: string }): Buffer;
  evictCache(age: number): void;
}

interface Binding {
  NodeCompiler: { create(options: { fontArgs: { fontBlobs: Buffer[] }[] }): Compiler };
}

/**
 * A compiler with these fonts. The binding is one file for one platform; its wrapper package names twelve platforms, of which not all are to be had
 * everywhere, and an install from a lock file would fail for them. Throws a Problem ("unsupported") on other platforms than Linux on x64 with glibc.
 */
export function makeCompiler(fontBlobs: Buffer[]): Compiler {
  const load = createRequire(import.meta.url);
  let binding: Binding;
  try {
    binding = load("@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu");
  } catch (cause) {
    throw new Problem(
      "unsupported",
      says`This server cannot write PDF: it runs on ${process.platform} ${process.arch}, and the program that writes them is installed for Linux on x64 alone. Take the DOCX or ODT and print it.`,
      { cause },
    );
  }
  return binding.NodeCompiler.create({ fontArgs: [{ fontBlobs }] });
}
