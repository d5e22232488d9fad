import type { VisitKind } from "../assessment/attendance.js";
import { londonDay } from "../shared/london.js";
import { capitalised, counted, everyKindSaid, lengthWords, quoted, timeWords } from "../shared/words.js";
import type { Outcome } from "../visit/outcome.js";
import { type VisitFacts, plannedDayOf } from "../visit/visit.js";
import { type ByNotice, type Notice, type UndeliveredPay, type UndeliveredTerms, leastNotice } from "./undelivered.js";

/** What is paid for a visit that did not go to plan, and by which case of the clause: `null` where the clause does not decide it. */
export interface DecidedPay {
  readonly says: string;
  readonly pay: UndeliveredPay;
}

/** By which case of the clause is a visit paid? `outcome`: what is recorded; `tooFewCarers`: fewer carers came than required. */
export function decidedPay(kind: VisitKind, outcome: Outcome | null, tooFewCarers: boolean, terms: UndeliveredTerms): DecidedPay | null {
  switch (kind.kind) {
    case "delivered":
    case "open":
      return !tooFewCarers || terms.tooFewCarers === "those-who-came" ? null : { says: "a visit to which fewer carers came than required", pay: terms.tooFewCarers };
    case "excused":
    case "not-required":
      return kind.outcome === null ? null : { says: `the outcome ${quoted(kind.outcome)}`, pay: terms.outcomes[kind.outcome] };
    case "missed":
      if (kind.reason === "done-in-another") return null;
      if (kind.reason === "unexplained") return { says: "a visit that nobody attended or explained", pay: terms.unexplained };
      return kind.reason === "past-threshold" ? { says: "a visit past the threshold", pay: terms.pastThreshold } : { says: `the outcome ${quoted(kind.reason)}`, pay: terms.outcomes[kind.reason] };
    case "undetermined":
      if (kind.reason === "unexplained") return { says: "a visit that nobody attended or explained", pay: terms.unexplained };
      return kind.reason === "undecided-outcome" && outcome !== null ? { says: `the outcome ${quoted(outcome)}`, pay: terms.outcomes[outcome] } : null;
    default:
      return everyKindSaid(kind);
  }
}

/** The same in a sentence: `"For the outcome “refused” the contract pays a share of 0.5 of the price of the planned length (…)."` */
export function decidedPayWords({ says, pay }: DecidedPay, source: string): string {
  return `For ${says} the contract ${paySays(pay)} (${source}).`;
}

function paySays(pay: UndeliveredPay): string {
  switch (pay.kind) {
    case "nothing":
      return "pays nothing";
    case "undetermined":
      return "leaves open what is paid";
    case "actual-time":
      return "pays the time carers were there";
    case "planned-length":
      return "pays the planned length";
    case "share-of-planned":
      return `pays a share of ${pay.share} of the ${pay.of === "length" ? "planned length" : "price of the planned length"}`;
    case "fixed-minutes":
      return `pays ${counted(pay.minutes, "minute")}, whatever was planned`;
    case "by-notice":
      return "pays by the notice that was given";
    case "hospital-retainer":
      return "pays a hospital retainer";
    default:
      return everyKindSaid(pay);
  }
}

/** When notice was given, how long before the plan, against which limit, and how far from it. */
export function noticeWords(visit: Pick<VisitFacts, "noticeGiven" | "plannedStart" | "plannedDay">, { tiers, otherwise }: ByNotice): string[] {
  const { noticeGiven, plannedStart } = visit;
  if (noticeGiven === undefined) return ["The visit does not say when notice was given."];
  const day = plannedDayOf(visit)!;
  const given = `Notice was given at ${timeWords(noticeGiven, day)}`;
  if (plannedStart === null && tiers.some(({ notice }) => notice.unit === "hours")) return [`${given}; without a planned time it is not known how many hours that was before.`];
  const asked = tiers.map(({ notice, pays }) => ({ notice, pays, spare: spareOf(notice, visit) }));
  const met = asked.findIndex(({ spare }) => spare >= 0);
  const before = plannedStart === null ? daysBefore(day - londonDay(noticeGiven)) : secondsBefore(plannedStart - noticeGiven);
  if (asked.length === 0) return [`${given}, ${before}.`];
  const pays = met === -1 ? otherwise : asked[met]!.pays;
  const asks = met === -1 ? shorterSays(asked.at(-1)!.notice) : `Notice of ${enoughSays(asked[met]!.notice)}${met === 0 ? "" : `, and ${belowSays(asked[met - 1]!.notice)},`}`;
  const longer = (met === -1 ? asked : asked.slice(0, met)).at(-1);
  const shorter = met === -1 ? undefined : { spare: asked[met]!.spare, pays: asked[met + 1]?.pays ?? otherwise, unit: asked[met]!.notice.unit };
  return [
    `${given}, ${before}${plannedStart !== null && asked.some(({ notice }) => notice.unit !== "hours") ? `, and ${daysBefore(day - londonDay(noticeGiven))} by the calendar` : ""}${plannedStart !== null && noticeGiven > plannedStart ? ": no notice in advance, which counts as the shortest" : ""}.`,
    `${asks} ${paySays(pays)}.`,
    ...(longer === undefined ? [] : [`${capitalised(awayWords(-longer.spare, longer.notice.unit))} earlier, it would have been notice of ${isAbove(longer.notice) ? "more than " : ""}${lengthSays(longer.notice)}, which ${paySays(longer.pays)}.`]),
    ...(shorter === undefined ? [] : [`${capitalised(awayWords(shorter.spare + 1, shorter.unit))} later, it would have been too short for that: such notice ${paySays(shorter.pays)}.`]),
  ];
}

/** How much longer than a notice asked for was what was given: seconds, or days of the calendar; below 0 where it was shorter. */
function spareOf(notice: Notice, visit: Pick<VisitFacts, "noticeGiven" | "plannedStart" | "plannedDay">): number {
  const left = notice.unit === "hours" ? visit.plannedStart! - visit.noticeGiven! : plannedDayOf(visit)! - londonDay(visit.noticeGiven!);
  return left - leastNotice(notice);
}

/** Is only more than that length enough? */
function isAbove({ exactly }: Notice): boolean {
  return exactly === "too-short";
}

function lengthSays({ count, unit }: Notice): string {
  return counted(count, unit.slice(0, -1));
}

function enoughSays(notice: Notice): string {
  return isAbove(notice) ? `more than ${lengthSays(notice)}` : `${lengthSays(notice)} or more`;
}

function belowSays(notice: Notice): string {
  return isAbove(notice) ? `no more than ${lengthSays(notice)}` : `less than ${lengthSays(notice)}`;
}

function shorterSays(notice: Notice): string {
  return isAbove(notice) ? `Notice of ${belowSays(notice)}` : `Shorter notice than ${lengthSays(notice)}`;
}

function awayWords(away: number, unit: Notice["unit"]): string {
  return unit === "hours" ? lengthWords(away) : counted(away, "day");
}

function secondsBefore(seconds: number): string {
  if (seconds === 0) return "at the planned start";
  return seconds > 0 ? `${lengthWords(seconds)} before the planned start` : `${lengthWords(-seconds)} after the planned start`;
}

function daysBefore(days: number): string {
  if (days === 0) return "on the planned day";
  return days > 0 ? `${counted(days, "day")} before the planned day` : `${counted(-days, "day")} after the planned day`;
}
