/** Extensions of files that people write programs in. Data, prose, pictures and settings are not source files. */
const extensions = new Set(
  (
    "ada adb ads asm bas bash bat c c++ cbl cc cfc cfm cjs clj cljc cljs cls cob coffee cpp cpy cr cs csh cshtml cu cxx d dart dfm dpr el elm erl ex exs " +
    "f f03 f08 f77 f90 f95 feature fish for fs fsi fsx gd glsl go gql graphql groovy gvy h h++ hcl hh hpp hrl hs hxx idl ino inl ipynb java jl js jsp jspx jsx kt kts " +
    "less lhs lisp lua m mjs ml mli mm mts nim nix pas php phtml pl pm pp proto ps1 psm1 py pyi pyx r rb rake rego rkt rs s sas sass sc scala scm scss sh sol sql sv svelte " +
    "swift t tcl tf ts tsx cts v vb vbs vhd vhdl vim vue xq xql xqm xquery xsl xslt zig zsh css"
  ).split(" "),
);

/** Somebody else's source carried along, or made by a program. */
const carried = /(?:^|\/)(?:vendor|vendored|third[_-]?party|node_modules|bower_components|external|extern|deps)\//;
const made = /(?:\.min\.(?:js|css)|\.bundle\.js|\.pb\.go|_pb2\.py|\.g\.dart|\.designer\.cs|\.generated\.[a-z]+)$/;

/** A source file larger than this is made by a program or is data in disguise. */
const LARGEST = 4 * 1024 * 1024;

/** Is it a file that people write programs in and that is the project's own? `path` in lower case. */
export function isSource(path: string, size: number): boolean {
  return size > 0 && size <= LARGEST && extensions.has(extensionOf(path)) && !carried.test(path) && !made.test(path);
}

/** Is it carried along rather than the project's own? `path` in lower case. */
export const isCarried = (path: string): boolean => carried.test(path);

const testFolder = /(?:^|\/)(?:tests?|specs?|__tests__|e2e|testing|unittests?|testthat|test-suite|cypress|features|[a-z0-9.]+[.-]tests?)\//;
const testName =
  /(?:^|\/)(?:test[_-][^/]*|tests?\.[a-z]+|[^/]*(?:[._-](?:tests?|spec|specs|e2e|cy))\.[a-z]+|[^/]*(?:tests?|testcase|spec)\.(?:java|kt|cs|vb|php|scala|groovy|swift))$/;

/** Is a source file a test, by its folder or name? `path` in lower case. */
export const isTest = (path: string): boolean => testFolder.test(path) || testName.test(path);

function extensionOf(path: string): string {
  const dot = path.lastIndexOf(".");
  return dot <= path.lastIndexOf("/") + 1 ? "" : path.slice(dot + 1);
}
