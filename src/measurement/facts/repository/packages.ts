/** What a file says of dependencies by its name alone. Names are given in lower case, without their folder. */

const manifests = new Map(
  Object.entries({
    "package.json": "npm",
    "pyproject.toml": "PyPI",
    "setup.py": "PyPI",
    "setup.cfg": "PyPI",
    pipfile: "PyPI",
    "environment.yml": "Conda",
    "cargo.toml": "Cargo",
    "go.mod": "Go",
    "pom.xml": "Maven",
    "build.gradle": "Maven",
    "build.gradle.kts": "Maven",
    "build.sbt": "Maven",
    "composer.json": "Packagist",
    gemfile: "RubyGems",
    "packages.config": "NuGet",
    "pubspec.yaml": "Pub",
    "mix.exs": "Hex",
    "rebar.config": "Hex",
    "package.swift": "Swift",
    podfile: "CocoaPods",
    "conanfile.txt": "Conan",
    "conanfile.py": "Conan",
    "vcpkg.json": "vcpkg",
    "stack.yaml": "Hackage",
    "project.clj": "Clojars",
    "deps.edn": "Clojars",
    "project.toml": "Julia",
    "bower.json": "Bower",
    "chart.yaml": "Helm",
    "flake.nix": "Nix",
    "deno.json": "Deno",
    "elm.json": "Elm",
  }),
);

const manifestEndings = new Map(
  Object.entries({
    ".gemspec": "RubyGems",
    ".csproj": "NuGet",
    ".fsproj": "NuGet",
    ".vbproj": "NuGet",
    ".cabal": "Hackage",
  }),
);

/** The ecosystem whose dependencies a file declares. R's DESCRIPTION stands at the top of a package: other files of that name are prose. */
export function ecosystemOf(base: string, atTop: boolean): string | undefined {
  if (base === "description") return atTop ? "CRAN" : undefined;
  if (base.startsWith("requirements") && /^requirements[a-z0-9_.-]{0,40}\.txt$/.test(base)) return "PyPI";
  return manifests.get(base) ?? manifestEndings.get(base.slice(Math.max(0, base.lastIndexOf("."))));
}

const lockfiles = new Set([
  "package-lock.json",
  "npm-shrinkwrap.json",
  "yarn.lock",
  "pnpm-lock.yaml",
  "bun.lock",
  "bun.lockb",
  "deno.lock",
  "poetry.lock",
  "pipfile.lock",
  "uv.lock",
  "pdm.lock",
  "conda-lock.yml",
  "cargo.lock",
  "go.sum",
  "gradle.lockfile",
  "composer.lock",
  "gemfile.lock",
  "packages.lock.json",
  "pubspec.lock",
  "mix.lock",
  "rebar.lock",
  "package.resolved",
  "podfile.lock",
  "conan.lock",
  "renv.lock",
  "manifest.toml",
  "flake.lock",
  "stack.yaml.lock",
  "chart.lock",
]);

/** Does it fix the versions of dependencies? */
export const isLockfile = (base: string): boolean => lockfiles.has(base);

const spdx = /(?:\.spdx(?:\.(?:json|ya?ml|xml|rdf))?|^sbom[._-]spdx\.[a-z]+)$/;
const cyclonedx = /(?:\.cdx\.(?:json|xml)|^(?:bom|cyclonedx(?:[_-]?bom)?|sbom[._-]cyclonedx)\.(?:json|xml))$/;

/** The format of a list of components that stands in the tree, by the names their specifications ask for. */
export function sbomFormatOf(base: string): "SPDX" | "CycloneDX" | "unnamed" | undefined {
  if (!/spdx|bom|cdx|cyclonedx/.test(base)) return undefined;
  if (cyclonedx.test(base)) return "CycloneDX";
  if (spdx.test(base)) return "SPDX";
  return /^sbom\.(?:json|xml)$/.test(base) ? "unnamed" : undefined;
}

/** The format that the beginning of such a file names. */
export function sbomFormatIn(text: string): "SPDX" | "CycloneDX" | undefined {
  if (/cyclonedx/i.test(text)) return "CycloneDX";
  return /spdx/i.test(text) ? "SPDX" : undefined;
}
