import { FINDINGS } from "../ecm/findings.js";
import type { EffectFigures } from "../performance/effect.js";
import { standingWords } from "../performance/standing.words.js";
import type { ReadingOf } from "../rules/with-reading.js";
import { MINUTE } from "../shared/moment.js";
import { counted, dayWords, grouped, lengthWords, listed, percentWords, poundsWords, shareWords } from "../shared/words.js";
import { type Figures, type MonthDocument, isAmountUnknown, undeterminedPayments } from "./document.js";
import type { TargetPart } from "./targets.js";

/** Which days a month is of, and what was read for it. */
export function monthHeadWords({ period, rows, visits, order }: MonthDocument): string[] {
  const read = `${counted(rows.read, "row")} read: ${grouped(rows.accepted)} accepted, ${grouped(rows.rejected)} rejected; ${counted(visits, "visit")} assessed.`;
  if (period === null) return ["No row was accepted: there is no period, and nothing to assess.", read];
  return [
    `${dayWords(period.firstDay)} to ${dayWords(period.lastDay)} (both included${period.derived ? "; the days of the accepted rows" : ""}).`,
    read,
    ...(order === "any" ? ["The rows are not in the order of their days."] : []),
  ];
}

/** What the visits were. */
export function kindsWords(figures: Figures): string[] {
  const { delivered, open, missed, excused, notRequired, undetermined, understaffed } = figures;
  return [
    `${grouped(delivered)} delivered, ${grouped(open)} open (a log-out is missing), ${grouped(missed)} missed, ${grouped(excused)} excused, ${grouped(notRequired)} not required, ${grouped(undetermined)} undetermined.`,
    `${counted(understaffed, "visit")} attended by fewer carers than required.`,
  ];
}

/** How punctual the visits of a call type were, and which providers met the target; `lacking`, where no targets are in force. */
export function punctualityMonthWords({ total, providers, targetChanges }: Pick<MonthDocument, "total" | "providers" | "targetChanges">, callType: string, lacking = false): string[] {
  const { assessed, onTime, early, late, notAssessable, ...standing } = total.punctuality[callType]!;
  return [
    ...standingWords(standing, { part: onTime, whole: assessed, of: `${callType} call`, is: "on time" }, lacking),
    ...targetChangeWords(targetChanges, callType),
    `${grouped(early)} early, ${grouped(late)} late; ${grouped(notAssessable)} more could not be assessed.`,
    ...providersWords(providers, (figures) => figures.punctuality[callType]!.met),
  ];
}

/** How the windows stand against the standard of continuity, and which providers met the target. `of` names what the share is of. */
export function continuityMonthWords({ total, providers, targetChanges }: Pick<MonthDocument, "total" | "providers" | "targetChanges">, of: string, lacking = false): string[] {
  const { windows, within, ...standing } = total.continuity;
  return [...standingWords(standing, { part: within, whole: windows, of, is: "within the standard" }, lacking), ...targetChangeWords(targetChanges, null), ...providersWords(providers, ({ continuity }) => continuity.met)];
}

/** Which targets the days of the period have for a call type, or for continuity (`null`), where they are not one; and which of them the share is held against. */
export function targetChangeWords(changes: MonthDocument["targetChanges"], callType: string | null): string[] {
  const change = changes?.find((one) => (one.of === "punctuality" ? one.callType : null) === callType);
  if (change === undefined) return [];
  const { parts } = change;
  const differing = haveSeveralBases(parts);
  const said = parts.map((part, i) => {
    const days = i === 0 ? `to ${dayWords(part.lastDay)}` : i === parts.length - 1 ? `from ${dayWords(part.firstDay)}` : `from ${dayWords(part.firstDay)} to ${dayWords(part.lastDay)}`;
    return `${targetPartText(part, differing)} ${days}`;
  });
  const held = parts.at(-1)!.kind === "target" ? `All of the period is ${differing ? "counted and " : ""}held against the last of them` : "No part of the period is held against any";
  return [`The target changes within the period: ${listed(said)}. ${held}; to hold each part against its own, assess its days by themselves.`];
}

/** A target, and how its share counts missed visits where the parts differ in that. */
function targetPartText(part: TargetPart, differing: boolean): string {
  if (part.kind === "cannot-be-determined") return "none that can be determined";
  const target = part.kind === "target" ? percentWords(part.target) : "none";
  return differing ? `${target} (missed visits ${part.base === "assessable" ? "left out" : "counted as late"})` : target;
}

