import type { Source } from "../contract/source.js";
import type { Severity } from "../ecm/findings.js";
import { byCodePoint } from "../shared/code-points.js";

/** A finding about a framework as it is declared, once. */
export interface FrameworkFindingDeclaration {
  readonly severity: Severity;
  /** What it says, in one sentence. */
  readonly says: string;
  /** What to do about it. */
  readonly fix: string;
}

/** Every finding about a framework, in the order in which they are shown. Codes are part of the interface. */
export const FRAMEWORK_FINDINGS = {
  "unreadable-day": { severity: "error", says: "A day is not a day of the calendar.", fix: "Write it as YYYY-MM-DD." },
  "days-contradict": { severity: "error", says: "The last day is before the first.", fix: "Correct one of the two days; both are included." },
  "term-contradicts": { severity: "error", says: "The days of the term and its extension contradict each other.", fix: "Give a term that ends after it starts, and an extension that lengthens it, no further than allowed." },
  "versions-overlap": { severity: "error", says: "Two versions of a rule are in force on the same days.", fix: "End one on the day before the other starts." },
  "place-twice": { severity: "error", says: "Two lots, or two localities, have one id.", fix: "Give each an id of its own." },
  "service-listed-twice": { severity: "error", says: "A service is listed twice in one scope.", fix: "List it once, with its paragraph." },
  "floor-above-ceiling": { severity: "error", says: "The lowest price is above the highest: no price can be within.", fix: "Correct one of the two prices." },
  "split-not-whole": { severity: "error", says: "The shares of a split of hours do not add up to a whole.", fix: "Correct the shares so that they add up to 1." },
  "unknown-lot": { severity: "error", says: "A lot is named that the framework does not have.", fix: "Name a lot of the framework, or add this one." },
  "unknown-locality": { severity: "error", says: "A locality is named that the framework does not have.", fix: "Name a locality of the framework, or add this one." },
  "unknown-zone": { severity: "error", says: "A zone is named that no lot or locality of the framework has.", fix: "Name a zone of the framework, or add this one to its place." },
  "membership-outside-term": { severity: "error", says: "A membership has days outside the framework's term.", fix: "Cut the membership to the term, or use the extension that the contract allows." },
  "covers-nothing": { severity: "error", says: "A provider is a member that covers no lot, locality, zone or need at all.", fix: "Name what it covers, or write \"all\"." },
  "overlapping-memberships": { severity: "error", says: "A provider is a member twice: in one role, one place and on the same days.", fix: "End one membership before the other starts, or keep only one." },
  "too-few-in-role": { severity: "error", says: "A lot or locality has fewer providers of a role than it must have.", fix: "Add a membership in this role for these days." },
  "too-many-in-role": { severity: "error", says: "A lot or locality has more providers of a role than it may have.", fix: "Keep as many as allowed for these days, or adopt the reading that allows more." },
  "too-many-places": { severity: "error", says: "A provider holds more lots or localities in a role than it may.", fix: "Leave it as many as allowed for these days." },
  "too-large-share-of-places": { severity: "error", says: "A provider holds a larger share of the lots or localities than it may.", fix: "Leave it fewer of them for these days." },
  "too-large-share-of-hours": { severity: "error", says: "The providers of a role have a larger share of a place's hours than they may.", fix: "Place the hours above the share with the other providers." },
  "split-not-met": { severity: "warning", says: "The hours of a place are not split as the contract says.", fix: "Place new hours with the roles below their share." },
  "barred-together": { severity: "error", says: "A provider holds two roles that bar each other.", fix: "End one of the two memberships." },
  "rank-missing": { severity: "error", says: "The order of offer goes by rank, and a membership has none.", fix: "Give the membership its rank, a whole number from 1." },
  "rank-twice": { severity: "warning", says: "Two providers have one rank in one place: they are offered a package together.", fix: "Give each a rank of its own, if no tie is meant." },
  "grades-contradict": { severity: "error", says: "A provider has two grades on one day.", fix: "End one grade on the day before the other starts." },
  "role-in-no-tier": { severity: "warning", says: "The order of offer has no tier for a membership's role: it is never offered a package.", fix: "Name the role in a tier, or end the membership." },
  "not-a-member": { severity: "warning", says: "A suspension, grade, start or figure names a provider that is no member.", fix: "Correct the provider's id, or add its membership." },
  "started-before-it-may": { severity: "error", says: "A provider started in the contingency period, or before those ahead of it were stable.", fix: "Correct the days, or record that the plan was left." },
  "start-twice": { severity: "error", says: "A provider stands twice in the order of starts.", fix: "Keep one start for each provider." },
  "no-members-named": { severity: "notice", says: "The framework names no providers: its document publishes none.", fix: "Add the memberships before asking who is offered a package." },
  "provider-count-differs": { severity: "notice", says: "The document says another number of providers than are members.", fix: "Check whether memberships are missing or have ended." },
} as const satisfies { readonly [code: string]: FrameworkFindingDeclaration };

/** The code of a finding about a framework. */
export type FrameworkFindingCode = keyof typeof FRAMEWORK_FINDINGS;

/** A fact of a finding: an id, a day, a number, or ids in order. */
export type Fact = string | number | readonly string[];

/** One finding about a framework: what, about whom and when, and where the rule stands (`null`: in no document). */
export interface FrameworkFinding {
  readonly code: FrameworkFindingCode;
  readonly facts: { readonly [name: string]: Fact };
  readonly source: Source | null;
}

const ORDER: readonly string[] = Object.keys(FRAMEWORK_FINDINGS);

/** Findings in the order of their codes, then of their facts: the same for memberships in any order. */
export function inFindingOrder(findings: readonly FrameworkFinding[]): FrameworkFinding[] {
  const keyed = new Map(findings.map((finding) => [`${String(ORDER.indexOf(finding.code)).padStart(3, "0")} ${JSON.stringify(finding.facts)}`, finding]));
  return [...keyed].sort(([a], [b]) => byCodePoint(a, b)).map(([, finding]) => finding);
}
