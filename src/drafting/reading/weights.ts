/**
 * What each sign of a proposal weighs (their order stands in propose.ts), and how much more or less a type needs than others. Fitted on the half of
 * the labelled articles that tunes, by logistic regression; bench/README.md says how it measures on the other half.
 */
export const weights: readonly number[] = [2.58, 0.51, -0.13, 0.26, 0.13, -0.85, 0.81, -0.04, -0.13, 1.12, 0.56, 0.52, -0.94, -1.14, 0.01];

/** The score of an article that nothing speaks for. */
export const bias = -0.44;

/** Types that cue words say too readily (below 0) or too seldom. */
export const lean: Readonly<Record<string, number>> = {
  "publish-new-code-by-default": -0.52,
  "acquire-rights-in-custom-code": -0.45,
  "exception-security": 0.27,
  "intergovernmental-code-sharing": -0.91,
  "documentation-minimum": 0.19,
  "oss-consideration-duty": 0.54,
  "third-party-rights-clearance": 0.24,
  "openness-condition-on-grants": -0.36,
  "publication-quota": -0.37,
  "contribute-upstream": 0.23,
  "oss-legal-definition": 0.32,
  "responsible-officer": 0.22,
  "reuse-before-buy": -0.12,
  "comparative-evaluation": 0.13,
  "technology-neutrality": 0.81,
  "dedicated-oss-budget": -0.18,
  "oss-first-priority": -0.43,
  "oss-preference-when-equivalent": -0.6,
  "public-software-catalogue": -0.5,
  "exit-and-lock-in-cost": -0.35,
  "agency-policy-duty": -0.22,
  "approved-licence-list": -0.62,
  "copyleft-or-permissive-guidance": -0.25,
  "default-licence": -0.23,
  "source-code-delivery": -0.33,
  "guidance-and-helpdesk": -0.12,
  "code-inventory": 0.27,
  "supply-chain-transparency": 0.18,
  "maintenance-plan": 0.28,
  "review-or-sunset-clause": 0.21,
  "defined-metrics": 0.17,
  "international-cooperation": 0.13,
  "pre-release-security-review": 0.12,
  "develop-in-the-open": -0.26,
  "oss-career-recognition": -0.32,
  "exception-third-party-rights": 0.46,
  "catalogue-metadata-standard": -0.13,
  "gatekeeping-review": 0.13,
  "share-alike-of-derivatives": -0.23,
  "no-licence-fee": 0.2,
  "contributor-terms": 0.22,
  "source-code-as-public-record": -0.13,
  "national-interoperability-framework": 0.32,
  "open-document-formats": 0.62,
  "sovereignty-objective": 0.34,
  "fund-upstream-maintenance": 0.46,
  "exception-cost-or-sunk-cost": -0.11,
  "implementing-regulation-deadline": 0.43,
  "independent-audit": 0.15,
  "open-ai-and-open-data": 0.12,
};
