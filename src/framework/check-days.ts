import type { VersionFacts } from "../contract/clause.js";
import type { Source } from "../contract/source.js";
import { readDay } from "../shared/day.js";
import { binds } from "./cited.js";
import type { FrameworkFinding } from "./findings.js";
import type { Framework } from "./framework.js";
import { common, daysText, spanOf } from "./stretches.js";
import { problemOf } from "./term.js";

/** The dated clauses of a framework, by name. */
export const CLAUSE_PARTS = ["scope", "offerOrder", "price", "award", "exit"] as const satisfies readonly (keyof Framework)[];

/** Something with days, with what it is and whose. */
interface DatedPart {
  readonly of: string;
  readonly provider?: string;
  readonly days: readonly string[];
  readonly source: Source | null;
}

const NO_DAYS: readonly string[] = ["open", "unstated", "not-extended", "not-started", "not-yet", "none"];

/** Days that are no days of the calendar. While there are any, nothing else can be checked. */
export function unreadableDays(framework: Framework): FrameworkFinding[] {
  return partsOf(framework).flatMap((part) => {
    const unreadable = part.days.filter((day) => !NO_DAYS.includes(day) && readDay(day) === undefined);
    return unreadable.map((day) => ({ code: "unreadable-day" as const, facts: { ...whoseDays(part), day }, source: part.source }));
  });
}

/** Days that contradict each other: of parts, of the term and its extension, and of versions of one rule. */
export function contradictingDays(framework: Framework): FrameworkFinding[] {
  const findings: FrameworkFinding[] = partsOf(framework).flatMap((part) => {
    const [firstDay, lastDay] = part.days;
    if (part.of === "term" || firstDay === undefined || lastDay === undefined) return [];
    const [first, last] = [readDay(firstDay), readDay(lastDay)];
    if (first === undefined || last === undefined || first <= last) return [];
    return [{ code: "days-contradict" as const, facts: { ...whoseDays(part), firstDay, lastDay }, source: part.source }];
  });
  const { term } = framework;
  const problem = problemOf(term);
  if (problem !== null) {
    const { firstDay, lastDay, extension, extendedTo } = term;
    const mayExtendTo = extension === "none" ? "none" : extension.upTo;
    findings.push({ code: "term-contradicts", facts: { problem, firstDay, lastDay, mayExtendTo, extendedTo }, source: term.source });
  }
  for (const part of CLAUSE_PARTS) findings.push(...overlapsOf(part, framework[part]));
  return findings;
}

function whoseDays({ of, provider }: DatedPart): { readonly of: string; readonly provider?: string } {
  return provider === undefined ? { of } : { of, provider };
}

/** What an overlap is found by. */
interface DatedVersions {
  readonly versions: readonly Pick<VersionFacts<object>, "firstDay" | "lastDay" | "authority" | "source">[];
}

function overlapsOf(part: string, clause: DatedVersions | undefined): FrameworkFinding[] {
  const binding = (clause?.versions ?? []).filter(({ authority }) => binds(authority));
  return binding.flatMap((version, i) =>
    binding.slice(i + 1).flatMap((other) => {
      const both = common(spanOf(version), spanOf(other));
      return both === null ? [] : [{ code: "versions-overlap" as const, facts: { of: part, ...daysText(both) }, source: version.source }];
    }),
  );
}

/** Every part with days; a pair of days is first and last. */
function partsOf(framework: Framework): DatedPart[] {
  const { term, mobilisation } = framework;
  const versions = CLAUSE_PARTS.flatMap((of) => (framework[of]?.versions ?? []).map(({ firstDay, lastDay, source }) => ({ of, days: [firstDay, lastDay], source })));
  const extension = term.extension === "none" ? [] : [{ of: "extension", days: [term.extension.upTo], source: term.extension.source }];
  const contingency = mobilisation === undefined || mobilisation.contingency === "none" ? [] : [mobilisation.contingency];
  const ofProvider = (of: string, parts: readonly { readonly provider: string; readonly firstDay: string; readonly lastDay: string }[]): DatedPart[] =>
    parts.map(({ provider, firstDay, lastDay }) => ({ of, provider, days: [firstDay, lastDay], source: null }));
  return [
    { of: "term", days: [term.firstDay, term.lastDay, term.extendedTo], source: term.source },
    ...extension,
    ...versions,
    ...(mobilisation?.milestones ?? []).map(({ id, firstDay, lastDay, source }) => ({ of: `milestone ${id}`, days: [firstDay, lastDay], source })),
    ...contingency.map(({ firstDay, lastDay, source }) => ({ of: "contingency period", days: [firstDay, lastDay], source })),
    // A provider may be found stable only after it started.
    ...(mobilisation?.starts ?? []).map(({ provider, firstDay, stableFrom }) => ({ of: "start", provider, days: [firstDay, stableFrom], source: null })),
    ...ofProvider("membership", framework.memberships),
    ...ofProvider("suspension", framework.suspensions),
    ...ofProvider("grade", framework.grades),
  ];
}
