import type { Authority } from "../contract/source.js";
import { byCodePoint } from "../shared/code-points.js";
import { fraction } from "../shared/exact.js";
import { compare, whole } from "../shared/fractions.js";
import { refuse } from "../shared/refuse.js";
import type { AwardLimit, HoursInPlace } from "./award.js";
import { type AwardFacts, type NotCheckedReason, limitFindings, missingFor } from "./check-award.js";
import { contradictingDays, unreadableDays } from "./check-days.js";
import { memberFindings } from "./check-members.js";
import { binds } from "./cited.js";
import { type FrameworkFinding, inFindingOrder } from "./findings.js";
import type { Framework } from "./framework.js";
import { mayStart } from "./mobilisation.js";
import { common, spanOf } from "./stretches.js";
import { lastDayOf } from "./term.js";

/** What is known beside the framework. */
export interface CheckOptions {
  /** Hours of providers in lots or localities, for limits on shares of hours. */
  readonly hours?: readonly HoursInPlace[];
}

/** Is a framework sound? What is wrong, and what could not be checked. No findings is a pass only with nothing unchecked. */
export interface FrameworkCheck {
  readonly framework: string;
  /** How far the framework binds: a proposal is checked against its own terms. */
  readonly authority: Authority;
  readonly findings: readonly FrameworkFinding[];
  readonly notChecked: readonly NotChecked[];
}

/** Something that was not checked, and why. */
export interface NotChecked {
  readonly what: AwardLimit["kind"] | "everything-else" | "award" | "offer-order";
  readonly reason: NotCheckedReason | "unreadable-days" | "not-configured";
}

/**
 * Is a framework sound? Checks its days, places, memberships, order of offer, mobilisation and limits on sharing out, on
 * every day of its term. The order of memberships changes nothing. Throws when the hours are not decimal text from 0.
 *
 * @example
 * ```ts
 * const model = frameworkOf(plymouth, "locality-partners");
 * const localities = ["north", "south"].map((id) => ({ id, name: id, zones: [] }));
 * const partner = { provider: "P1", role: "locality-partner", rank: null, firstDay: "2025-01-01", lastDay: "open", lots: "all", zones: "all", needs: "all" } as const;
 * const check = checkFramework({ ...model, places: { ...model.places, localities }, memberships: [{ ...partner, localities: ["north", "south"] }] });
 * check.findings.map(({ code }) => code); // => ["too-many-places"]
 * check.findings[0]!.facts["held"]; // => ["north", "south"]
 * ```
 */
export function checkFramework(framework: Framework, options: CheckOptions = {}): FrameworkCheck {
  const { id, authority } = framework;
  const unreadable = unreadableDays(framework);
  if (unreadable.length > 0) {
    return { framework: id, authority, findings: inFindingOrder(unreadable), notChecked: [{ what: "everything-else", reason: "unreadable-days" }] };
  }
  const hours = options.hours ?? [];
  for (const entry of hours) {
    if (compare(fraction(entry.hours, "hours"), whole(0)) < 0) refuse("checkFramework", "hours must be decimal text from 0", entry.hours);
  }
  const contradicting = contradictingDays(framework);
  const { findings, notChecked } = awardFindings(framework, hours);
  return {
    framework: id,
    authority,
    findings: inFindingOrder([...contradicting, ...listFindings(framework), ...memberFindings(framework, hours), ...findings, ...startFindings(framework)]),
    notChecked: [...notChecked, ...((framework.offerOrder?.versions ?? []).length === 0 ? [{ what: "offer-order" as const, reason: "not-configured" as const }] : [])],
  };
}

function awardFindings(framework: Framework, hours: readonly HoursInPlace[]): Pick<FrameworkCheck, "findings" | "notChecked"> {
  const { award, places, memberships, authority, term } = framework;
  const versions = (award?.versions ?? []).filter((version) => binds(version.authority) || version.authority === authority);
  if (versions.length === 0) return { findings: [], notChecked: [{ what: "award", reason: "not-configured" }] };
  const findings: FrameworkFinding[] = [];
  const notChecked = new Map<string, NotChecked>();
  for (const version of versions) {
    const within = common(spanOf(version), spanOf({ firstDay: term.firstDay, lastDay: lastDayOf(term) }));
    if (within === null) continue;
    const facts: AwardFacts = { places, memberships, hours, within, source: version.source };
    for (const limit of version.limits) {
      const reason = missingFor(limit, facts);
      if (reason !== null) notChecked.set(`${limit.kind} ${reason}`, { what: limit.kind, reason });
      // The parts of a split are checked even where the hours are not given.
      if (reason === null || limit.kind === "split-of-hours") findings.push(...limitFindings(limit, facts));
    }
  }
  return { findings, notChecked: [...notChecked].sort(([a], [b]) => byCodePoint(a, b)).map(([, entry]) => entry) };
}

/** Contradictions in lists: places, services and prices. */
function listFindings({ places, scope, price }: Framework): FrameworkFinding[] {
  return [
    ...repeated(places.lots.map(({ id }) => id)).map((lot) => ({ code: "place-twice" as const, facts: { lot }, source: places.source })),
    ...repeated(places.localities.map(({ id }) => id)).map((locality) => ({ code: "place-twice" as const, facts: { locality }, source: places.source })),
    ...scope.versions.flatMap(({ services, source }) => {
      const twice = repeated(services.map(({ service }) => service));
      return twice.map((service) => ({ code: "service-listed-twice" as const, facts: { service }, source }));
    }),
    ...(price?.versions ?? []).flatMap(({ floor, ceiling, source }) => {
      if (floor === null || ceiling === null || compare(fraction(floor, "price.floor"), fraction(ceiling, "price.ceiling")) <= 0) return [];
      return [{ code: "floor-above-ceiling" as const, facts: { floor, ceiling }, source }];
    }),
  ];
}

function startFindings({ mobilisation }: Framework): FrameworkFinding[] {
  const starts = mobilisation?.starts ?? [];
  const twice = repeated(starts.map(({ provider }) => provider)).map((provider) => ({ code: "start-twice" as const, facts: { provider }, source: mobilisation!.source }));
  const early = starts.flatMap((start) => {
    if (start.firstDay === "not-started") return [];
    const answer = mayStart(mobilisation!, start, start.firstDay);
    if (answer.kind === "may-start") return [];
    const waitsFor = answer.reason === "contingency-period" ? { until: answer.lastDay } : { before: answer.providers };
    const facts = { provider: start.provider, firstDay: start.firstDay, because: answer.reason, ...waitsFor };
    return [{ code: "started-before-it-may" as const, facts, source: mobilisation!.source }];
  });
  return [...twice, ...early];
}

function repeated(ids: readonly string[]): string[] {
  return [...new Set(ids.filter((id, i) => ids.indexOf(id) !== i))];
}
