import { citing } from "../contract/source.words.js";
import type { DashboardGap, DashboardRow } from "../framework/dashboard.js";
import { dashboardGapWords } from "../framework/dashboard.words.js";
import { type MonitoringTerms, type RegimeAnswer, type VisitDue, type WholeServiceConcern, nextVisitDue, regimeOn } from "../framework/monitoring.js";
import { regimeVerdict, regimeWords, visitDueVerdict, visitDueWords } from "../framework/monitoring.words.js";
import type { Day } from "../shared/day.js";
import { dayWords } from "../shared/words.js";
import type { ExplainCite } from "./explain-eligibility.js";
import type { Section } from "./section.js";
import { type ExplainTerms, citedIn, restingSections } from "./under-terms.js";

/** What a question about monitoring was asked with. */
export interface MonitoringAsked {
  readonly provider: string;
  readonly day: Day;
  readonly concerns: readonly WholeServiceConcern[];
  /** The provider's dashboard row, where it was given. */
  readonly row?: DashboardRow;
}

/**
 * Why is a provider monitored routinely or intensively, and what does that require? Takes what `regimeOn` answered.
 *
 * @example
 * ```ts
 * const terms = plymouth.monitoring!.versions[0]!;
 * const asked = { provider: "P1", day: "2023-09-04", concerns: [{ provider: "P1", firstDay: "2023-09-04", lastDay: "open" }] } as const;
 * explainRegime(regimeOn("P1", "2023-09-04", asked.concerns, terms), asked, terms)[0]!.sentences[0];
 * // => "Provider P1 is monitored intensively on Monday 4 September 2023, because a whole service concern about it is open; since Monday 4 September 2023."
 * ```
 */
export function explainRegime(answer: RegimeAnswer, { provider, day, concerns, row }: MonitoringAsked, terms: MonitoringTerms, { cite = citing() }: ExplainCite = {}): Section[] {
  return [{ heading: "Monitoring", sentences: regimeWords(answer, provider, day, cite) }, ...restingSections(terms, (other) => regimeVerdict(regimeOn(provider, day, concerns, other, row)))];
}

/**
 * When is the next visit to a provider due, how far is that, and on which reading does it rest? Takes what `nextVisitDue`
 * answered for the visits given.
 *
 * @example
 * ```ts
 * const terms = plymouth.monitoring!.versions[0]!;
 * const asked = { provider: "P1", day: "2023-09-14", concerns: [{ provider: "P1", firstDay: "2023-09-04", lastDay: "open" }] } as const;
 * const sections = explainVisitDue(nextVisitDue("P1", "2023-09-14", ["2023-09-06"], asked.concerns, terms), ["2023-09-06"], asked, terms);
 * sections[0]!.sentences[1]; // => "On Thursday 14 September 2023 it is 1 day overdue."
 * sections[1]!.heading; // => "Reading weekly-visits"
 * ```
 */
export function explainVisitDue(answer: VisitDue, visits: readonly Day[], { provider, day, concerns, row }: MonitoringAsked, terms: MonitoringTerms, about: ExplainTerms = {}): Section[] {
  const { source } = citedIn(terms, about);
  const [due, ...more] = visitDueWords(answer, provider, day);
  return [
    { heading: "Next visit", sentences: [source === null ? due! : `${due!.slice(0, -1)} (${source}).`, ...more] },
    ...restingSections(terms, (other) => visitDueVerdict(nextVisitDue(provider, day, visits, concerns, other, row))),
  ];
}

/**
 * What is missing from a dashboard on a day? Takes what `dashboardGaps` answered; an empty list says that it is complete.
 *
 * @example
 * ```ts
 * explainDashboard([{ code: "no-row", provider: "P2" }], "2023-09-05"); // => [{ sentences: ["Provider P2 has no row."] }]
 * explainDashboard([], "2023-09-05"); // => [{ sentences: ["The dashboard is complete on Tuesday 5 September 2023."] }]
 * ```
 */
export function explainDashboard(gaps: readonly DashboardGap[], day: Day): Section[] {
  return [{ sentences: gaps.length === 0 ? [`The dashboard is complete on ${dayWords(day)}.`] : gaps.map((gap) => dashboardGapWords(gap, day)) }];
}
