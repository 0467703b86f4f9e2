/** What a file may say about the licence, by its name alone. */
export type LicenceRole = "licence" | "readme" | "manifest";

/** Folders of other people's work: what lies in them says nothing about the repository's own licence. */
const foreign =
  /(?:^|\/)(?:node_modules|vendor|vendored|third[-_]?party|thirdparty|bower_components|jspm_packages|pods|site-packages|external|externals|testdata|fixtures)\//;
const licenceName =
  /^(?:(?:[a-z0-9.+]+[-_ ])?(?:un)?licen[cs]es?|copying|copyrights?|copyleft|unlicense|notices?|legal|patents|licen[czs]i?[ae]s?|licencia(?:miento)?|lizenz(?:en)?|licentie|lisenssi|lisens|licens|licencja|licenca|eupl|ofl|cecill|gpl|lgpl|agpl|mpl|apache|mit|bsd|epl|cc0|cc-by|ogl|third[-_ ]?party[-_ ]?(?:notices?|licen[cs]es?)|open[-_ ]?source[-_ ]?licen[cs]es?|asl|edl|bsdl|wtfpl|ncsa|artistic|licensing|gnu[-_ ]a?gpl|disclaimer)(?:v?\d)?(?:$|[-_ .0-9(])/;
const mit = /^mit-licen[cs]e(?:$|\.)/;
const readmeName = /^(?:readme|read\.me|lisez-?moi|liesmich|leeme|leame|leggimi|leia-?me|leesmij|czytaj|lasmig)(?:$|[-_.])/;
/** Where the name is not that of one form alone, only at the top: a metadata.json or project.toml further down may be anything. */
const manifestAtTop =
  /^(?:elm(?:-package)?\.json|dub\.(?:json|sdl)|meta6?\.json|meta\.ya?ml|component\.json|haxelib\.json|vcpkg\.json|deno\.json|jsr\.json|\.zenodo\.json|datapackage\.json|metadata\.json|manifest\.json|extension\.json|package\.(?:xml|yaml)|ivy\.xml|build\.gradle(?:\.kts)?|build\.sbt|project\.clj|chart\.yaml|style\.css|dune-project|makefile\.pl|build\.pl|meson\.build|conanfile\.py|__manifest__\.py|opam|dist\.ini|shard\.yml|v\.mod|alire\.toml|fpm\.toml|project\.toml|gleam\.toml|metadata\.rb|galaxy\.yml|snapcraft\.yaml|directory\.build\.props|[^/]+\.(?:rockspec|nimble|opam|spec)|(?:debian\/copyright|meta\/main\.ya?ml|snap\/snapcraft\.yaml|appinfo\/info\.xml|src\/[^/]+\.app\.src|src\/main\/resources\/fabric\.mod\.json|(?:data\/)?[^/]+\.(?:metainfo|appdata)\.xml(?:\.in)?))$/;
const manifestName =
  /^(?:package\.json|pyproject\.toml|cargo\.toml|composer\.json|pom\.xml|description|setup\.py|setup\.cfg|publiccode\.ya?ml|codemeta\.json|citation\.cff|bower\.json|mix\.exs|reuse\.toml|code\.json|.+\.(?:gemspec|[cf]sproj|vbproj|nuspec|podspec|podspec\.json|cabal))$/;
/** Endings of prose; "LICENSE.MIT" has none of them and is a licence all the same, "license.go" is a program. */
const prose = /^(?:txt|text|md|mdown|markdown|rst|html?|adoc|asciidoc|org|tex|rtf|license|licence|en|de|fr|it|es|pt|nl|template)$/;
const program =
  /^(?:[cm]?[jt]sx?|py|go|java|c|h|cc|cpp|hpp|rb|rs|php|cs|kt|swift|scala|sh|bash|bat|ps1|pl|r|lua|sql|json|ya?ml|xml|toml|ini|cfg|conf|lock|properties|css|s[ac]ss|less|vue|svelte|png|jpe?g|gif|svg|ico|pdf|docx?|odt|zip|gz|jar|class|map|po|pot|csv|tsv|header|ftl|erb|hbs|mustache|j2|snap|patch|diff|spec|gradle|groovy|proto|ipynb|rmd|mdx|feature|plist|strings|resx|xlsx?|dart|exs?|elm|hs|clj|kts|nix|mm?|tf|razor|cshtml|aspx?|jsp|twig|liquid|ejs|pug|njk|xaml|xib|bin|exe|dll|so|ttf|otf|woff2?|webp|mp[34])$/;

/**
 * Which files to hand to `decideLicence`: a path inside the repository with "/" between folders → what it may hold. Any capitals and accents.
 *
 * @example classifyPath("docs/LIZENZ.txt") // "licence"
 * @example classifyPath("src/licence.ts") // undefined
 */
export function classifyPath(path: string): LicenceRole | undefined {
  const folded = path.slice(-1000).normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  if (foreign.test(folded)) return undefined;
  const name = folded.slice(folded.lastIndexOf("/") + 1);
  if (manifestName.test(name) || manifestAtTop.test(folded)) return "manifest";
  if (/(?:^|\/)licenses\/[^/]+$/.test(folded)) return isProse(name) ? "licence" : undefined;
  if (/^\.reuse\/dep5$/.test(folded)) return "manifest";
  const depth = folded.split("/").length - 1;
  if (readmeName.test(name) && depth <= 2 && isProse(name)) return "readme";
  if ((licenceName.test(name) || mit.test(name)) && isProse(name)) return "licence";
  return undefined;
}

function isProse(name: string): boolean {
  const ending = /\.([a-z0-9+-]+)$/.exec(name)?.[1];
  return ending === undefined || prose.test(ending) || (isLicenceName(name) && !program.test(ending));
}

/** Whether the name promises a licence; "notice", "legal" or "disclaimer" may hold anything. */
export function isLicenceName(path: string): boolean {
  return /^(?:[a-z0-9.+]+[-_])?(?:un)?(?:licen[cs]es?|copying|lizenz|licencia|licenza|licenca|licentie|licencja|eupl)(?:$|[-_.])/.test(
    path
      .slice(path.lastIndexOf("/") + 1)
      .normalize("NFD")
      .replace(/\p{M}/gu, "")
      .toLowerCase(),
  );
}

const usualFolders = /^(?:licen[cs]es?|legal|docs?|documentation|\.github|meta|copying|info|licen[cs]ing)$/;
const partName =
  /third[-_ ]?party|3rd[-_ ]?party|notices?|bundled|dependenc|libraries|credits|attribution|patents|(?:licen[cs]e|licenza)[-_. ](?:docs?|documentation|content|data|assets|images?|fonts?|icons?|art|media|text|cc-?by|examples?)\b/;

/** How near to the root a file stands: 0 there, 1 in a folder "LICENSES", 2 in docs/ and the like, from 4 on elsewhere. */
export function rankOf(path: string): number {
  const folders = path.toLowerCase().split("/").slice(0, -1);
  if (folders.length === 0) return /^(?:notices?|copyrights?|patents|legal|disclaimer|intent)\b/i.test(path) ? 0.5 : 0;
  if (folders.length === 1 && folders[0] === "licenses") return 1;
  return folders.length === 1 && usualFolders.test(folders[0] ?? "") ? 2 : 3 + folders.length;
}

/** Whether the name of a licence file says that it is for a part: documentation, fonts, other people's work. */
export function speaksOfParts(path: string): boolean {
  return partName.test(path.slice(path.lastIndexOf("/") + 1).toLowerCase());
}

const besideProduct =
  /(?:^|\/)(?:docs?|documentation|tests?|__tests__|specs?|examples?|samples?)\/|(?:^|\/)test_[^/]*$|[-_.](?:tests?|spec)\.[a-z0-9]+$/i;

/** Whether a source file lies in the documentation, tests or examples: what it states of a licence need not hold for the program. */
export function isBesideProduct(path: string): boolean {
  return besideProduct.test(path);
}
