import { londonDay } from "../shared/london.js";
import { asMoment } from "../shared/moment.js";
import { capitalised, counted, everyKindSaid, lengthWords, timeWords } from "../shared/words.js";
import { type NotAssessable, type Punctuality, type PunctualityTerms, type Tolerance, distanceToLimit } from "./punctuality.js";

/** Was the visit on time, against which limits, and how far from the next one? `source` is the clause as it is cited, or `null`. */
export function punctualityWords(punctuality: Punctuality, source: string | null): string[] {
  switch (punctuality.class) {
    case "on-time":
    case "early":
    case "late":
      if (punctuality.arrival === null) {
        return [`Late: the carers required were never there together, and the council counts such a visit as late; there is no arrival to measure${inBrackets(source)}.`];
      }
      return [arrivalWords(punctuality, source), boundaryWords(punctuality)];
    case "not-assessable":
      return [`Punctuality cannot be assessed: ${NOT_ASSESSABLE_SAYS[punctuality.reason]}.`];
    default:
      return everyKindSaid(punctuality);
  }
}

type Measured = Extract<Punctuality, { readonly seconds: number }>;

const CLASS_SAYS: { readonly [C in Measured["class"]]: string } = { "on-time": "On time", early: "Early", late: "Late" };

const NOT_ASSESSABLE_SAYS: { readonly [R in NotAssessable]: string } = {
  "too-few-carers": "the carers required were never there together",
  "not-delivered": "only visits that were delivered, or are open, have a punctuality",
  "no-rule-in-force": "no rule on punctuality is in force on its day",
};

function arrivalWords({ class: verdict, arrival, seconds, tolerance }: Measured, source: string | null): string {
  const planned = asMoment(arrival - seconds);
  const day = londonDay(planned);
  const when = seconds === 0 ? "exactly at the planned start" : `${lengthWords(Math.abs(seconds))} ${seconds < 0 ? "early" : "late"} (planned for ${timeWords(planned, day)})`;
  return `${CLASS_SAYS[verdict]}: it began at ${timeWords(arrival, day)}, ${when}; ${toleranceWords(tolerance)}${inBrackets(source)}.`;
}

/** The limits: `"30 minutes early or late are allowed"`. */
export function toleranceWords({ early, late }: Tolerance): string {
  return early === late ? `${counted(late, "minute")} early or late ${late === 1 ? "is" : "are"} allowed` : `${counted(early, "minute")} early and ${counted(late, "minute")} late are allowed`;
}

/** How far the arrival is from the limit next to it; limits are included, so the first second past it decides. */
function boundaryWords({ class: verdict, seconds, tolerance }: Measured): string {
  const nearest = distanceToLimit(seconds, tolerance);
  if (verdict === "on-time") return `${capitalised(lengthWords(nearest.seconds + 1))} ${nearest.limit === "late" ? "later" : "earlier"} would have been ${nearest.limit}.`;
  const beyond = verdict === "late" ? seconds - tolerance.late * 60 : -seconds - tolerance.early * 60;
  return `${capitalised(lengthWords(beyond))} ${verdict === "late" ? "earlier" : "later"} would have been on time.`;
}

/** Which moment counts as the arrival: said where more than one carer is required or came. */
export function arrivalRuleWords({ arrival }: Pick<PunctualityTerms, "arrival">, required: number): string {
  switch (arrival) {
    case "together":
      return required === 1 ? "It begins when the first carer logs in." : `It begins at the first moment ${counted(required, "carer")} are logged in together.`;
    case "last-carer":
      return "It begins when the last of the required carers first logs in.";
    case "first-carer":
      return "It begins when the first carer logs in.";
    default:
      return everyKindSaid(arrival);
  }
}

function inBrackets(source: string | null): string {
  return source === null ? "" : ` (${source})`;
}
