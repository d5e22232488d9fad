import type { PaidMinutesTerms } from "../payment/paid-minutes.js";
import type { PerformanceEffectTerms } from "../performance/effect.js";
import type { Clauses, Council } from "../rules/council.js";
import { type HolidayCalendar, holidayCalendar } from "../shared/bank-holidays.js";
import { bankHolidays } from "../shared/bank-holidays-data.js";
import { basisNotes, secondsNotes } from "./basis-notes.js";
import { templateQuotes, templateReadings } from "./check-quotes.js";
import { dayNotes } from "./day-notes.js";
import { firstMinutesNotes } from "./first-minutes.js";
import { longerNoticeNotes, longerStayNotes } from "./longer-notes.js";
import { missedNotes, undeliveredNotes } from "./missed-notes.js";
import { nameNotes } from "./name-notes.js";
import { type Note, type Noted, type PlainNote, binds, each } from "./note.js";
import { type Path, pathText } from "./problem.js";
import { longerPaidLess } from "./price-notes.js";
import { freeIncentives, freeNotes, rateNotes, smallIncentives } from "./rate-notes.js";
import { loose, ruleSetsOf, versionsIn } from "./rule-sets.js";
import { largeLimits, largeNotice, largePrices } from "./size-notes.js";
import { windowNotes } from "./window-notes.js";

/** What stands in a sound council without the effect that its place suggests? */
export function notesOf(council: Council): Note[] {
  const calendar = holidayCalendar(council.nation, bankHolidays);
  const inRuleSets = ruleSetsOf(loose(council)).flatMap(({ path, own }) => {
    const clauses = own as Clauses;
    // Beside what a contract leaves out stands the council's own.
    const inForce: Clauses = { ...council, ...clauses };
    const found: Noted[] = [
      ...versionsIn(own, path).flatMap((version): Noted[] => [...templateQuotes(version).map((at): Noted => [at, "template-words"]), ...templateReadings(version).map((at): Noted => [at, "template-reading"])]),
      ...versionsIn(own, path).flatMap(({ path: at, version }): Noted[] =>
        Object.entries(loose(version["readings"])).flatMap(([slug, reading]): Noted[] => (Object.keys(loose(loose(reading)["choices"])).length === 1 ? [[[...at, "readings", slug], "one-choice"]] : [])),
      ),
      ...termNotes(clauses, inForce, calendar).map(([at, code]): Noted => [[...path, ...at], code]),
      ...firstMinutesNotes(clauses, path[0] === "charge" ? clauses : inForce, calendar).map(([at, code]): Noted => [[...path, ...at], code]),
      ...secondsNotes(clauses, path[0] === "charge" ? clauses : inForce).map(([at, code]): Noted => [[...path, ...at], code]),
      ...unjudgedTargets(clauses, inForce, path),
      ...(path[0] === "charge" ? chargeNotes(clauses) : clauses.contribution === undefined ? [] : [[[...path, "contribution"], "contribution-beside-pay"] as const]),
    ];
    return found;
  });
  return [...inRuleSets.map(([at, code]) => ({ path: pathText(at), code })), ...nameNotes(council)];
}

/** What is to be noted of the terms of each version. */
function termNotes({ punctuality, rate, paidMinutes, basis, attendance, undelivered, incentive, performanceEffects, capture }: Clauses, inForce: Clauses, calendar: HolidayCalendar): Noted[] {
  return [
    ...each("punctuality", punctuality, (terms) => [...windowNotes(terms), ...largeLimits(terms)]),
    ...each("rate", rate, (terms) => [...rateNotes(terms, calendar), ...dayNotes(terms, calendar), ...largePrices(terms), ...longerPaidLess(terms, inForce), ...(binds(terms) ? freeNotes(terms) : [])]),
    ...each("paidMinutes", paidMinutes, (terms) => [...(isRoundedTwice(terms) ? [[["round"], "rounded-twice"] as const] : []), ...longerStayNotes(terms)]),
    ...each("basis", basis, basisNotes),
    ...each("attendance", attendance, (terms) => missedNotes(terms, inForce)),
    ...each("undelivered", undelivered, (terms) => [...undeliveredNotes(terms, inForce), ...longerNoticeNotes(terms), ...largeNotice(terms)]),
    ...each("incentive", incentive, (terms) => [...(binds(terms) ? freeIncentives(terms) : []), ...smallIncentives(terms)]),
    ...each("performanceEffects", performanceEffects, faultNotes),
    ...each("capture", capture, ({ electronic }) => electronic.flatMap((method, i): Noted[] => (method === "manual" ? [[["electronic", i], "manual-is-electronic"]] : []))),
  ];
}

/** Halves of an odd step are half a minute, which only the nearest minute keeps; those of an even one whole, which dropping keeps. */
function isRoundedTwice(terms: PaidMinutesTerms): boolean {
  if (terms.kind !== "increments" || terms.minutes === 1 || terms.round === "up" || terms.round === "down") return false;
  return terms.round !== "nearest-half-up" || terms.partMinutes !== (terms.minutes % 2 === 1 ? "nearest" : "dropped");
}

/** Only of a case that is failed does the fault say whether it stays so. */
function faultNotes({ cases, byProviderFault }: PerformanceEffectTerms): Noted[] {
  return byProviderFault.flatMap((happened, i): Noted[] => (cases[happened] === "failed" ? [] : [[["byProviderFault", i], "fault-decides-nothing"]]));
}

function unjudgedTargets({ targets }: Clauses, { punctuality, continuity }: Clauses, path: Path): (readonly [Path, PlainNote["code"]])[] {
  const untested = (callType: string): boolean => punctuality !== undefined && punctuality.versions.every(({ callTypes }) => callTypes[callType] === null);
  const isUnasked = continuity !== undefined && continuity.versions.every((terms) => terms.kind === "measure" || (terms.kind === "share" && terms.atLeast === null));
  return (targets?.versions ?? []).flatMap((terms, i) => {
    const at = [...path, "targets", "versions", i];
    const types = Object.entries(terms.punctuality).filter(([callType, target]) => target !== null && untested(callType));
    return [...types.map(([callType]) => [[...at, "punctuality", callType], "target-not-judged"] as const), ...(terms.continuity !== null && isUnasked ? [[[...at, "continuity"], "target-not-judged"] as const] : [])];
  });
}

const BY_ITS_OWN = ["punctuality", "attendance"] as const;
const NO_CHARGE = ["targets", "continuity", "visitLength", "performanceEffects", "scorecard", "capture", "timeBank"] as const;

function chargeNotes(charge: Clauses): (readonly [Path, PlainNote["code"]])[] {
  return [
    ...BY_ITS_OWN.filter((clause) => charge[clause] !== undefined).map((clause) => [["charge", clause], "charged-by-its-own"] as const),
    ...NO_CHARGE.filter((clause) => charge[clause] !== undefined).map((clause) => [["charge", clause], "changes-no-charge"] as const),
  ];
}
