/** CI systems by the file that starts them. Paths are given in lower case. */
const systems: [system: string, path: RegExp][] = [
  ["GitHub Actions", /^\.github\/workflows\/[^/]+\.ya?ml$/],
  ["GitLab CI", /^\.gitlab-ci\.ya?ml$|^\.gitlab\/ci\/.+\.ya?ml$/],
  ["Forgejo Actions", /^\.forgejo\/workflows\/[^/]+\.ya?ml$/],
  ["Gitea Actions", /^\.gitea\/workflows\/[^/]+\.ya?ml$/],
  ["Woodpecker", /^\.woodpecker(?:\.ya?ml|\/.+\.ya?ml)$/],
  ["Drone", /^\.drone\.(?:ya?ml|star|jsonnet)$/],
  ["Travis CI", /^\.travis\.ya?ml$/],
  ["CircleCI", /^(?:\.circleci\/config\.ya?ml|circle\.yml)$/],
  ["Jenkins", /^(?:[^/]+\/)?jenkinsfile(?:\.[a-z0-9_-]+)?$/],
  ["Azure Pipelines", /^(?:\.?azure[-_]?pipelines?(?:\.ya?ml|\/.+\.ya?ml))$/],
  ["AppVeyor", /^\.?appveyor\.ya?ml$/],
  ["Cirrus CI", /^\.cirrus\.(?:ya?ml|star)$/],
  ["Buildkite", /^\.buildkite\/.+\.(?:ya?ml|sh)$/],
  ["Bitbucket Pipelines", /^bitbucket-pipelines\.ya?ml$/],
  ["Semaphore", /^\.semaphore\/.+\.ya?ml$/],
  ["TeamCity", /^\.teamcity\//],
  ["builds.sr.ht", /^\.build\.ya?ml$|^\.builds\/[^/]+\.ya?ml$/],
  ["Cloud Build", /^cloudbuild\.(?:ya?ml|json)$/],
  ["CodeBuild", /^buildspec\.ya?ml$/],
  ["Tekton", /^\.tekton\/.+\.ya?ml$/],
  ["Wercker", /^wercker\.ya?ml$/],
  [".ci scripts", /^\.ci\/[^/]+$/],
];

export function ciSystemOf(path: string): string | undefined {
  if (!path.startsWith(".") && !/^(?:circle|[^/]*\/?jenkinsfile|azure|appveyor|bitbucket|cloudbuild|buildspec|wercker)/.test(path))
    return undefined;
  return systems.find(([, pattern]) => pattern.test(path))?.[0];
}

export interface Tool {
  name: string;
  /** A file whose presence sets it up. */
  file?: RegExp;
  /** Its name in what a CI system or pre-commit runs, in lower case. */
  called?: RegExp;
}

/** Tools that look for weaknesses, secrets or outdated dependencies. */
export const scanningTools: readonly Tool[] = [
  { name: "CodeQL", file: /^\.github\/codeql\//, called: /github\/codeql-action\/(?:init|analyze|autobuild)/ },
  { name: "Dependabot", file: /^\.github\/dependabot\.ya?ml$|^\.dependabot\/config\.ya?ml$/ },
  {
    name: "Renovate",
    file: /^(?:\.github\/|\.gitlab\/)?(?:renovate\.json5?|\.renovaterc(?:\.json5?)?)$/,
    called: /renovate(?:bot)?\/renovate/,
  },
  { name: "Gitleaks", file: /^\.?gitleaks\.toml$|^\.gitleaksignore$/, called: /gitleaks/ },
  { name: "TruffleHog", file: /^\.?trufflehog[^/]{0,20}$/, called: /trufflehog/ },
  { name: "detect-secrets", file: /^\.secrets\.baseline$/, called: /detect-secrets/ },
  { name: "git-secrets", called: /git-secrets|git secrets --scan/ },
  { name: "GitGuardian", file: /^\.gitguardian\.ya?ml$/, called: /gitguardian|ggshield/ },
  { name: "Semgrep", file: /^\.semgrep(?:\.ya?ml|ignore|\/.+)$/, called: /semgrep/ },
  { name: "Snyk", file: /^\.snyk$/, called: /snyk/ },
  {
    name: "Sonar",
    file: /^\.?sonar-?(?:project|cloud)\.properties$/,
    called: /sonarcloud|sonarqube|sonarsource|sonar-scanner|sonar:sonar/,
  },
  { name: "Trivy", file: /^\.?trivy\.ya?ml$|^\.trivyignore$/, called: /trivy/ },
  { name: "Grype", file: /^\.grype\.ya?ml$/, called: /grype|anchore\/scan-action/ },
  { name: "OSV-Scanner", file: /^osv-scanner\.toml$/, called: /osv-scanner/ },
  { name: "OpenSSF Scorecard", called: /ossf\/scorecard/ },
  { name: "Dependency Review", called: /actions\/dependency-review-action/ },
  { name: "OWASP Dependency-Check", called: /dependency-check(?:-maven|_action|:check)|org\.owasp:dependency-check/ },
  { name: "OWASP ZAP", called: /zaproxy/ },
  { name: "Bandit", file: /^\.bandit$/, called: /\bbandit\b/ },
  { name: "Brakeman", called: /\bbrakeman\b/ },
  { name: "gosec", called: /\bgosec\b/ },
  { name: "govulncheck", called: /govulncheck/ },
  { name: "pip-audit", called: /pip-audit/ },
  { name: "npm audit", called: /\b(?:npm|pnpm|yarn) audit\b/ },
  { name: "cargo-audit", called: /cargo[- ]audit|rustsec\/audit-check/ },
  { name: "bundler-audit", called: /bundle(?:r)?[- ]audit/ },
  { name: "Coverity", called: /coverity/ },
  { name: "Fortify", called: /fortify/ },
  { name: "Checkov", file: /^\.checkov\.ya?ml$/, called: /checkov/ },
  { name: "GitLab SAST", called: /(?:security|jobs)\/sast(?:-iac)?(?:\.latest)?\.gitlab-ci/ },
  { name: "GitLab Secret Detection", called: /(?:security|jobs)\/secret-detection(?:\.latest)?\.gitlab-ci/ },
  { name: "GitLab Dependency Scanning", called: /(?:security|jobs)\/dependency-scanning(?:\.latest)?\.gitlab-ci/ },
];

/** Tools that look at the licences of the project or of what it depends on. */
export const licenceTools: readonly Tool[] = [
  { name: "REUSE", file: /^reuse\.toml$|^\.reuse\/dep5$/, called: /fsfe\/reuse-action|reuse-tool|\breuse lint\b/ },
  { name: "FOSSA", file: /^\.fossa\.ya?ml$/, called: /fossa/ },
  { name: "ORT", file: /^\.ort(?:\.ya?ml|\/.+)$/, called: /oss-review-toolkit/ },
  { name: "ScanCode", called: /scancode/ },
  { name: "FOSSology", called: /fossology/ },
  { name: "licensed", file: /^\.licensed\.ya?ml$/, called: /github\/setup-licensed|\blicensed (?:status|cache)\b/ },
  { name: "Licensee", called: /\blicensee\b/ },
  { name: "cargo-deny", file: /^deny\.toml$/, called: /cargo[- ]deny/ },
  { name: "go-licenses", called: /go-licenses/ },
  { name: "license-checker", called: /license-checker|licence-checker/ },
  { name: "license-eye", file: /^\.licenserc\.ya?ml$/, called: /skywalking-eyes|license-eye/ },
  { name: "pip-licenses", called: /pip-licenses|liccheck/ },
  { name: "License Finder", called: /license[_-]finder/ },
  { name: "license-maven-plugin", called: /license-maven-plugin|license:(?:check|third-party|add-third-party)/ },
  { name: "GitLab licence scanning", called: /(?:security|jobs)\/license-scanning(?:\.latest)?\.gitlab-ci/ },
];

/** Files that name what runs on a change: CI of every kind and pre-commit. */
export const runsTools = (path: string): boolean =>
  path === ".pre-commit-config.yaml" || path === "lefthook.yml" || (ciSystemOf(path) !== undefined && !path.startsWith(".teamcity/"));
