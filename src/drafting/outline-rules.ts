import type { Capacity, LegalForm } from "../registry/clause.ts";
import type { hosts, means } from "./profile.ts";

/**
 * Which clauses an outline begins with. From the structure of the policies that were read, the legal forms' limits and the capacity levels of the
 * domain research (docs/drafting.md says where each rule comes from). Ids are provision types.
 */

/** Every policy with a text of its own. */
export const core = [
  "oss-legal-definition",
  "reuse-before-buy",
  "oss-consideration-duty",
  "acquire-rights-in-custom-code",
  "source-code-delivery",
  "approved-licence-list",
  "third-party-rights-clearance",
  "exception-security",
  "exception-third-party-rights",
] as const;

/** Where these lacked, policies failed: nobody was named, exceptions had no procedure, nobody looked, nothing was due, nothing was paid. */
export const essential = [
  "responsible-officer",
  "exception-governance",
  "justify-proprietary-choice",
  "gatekeeping-review",
  "annual-reporting",
  "defined-metrics",
  "implementing-regulation-deadline",
  "dedicated-oss-budget",
  "review-or-sunset-clause",
] as const;

/** What an institution of this capacity can carry beyond that. Each holds what the one before holds. */
const developing = [
  "publish-new-code-by-default",
  "public-software-catalogue",
  "catalogue-metadata-standard",
  "documentation-minimum",
  "pre-release-security-review",
  "pooled-development-or-support",
  "ospo-or-lead-body",
  "guidance-and-helpdesk",
  "no-oss-excluding-specification",
  "exit-and-lock-in-cost",
] as const;
export const byCapacity: Record<Capacity, readonly string[]> = {
  starter: ["publish-new-code-by-default", "documentation-minimum", "open-document-formats", "guidance-and-helpdesk"],
  developing,
  advanced: [
    ...developing,
    "code-inventory",
    "gatekeeping-review",
    "independent-audit",
    "publish-existing-code",
    "develop-in-the-open",
    "contribute-upstream",
    "employee-contribution-right",
    "fund-upstream-maintenance",
    "catalogue-federation",
    "vulnerability-disclosure",
    "supply-chain-transparency",
    "maintenance-plan",
    "community-engagement",
    "open-ai-and-open-data",
  ],
};

/**
 * What fails where there is nobody to do it: quotas, deadlines to migrate, programmes for what exists, standards of its own. It holds only where a
 * clause has no wording for that capacity (see objections).
 */
export const beyond: Record<Capacity, readonly string[]> = {
  starter: [
    "agency-policy-duty",
    "open-standards-mandate",
    "default-licence",
    "copyleft-or-permissive-guidance",
    "catalogue-metadata-standard",
    "maintenance-plan",
    "migration-target",
    "institutional-migration-plan",
    "publication-quota",
    "publish-existing-code",
    "code-inventory",
    "catalogue-federation",
    "fund-upstream-maintenance",
    "independent-audit",
    "critical-oss-assessment",
    "oss-exclusive-mandate",
    "open-ai-and-open-data",
  ],
  developing: ["publication-quota", "independent-audit", "catalogue-federation", "critical-oss-assessment", "oss-exclusive-mandate"],
  advanced: ["oss-exclusive-mandate"],
};

/** What such a text usually holds besides. */
export const byForm: Record<LegalForm, readonly string[]> = {
  statute: [
    "oss-first-priority",
    "agency-policy-duty",
    "intergovernmental-code-sharing",
    "source-code-as-public-record",
    "ospo-or-lead-body",
    "open-standards-mandate",
  ],
  decree: ["oss-first-priority", "agency-policy-duty", "open-standards-mandate", "standard-contract-clauses", "default-licence"],
  directive: ["oss-first-priority", "agency-policy-duty", "open-standards-mandate", "default-licence"],
  "procurement-rule": [
    "oss-preference-when-equivalent",
    "comparative-evaluation",
    "no-oss-excluding-specification",
    "standard-contract-clauses",
    "supplier-openness-declaration",
    "exit-and-lock-in-cost",
    "open-standards-mandate",
  ],
  "executive-memorandum": ["oss-first-priority", "agency-policy-duty", "code-inventory", "ospo-or-lead-body"],
  "spend-gate": ["gatekeeping-review", "comparative-evaluation", "open-standards-mandate", "exit-and-lock-in-cost"],
  "funding-condition": [
    "openness-condition-on-grants",
    "repository-hosting-rule",
    "documentation-minimum",
    "licence-metadata",
    "contributor-terms",
  ],
  "municipal-resolution": [
    "oss-first-priority",
    "publish-new-code-by-default",
    "ospo-or-lead-body",
    "intergovernmental-code-sharing",
    "sovereignty-objective",
  ],
  "international-organisation-policy": [
    "oss-first-priority",
    "publish-new-code-by-default",
    "default-licence",
    "employee-contribution-right",
    "civil-servant-training",
    "contributor-terms",
    "ospo-or-lead-body",
    "repository-hosting-rule",
    "community-engagement",
    "openness-condition-on-grants",
    "international-cooperation",
  ],
  contract: [],
};