function haveSeveralBases(parts: readonly TargetPart[]): boolean {
  return new Set(parts.flatMap((part) => (part.kind === "cannot-be-determined" ? [] : [part.base]))).size > 1;
}

/** What the visits count for performance. */
export function performanceMonthWords({ done, failed, apart, notCounted, undetermined, failedShare }: EffectFigures): string[] {
  return [
    `${grouped(done)} done, ${grouped(failed)} failed, ${grouped(apart)} counted apart, ${grouped(notCounted)} not counted, ${grouped(undetermined)} undetermined.`,
    failedShare === null ? "There is no share of failed visits: none was done or failed." : `${shareWords(failedShare)} of the visits done or failed were failed.`,
  ];
}

function providersWords(providers: MonthDocument["providers"], metOf: (figures: Figures) => boolean | null): string[] {
  const named = (met: boolean): string[] => providers.filter((figures) => metOf(figures) === met).map(({ provider }) => provider);
  const [met, notMet] = [named(true), named(false)];
  return [...(met.length === 0 ? [] : [`Met by ${listed(met)}.`]), ...(notMet.length === 0 ? [] : [`Not met by ${listed(notMet)}.`])];
}

/** What is to be paid in all, and of how many visits that cannot be determined. */
export function paymentMonthWords(document: Pick<MonthDocument, "total" | "paymentUndetermined" | "paidWithoutAttendance">): string[] {
  const { amount, attendances, minutesPaid } = document.total.payment;
  const visits = undeterminedPayments(document);
  const nothingKnown = isAmountUnknown(document.total, visits);
  const paid = nothingKnown ? [] : [`${poundsWords(amount)} to pay for ${lengthWords(minutesPaid * MINUTE)} over ${counted(attendances, "attendance")} paid.`, ...withoutAttendanceWords(document)];
  if (visits === 0) return paid;
  return [...paid, `${nothingKnown ? "What is due" : "Not in that: what is due"} for ${counted(visits, "visit")}, or a part of it, cannot be determined, and is not 0.`];
}

/** What is counted among the attendances paid and is none. */
function withoutAttendanceWords({ paidWithoutAttendance = [] }: Pick<MonthDocument, "paidWithoutAttendance">): string[] {
  const paid = paidWithoutAttendance.reduce((sum, { attendances }) => sum + attendances, 0);
  if (paid === 0) return [];
  return [`No carer came for ${grouped(paid)} of these: what is paid is a planned length, a share of it, or fixed minutes, once for each carer it is paid for.`];
}

/** What was found in the export, each finding with how often. */
export function findingsMonthWords({ findings }: Pick<MonthDocument, "findings">): string[] {
  if (findings.length === 0) return ["Nothing was found amiss in the export."];
  return findings.map(({ code, of, count }) => `${counted(count, of.slice(0, -1))}: ${FINDINGS[code].says}`);
}

/** On which readings how many visits rest. */
export function readingsMonthWords({ restsOn }: Pick<MonthDocument, "restsOn">, readings: readonly ReadingOf[]): string[] {
  const known = new Map(readings.map((reading) => [reading.reading, reading]));
  return restsOn
    .filter(({ count }) => count > 0)
    .map(({ reading, count }) => {
      const { adopted, choices } = known.get(reading)!;
      return `${counted(count, "visit")} ${count === 1 ? "rests" : "rest"} on reading ${reading} = ${adopted}: ${choices.find(({ choice }) => choice === adopted)!.says}`;
    });
}

/** The readings on which figures rest without a count: those of shares, windows, rates and statements. */
export function uncounted<R extends Pick<ReadingOf, "reading">>({ restsOn }: Pick<MonthDocument, "restsOn">, readings: readonly R[]): R[] {
  return readings.filter(({ reading }) => !restsOn.some((counting) => counting.reading === reading));
}

/** The same in words. */
export function uncountedWords(document: Pick<MonthDocument, "restsOn">, readings: readonly ReadingOf[]): string[] {
  const names = uncounted(document, readings).map(({ reading, adopted }) => `${reading} = ${adopted}`);
  return names.length === 0 ? [] : [`Shares, windows and amounts ${document.restsOn.length === 0 ? "rest" : "rest also"}, without a count of visits, on ${listed(names)}.`];
}
