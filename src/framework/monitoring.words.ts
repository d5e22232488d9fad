import type { Cite } from "../contract/source.words.js";
import { type Day, dayNumber } from "../shared/day.js";
import { counted, dayWords, everyKindSaid } from "../shared/words.js";
import type { MonitoringRequirement, RegimeAnswer, VisitDue } from "./monitoring.js";

/** Which regime a provider is under on a day, why, and what that requires. */
export function regimeWords(answer: RegimeAnswer, provider: string, day: Day, cite: Cite): string[] {
  const who = `Provider ${provider}`;
  const when = `on ${dayWords(day)}`;
  switch (answer.kind) {
    case "routine":
      return [`${who} is monitored routinely ${when}.`, ...answer.requires.map((requirement) => requirementWords(requirement, cite))];
    case "intensive":
      return [`${who} is monitored intensively ${when}, because ${INTENSIVE_SAYS[answer.because]}; since ${dayWords(answer.since)}.`, ...answer.requires.map((requirement) => requirementWords(requirement, cite))];
    case "cannot-be-determined":
      return [`How provider ${provider} is monitored ${when} cannot be determined: ${DOUBT_SAYS[answer.reason]}.`];
    default:
      return everyKindSaid(answer);
  }
}

/** The verdict of a regime, to compare by. */
export function regimeVerdict(answer: RegimeAnswer): string {
  return answer.kind === "cannot-be-determined" ? "how it is monitored could not be determined" : `it would be monitored ${answer.kind === "routine" ? "routinely" : "intensively"}`;
}

const INTENSIVE_SAYS: { readonly [B in Extract<RegimeAnswer, { kind: "intensive" }>["because"]]: string } = {
  "recorded-concern": "a whole service concern about it is open",
  count: "its dashboard counts as many as start it",
};

const DOUBT_SAYS: { readonly [R in Extract<RegimeAnswer, { kind: "cannot-be-determined" }>["reason"]]: string } = {
  "counts-not-given": "a count decides, and its dashboard row does not give it",
};

function requirementWords({ what, every, source }: MonitoringRequirement, cite: Cite): string {
  const often = every === "regularly" ? "regularly; no interval is stated" : every === "standing" ? "throughout" : `every ${counted(every.days, "day")}`;
  return `It requires ${WHAT_SAYS[what]}, ${often} (${cite(source)}).`;
}

const WHAT_SAYS: { readonly [W in MonitoringRequirement["what"]]: string } = {
  "contract-manager": "a contract manager",
  "contract-meetings": "contract meetings",
  "dashboard-review": "a review of the dashboard",
  "provider-visits": "visits to the provider",
  "service-improvement-plan": "a service improvement plan",
};

/** By when the next visit to a provider is due, and how far that is. */
export function visitDueWords(answer: VisitDue, provider: string, day: Day): string[] {
  switch (answer.kind) {
    case "due": {
      const { by, overdueDays, lastVisit } = answer;
      const last = lastVisit === null ? "no visit counts yet" : `the last visit was on ${dayWords(lastVisit)}`;
      const away = dayNumber(by) - dayNumber(day);
      const asked = overdueDays > 0 ? `on ${dayWords(day)} it is ${counted(overdueDays, "day")} overdue` : away === 0 ? `that is the day asked about, and one day later it is overdue` : `that is ${counted(away, "day")} after ${dayWords(day)}`;
      return [`The next visit to provider ${provider} is due by ${dayWords(by)} (included); ${last}.`, `${asked.charAt(0).toUpperCase()}${asked.slice(1)}.`];
    }
    case "no-interval-stated":
      return [`No day is due for the next visit to provider ${provider}: ${answer.regime === "routine" ? "routine" : "intensive"} monitoring names no interval for visits.`];
    case "cannot-be-determined":
      return [`When the next visit to provider ${provider} is due cannot be determined: ${DOUBT_SAYS[answer.reason]}.`];
    default:
      return everyKindSaid(answer);
  }
}

/** The verdict of a visit due, to compare by. */
export function visitDueVerdict(answer: VisitDue): string {
  return answer.kind === "due" ? `it would be due by ${dayWords(answer.by)}` : answer.kind === "no-interval-stated" ? "no day would be due" : "no day could be determined";
}
