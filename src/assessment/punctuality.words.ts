import { type ReadingsSetting, readSoWords } from "../contract/reading.words.js";
import { londonDay } from "../shared/london.js";
import { asMoment } from "../shared/moment.js";
import { capitalised, counted, everyKindSaid, lengthWords, listed, timeWords } from "../shared/words.js";
import { type NotAssessable, type Punctuality, type PunctualityTerms, type Tolerance, distanceToLimit, distanceToWindow } from "./punctuality.js";

/** Was the visit on time, against which limits, and how far from the next one? `source` is the clause as it is cited, or `null`. */
export function punctualityWords(punctuality: Punctuality, source: string | null): string[] {
  switch (punctuality.class) {
    case "on-time":
    case "early":
    case "late":
      if (punctuality.arrival === null) {
        return [`Late: the carers required were never there together, and the council counts such a visit as late; there is no arrival to measure${inBrackets(source)}.`];
      }
      if ("window" in punctuality) return [windowWords(punctuality, source), boundaryWords(punctuality.class, distanceToWindow(punctuality.arrival, punctuality.window))];
      return [arrivalWords(punctuality, source), boundaryWords(punctuality.class, distanceToLimit(punctuality.seconds, punctuality.tolerance))];
    case "not-assessable":
      return [`Punctuality cannot be assessed: ${NOT_ASSESSABLE_SAYS[punctuality.reason]}${inBrackets(source)}.`];
    default:
      return everyKindSaid(punctuality);
  }
}

type Measured = Extract<Punctuality, { readonly seconds: number }>;
type InWindow = Extract<Punctuality, { readonly secondsOutside: number }>;

const CLASS_SAYS: { readonly [C in Measured["class"]]: string } = { "on-time": "On time", early: "Early", late: "Late" };

const NOT_ASSESSABLE_SAYS: { readonly [R in NotAssessable]: string } = {
  "too-few-carers": "the carers required were never there together",
  "not-delivered": "only visits that were delivered, or are open, have a punctuality, whatever the contract",
  "no-rule-in-force": "no rule on punctuality is in force on its day",
  "not-tested": "the council does not test calls of its type",
  "done-with-another": "it was done in one attendance with another visit",
  "no-planned-time": "the plan has no time",
  "no-window": "no named window of the day is its own",
  "several-windows": "several named windows hold its planned start",
  "unknown-window": "the council names no such window as it is planned for, or none for calls of its type",
};

function arrivalWords({ class: verdict, arrival, seconds, tolerance }: Measured, source: string | null): string {
  const planned = asMoment(arrival - seconds);
  const day = londonDay(planned);
  const when = seconds === 0 ? "exactly at the planned start" : `${lengthWords(Math.abs(seconds))} ${seconds < 0 ? "early" : "late"} (planned for ${timeWords(planned, day)})`;
  return `${CLASS_SAYS[verdict]}: it began at ${timeWords(arrival, day)}, ${when}; ${toleranceWords(tolerance)}${inBrackets(source)}.`;
}

function windowWords({ class: verdict, arrival, secondsOutside, window }: InWindow, source: string | null): string {
  const day = londonDay(window.first);
  const named = `the window${window.windows.length === 1 ? "" : "s"} ${listed(window.windows)}`;
  const when = secondsOutside === 0 ? `in time for ${named}` : `${lengthWords(Math.abs(secondsOutside))} too ${secondsOutside < 0 ? "early" : "late"} for ${named}`;
  return `${CLASS_SAYS[verdict]}: it began at ${timeWords(arrival, day)}, ${when}, which ${window.windows.length === 1 ? "is" : "are"} kept from ${timeWords(window.first, day)} to ${timeWords(window.last, day)} (both included)${inBrackets(source)}.`;
}

/** The limits: `"30 minutes early or late are allowed"`. */
export function toleranceWords({ early, late, earlyLimit, lateLimit }: Tolerance): string {
  const upTo = (limit: Tolerance["earlyLimit"]): string => (limit === "excluded" ? "less than " : "");
  if (early === "no-limit" || late === "no-limit") {
    const [side, minutes, limit] = early === "no-limit" ? (["late", late, lateLimit] as const) : (["early", early, earlyLimit] as const);
    return minutes === "no-limit" ? "any time is allowed" : `${upTo(limit)}${counted(minutes, "minute")} ${side} ${minutes === 1 ? "is" : "are"} allowed, and any time ${side === "late" ? "early" : "late"}`;
  }
  if (early === late && upTo(earlyLimit) === upTo(lateLimit)) return `${upTo(lateLimit)}${counted(late, "minute")} early or late ${late === 1 ? "is" : "are"} allowed`;
  return `${upTo(earlyLimit)}${counted(early, "minute")} early and ${upTo(lateLimit)}${counted(late, "minute")} late are allowed`;
}

/** How far the arrival is from the limit next to it; the first second past it decides. */
function boundaryWords(verdict: Measured["class"], nearest: { readonly limit: "early" | "late"; readonly seconds: number }): string {
  if (verdict === "on-time") return `${capitalised(lengthWords(nearest.seconds + 1))} ${nearest.limit === "late" ? "later" : "earlier"} would have been ${nearest.limit}.`;
  return `${capitalised(lengthWords(nearest.seconds))} ${verdict === "late" ? "earlier" : "later"} would have been on time.`;
}

/** Which field of the terms says that punctuality is not assessable? `null` where every contract says it, or no rule does. */
export function fieldNotAssessing(reason: NotAssessable): keyof PunctualityTerms | null {
  switch (reason) {
    case "too-few-carers":
      return "tooFewCarers";
    case "not-tested":
      return "callTypes";
    case "no-window":
    case "several-windows":
    case "unknown-window":
      return "windows";
    case "no-planned-time":
      return "callTypes";
    case "not-delivered":
    case "no-rule-in-force":
    case "done-with-another":
      return null;
    default:
      return everyKindSaid(reason);
  }
}

/** Which moment counts as the arrival, and by which reading: said where more than one carer is required or came. `began` says whether there was such a moment. */
export function arrivalRuleWords({ arrival, readings = {} }: Pick<PunctualityTerms, "arrival"> & { readonly readings?: ReadingsSetting }, required: number, began = true): string {
  return `It ${began ? "begins" : "would begin"} ${arrivalSays(arrival, required)}${readSoWords(["arrival"], readings)}.`;
}

function arrivalSays(arrival: PunctualityTerms["arrival"], required: number): string {
  switch (arrival) {
    case "together":
      return required === 1 ? "when the first carer logs in" : `at the first moment ${counted(required, "carer")} are logged in together`;
    case "last-carer":
      return "when the last of the required carers first logs in";
    case "first-carer":
      return "when the first carer logs in";
    default:
      return everyKindSaid(arrival);
  }
}

function inBrackets(source: string | null): string {
  return source === null ? "" : ` (${source})`;
}