/** What such a text cannot do, or does badly; again only where a clause has no wording for that form. */
export const notFor: Record<LegalForm, readonly string[]> = {
  statute: ["default-licence", "copyleft-or-permissive-guidance", "vetted-oss-list", "repository-hosting-rule", "documentation-minimum"],
  decree: ["source-code-as-public-record", "sanctions"],
  directive: ["source-code-as-public-record", "sanctions"],
  "procurement-rule": [
    "publish-new-code-by-default",
    "publish-existing-code",
    "develop-in-the-open",
    "contribute-upstream",
    "employee-contribution-right",
    "public-software-catalogue",
    "catalogue-metadata-standard",
    "fund-upstream-maintenance",
    "ospo-or-lead-body",
    "pooled-development-or-support",
    "documentation-minimum",
    "open-document-formats",
  ],
  "executive-memorandum": ["source-code-as-public-record", "sanctions", "intergovernmental-code-sharing"],
  "spend-gate": ["source-code-as-public-record", "sanctions", "employee-contribution-right", "fund-upstream-maintenance"],
  "funding-condition": [
    "reuse-before-buy",
    "oss-consideration-duty",
    "justify-proprietary-choice",
    "code-inventory",
    "gatekeeping-review",
    "public-software-catalogue",
    "implementing-regulation-deadline",
    "responsible-officer",
    "open-document-formats",
    "vetted-oss-list",
    "no-oss-excluding-specification",
    "exit-and-lock-in-cost",
    "ospo-or-lead-body",
    "pooled-development-or-support",
    "employee-contribution-right",
  ],
  "municipal-resolution": ["source-code-as-public-record", "sanctions", "agency-policy-duty", "implementing-regulation-deadline"],
  "international-organisation-policy": [
    "source-code-as-public-record",
    "sanctions",
    "intergovernmental-code-sharing",
    "agency-policy-duty",
    "citizen-right-to-open-format",
    "implementing-regulation-deadline",
    "technology-neutrality",
  ],
  contract: [],
};

/** Where there is no policy of its own: the few provisions that belong into the other text. */
export const byHost: Record<(typeof hosts)[number], readonly string[]> = {
  "digital-strategy": [
    "oss-legal-definition",
    "sovereignty-objective",
    "reuse-before-buy",
    "publish-new-code-by-default",
    "public-software-catalogue",
    "ospo-or-lead-body",
    "responsible-officer",
    "dedicated-oss-budget",
    "defined-metrics",
    "review-or-sunset-clause",
  ],
  "procurement-rules": [
    "oss-legal-definition",
    "oss-consideration-duty",
    "reuse-before-buy",
    "comparative-evaluation",
    "no-oss-excluding-specification",
    "acquire-rights-in-custom-code",
    "source-code-delivery",
    "exit-and-lock-in-cost",
    "supplier-openness-declaration",
    "justify-proprietary-choice",
    "exception-governance",
  ],
  "budget-circular": [
    "reuse-before-buy",
    "gatekeeping-review",
    "exit-and-lock-in-cost",
    "justify-proprietary-choice",
    "pooled-development-or-support",
    "dedicated-oss-budget",
    "annual-reporting",
  ],
};

/** What is pointless without something that was not named, where anything was named at all. */
export const asksFor: Readonly<Record<string, (typeof means)[number]>> = {
  "publish-existing-code": "developers",
  "contribute-upstream": "developers",
  "develop-in-the-open": "developers",
  "fund-upstream-maintenance": "budget",
};
