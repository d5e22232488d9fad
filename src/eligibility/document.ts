import type { Clause } from "../contract/clause.js";
import type { Authority, Source } from "../contract/source.js";
import type { Severity } from "../ecm/findings.js";
import { byCodePoint } from "../shared/code-points.js";
import type { Day } from "../shared/day.js";
import { CQC_FINDINGS, type CqcFinding, type CqcFindingCode } from "./cqc-findings.js";
import type { CqcReading } from "./cqc-records.js";
import { type Eligibility, type EligibilityUnder, answeringUnder } from "./eligibility.js";
import type { ConditionOutcome, OutcomeKind } from "./outcome.js";
import type { EligibilityTerms } from "./terms.js";

/** Who may join, as a document: the same keys for every council and every list. */
export interface EligibilityDocument {
  readonly format: "homecare-rules/eligibility@1";
  readonly council: string;
  /** The day for which it is answered: what was published by then counts. */
  readonly day: Day;
  /** The version that was applied, or why none was. */
  readonly rule:
    | { readonly kind: "in-force"; readonly authority: Authority; readonly firstDay: Day | "unstated"; readonly lastDay: Day | "open" | "unstated"; readonly source: Source }
    | Exclude<EligibilityUnder["rule"], { kind: "in-force" | "overlap" }>
    | { readonly kind: "overlap"; readonly authorities: readonly Authority[] };
  /** What the list held: records of the API, or rows of the sheet. */
  readonly input: { readonly counted: "records" | "rows"; readonly read: number; readonly accepted: number; readonly rejected: number };
  /** Every condition, with the clause it stands in and the reading that adopts it. */
  readonly conditions: readonly Pick<ConditionOutcome, "condition" | "source" | "reading">[];
  /** In the order of their ids, by code point. */
  readonly providers: readonly (Pick<Eligibility, "provider" | "kind" | "deciding" | "restsOn"> & { readonly conditions: readonly ShownOutcome[] })[];
  readonly total: {
    readonly providers: number;
    readonly eligible: number;
    readonly eligibleWithConditions: number;
    readonly ineligible: number;
    readonly cannotBeDetermined: number;
  };
  /** In the order of their declaration, each with its places. */
  readonly findings: readonly { readonly code: CqcFindingCode; readonly severity: Severity; readonly count: number; readonly places: readonly Omit<CqcFinding, "code">[] }[];
  /** The readings of the version, each with the number of providers whose answer another of its choices changes. */
  readonly restsOn: readonly { readonly reading: string; readonly of: "providers"; readonly count: number }[];
}

/** What came of a condition for one provider; where it stands is said once, in `conditions` of the document. */
export type ShownOutcome = Pick<ConditionOutcome, "condition" | "evidence" | "evidenceDay"> & OutcomeKind;

/**
 * The document of a list of providers under a council's eligibility clause, on a day.
 *
 * @example
 * ```ts
 * const reading = readCqcRecords([{ locationId: "1-100", registrationStatus: "Deregistered" }]);
 * const document = eligibilityDocument("leicester", leicesterEligibility, reading, "2026-03-16", ["recommended"]);
 * document.total.ineligible; // => 1
 * ```
 */
export function eligibilityDocument(council: string, clause: Clause<EligibilityTerms>, reading: CqcReading, day: Day, authorities?: readonly Authority[]): EligibilityDocument {
  const answer = answeringUnder(clause, day, authorities);
  const answers = reading.records.map(answer).sort((a, b) => byCodePoint(a.provider, b.provider));
  // Asked of nobody too, so that an empty list has its rule.
  const { rule, conditions: asked } = answer({ id: "" });
  const count = (kind: Eligibility["kind"]): number => answers.filter((given) => given.kind === kind).length;
  const codes = Object.keys(CQC_FINDINGS) as CqcFindingCode[];
  return {
    format: "homecare-rules/eligibility@1",
    council,
    day,
    rule: shownRule(rule),
    input: { counted: reading.counted, read: reading.read, accepted: reading.accepted, rejected: reading.rejected },
    conditions: asked.map(({ condition, source, reading: adopting }) => ({ condition, source, reading: adopting })),
    providers: answers.map(({ provider, kind, deciding, conditions, restsOn }) => ({ provider, kind, deciding, conditions: conditions.map(shownOutcome), restsOn })),
    total: {
      providers: answers.length,
      eligible: count("eligible"),
      eligibleWithConditions: count("eligible-with-conditions"),
      ineligible: count("ineligible"),
      cannotBeDetermined: count("cannot-be-determined"),
    },
    findings: codes.flatMap((code) => {
      const places = reading.findings.filter((finding) => finding.code === code).map(({ id, at, value }) => (value === undefined ? { id, at } : { id, at, value }));
      return places.length === 0 ? [] : [{ code, severity: CQC_FINDINGS[code].severity, count: places.length, places }];
    }),
    restsOn:
      rule.kind !== "in-force"
        ? []
        : Object.keys(rule.version.readings).map((slug) => ({ reading: slug, of: "providers" as const, count: answers.filter(({ restsOn }) => restsOn.includes(slug)).length })),
  };
}

function shownOutcome({ source: _source, reading: _reading, ...outcome }: ConditionOutcome): ShownOutcome {
  return outcome;
}

function shownRule(rule: EligibilityUnder["rule"]): EligibilityDocument["rule"] {
  if (rule.kind === "overlap") return { kind: "overlap", authorities: rule.versions.map(({ authority }) => authority) };
  if (rule.kind !== "in-force") return rule;
  const { authority, firstDay, lastDay, source } = rule.version;
  return { kind: "in-force", authority, firstDay, lastDay, source };
}
