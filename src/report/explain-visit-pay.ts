import { presences } from "../assessment/presence.js";
import { readSoWords } from "../contract/reading.words.js";
import type { Cite } from "../contract/source.words.js";
import type { UnpaidReason } from "../payment/basis.js";
import { basisWords, lineClause, paymentLineWords } from "../payment/basis.words.js";
import { retainerOnDay } from "../payment/hospital-retainer.js";
import { retainerDayWords } from "../payment/hospital-retainer.words.js";
import { additionWords } from "../payment/incentive.words.js";
import { plannedMinutes } from "../payment/line.js";
import { countsInside, lengthLimits } from "../payment/other-lengths.js";
import { acrossWords, amountWords, bandWords } from "../payment/rate.words.js";
import { ROUNDING_SAYS } from "../payment/statement.words.js";
import { cameInTime } from "../payment/time-lines.js";
import { settledPay } from "../payment/undelivered.js";
import { type DecidedPay, decidedPay, decidedPayWords, noticeWords } from "../payment/undelivered.words.js";
import type { PaymentLine, VisitAssessment } from "../rules/assess-visit.js";
import type { DayRules } from "../rules/day-rules.js";
import { dayNumber } from "../shared/day.js";
import { sumText } from "../shared/fractions.js";
import { poundsWords } from "../shared/words.js";
import { priceReadings } from "./price-readings.js";
import type { Section } from "./section.js";

/** What is paid for a visit, line by line, and what that comes to. */
export function paymentSections(assessment: VisitAssessment, day: DayRules, cite: Cite): Section[] {
  const { visit, kind, carers, payment } = assessment;
  const { versions } = day;
  const { basis, rate, statement, incentive } = versions;
  const byOutcome = basis.kind === "in-force" && basis.version.undelivered === "by-outcome" && versions.undelivered?.kind === "in-force";
  const outcomes = byOutcome && versions.undelivered?.kind === "in-force" ? versions.undelivered.version : null;
  const decided = outcomes === null || "doneIn" in kind ? null : decidedPay(kind, visit.outcome, carers.came.length < carers.required, outcomes);
  const lines = payment.lines.map((line, i): Section => ({
    heading: lineHeading(payment.lines, i),
    sentences: [
      ...(i === 0 && decided !== null ? [decidedPayWords(decided, cite(outcomes!.source)), ...conditionWords(decided, visit)] : []),
      ...(decided !== null && line.kind === "unpaid" && line.reason === "past-the-retainer" ? [] : lineSentences(line, assessment, day, cite, decided)),
      ...(line.kind === "paid" && rate.kind === "in-force" ? (line.parts ?? []).flatMap((part) => bandWords(part, rate.version, { required: carers.required, came: carers.came.length })) : []),
      ...(line.kind === "paid" && line.parts !== undefined && day.rate?.kind === "bands" ? acrossWords(line, line.parts, visit, day.rate) : []),
    ],
  }));
  const paid = payment.lines.flatMap((line) => (line.kind === "paid" ? [line] : []));
  if (paid.length === 0) return lines;
  const { additions = [] } = payment;
  const shares = [...new Set(paid.map(({ share }) => share))];
  const total = [
    ...(rate.kind === "in-force" ? [amountWords(payment.minutesPaid, sumText(paid.map(({ amount }) => amount)), rate.version, cite(rate.version.source), shares.length === 1 ? shares[0] : undefined)] : []),
    ...additions.map((addition) =>
      incentive?.kind === "in-force"
        ? additionWords(addition, incentive.version.incentives.find(({ name }) => name === addition.incentive), cite(incentive.version.source))
        : additionWords(addition, undefined, "the council's incentives"),
    ),
    ...(additions.some((addition) => addition.kind === "added") ? [`With what is added: ${poundsWords(payment.amount)}.`] : []),
    ...(basis.kind === "in-force" && (decided === null || decided.pay.kind === "actual-time") ? [basisWords(basis.version, cite(basis.version.source))] : []),
    ...(statement.kind === "in-force" ? [ROUNDING_SAYS[statement.version.rounding]] : []),
    ...priceReadings(versions).map(({ reading, adopted, says }) => `The price rests on reading ${reading} = ${adopted}: ${says}`),
  ];
  return [...lines, { heading: "Amount", sentences: total }];
}

/** The lines of a visit are told apart by their carers, and those of one carer, or of none, by their number. */
function lineHeading(lines: readonly PaymentLine[], i: number): string {
  if (lines.length === 1) return "Payment";
  const { carer } = lines[i]!;
  const ofCarer = (some: readonly PaymentLine[]): number => some.filter((line) => line.carer === carer).length;
  const which = ofCarer(lines) === 1 ? "" : `, ${ofCarer(lines.slice(0, i + 1))} of ${ofCarer(lines)}`;
  return `Payment${carer === null ? "" : `, carer ${carer}`}${which}`;
}

/** What decides where pay goes by notice or by days in hospital: the notice that was given, or the day of the stay. */
function conditionWords({ pay }: DecidedPay, visit: VisitAssessment["visit"]): string[] {
  if (pay.kind === "by-notice") return noticeWords(visit, pay);
  if (pay.kind !== "hospital-retainer") return [];
  const answer = retainerOnDay(dayNumber(visit.day), visit.hospital, pay);
  const [said, ...more] = retainerDayWords(answer, visit.day, visit.hospital, pay, null);
  // What is not paid is said by its line; of a day past the retainer, with the days it had.
  return answer.kind === "unpaid" && answer.reason !== "past-the-retainer" ? more : [said!, ...more];
}

/** `decided`: the clause on what did not go to plan says what is paid, whether or not it is known what the visit is. */
function lineSentences(line: PaymentLine, assessment: VisitAssessment, { versions, undelivered }: DayRules, cite: Cite, decided: DecidedPay | null): string[] {
  const { visit, kind, carers } = assessment;
  const { paidMinutes, basis } = versions;
  const settled = decided === null ? null : settledPay(visit, decided.pay);
  const terms = paidMinutes.kind === "in-force" ? paidMinutes.version : null;
  const basisTerms = basis.kind === "in-force" ? basis.version : null;
  const tooFewCarers = undelivered?.terms.tooFewCarers ?? null;
  const clause = lineClause(line);
  const answer = clause === null ? null : versions[clause];
  const came = carers.came.length;
  const basisDecides = kind.kind === "undetermined" && kind.reason === "unexplained" && typeof basisTerms?.basis === "object" && basisTerms.basis.kind === "planned-where-no-actual";
  return paymentLineWords(line, {
    paidMinutes: terms,
    limits: basisTerms,
    planned: plannedMinutes(visit),
    lengths: terms === null || basisTerms === null ? null : lengthLimits(line, visit, kind.kind, came, basisTerms, terms, tooFewCarers),
    inside: basisTerms === null ? null : (countsInside(visit, kind.kind, came, basisTerms, tooFewCarers)?.inside ?? null),
    logs: visit.attendances,
    ...(settled?.kind === "share-of-planned" && settled.of === "length" ? { shareOfPlanned: settled.share } : {}),
    ...(decided === null ? whyPlanned(line, assessment, basis, cite) : {}),
    open: kind.kind === "undetermined" && decided === null && !basisDecides ? "the-visit" : "its-pay",
    source: answer?.kind === "in-force" ? cite(answer.version.source) : null,
    readSo: line.kind === "unpaid" && answer?.kind === "in-force" ? readSoWords(fieldsOf(line.reason, kind), answer.version.readings) : "",
  });
}

/** Why the planned length counts where actual time would have; nothing where it is not for want of actual time. */
function whyPlanned(line: PaymentLine, { visit, kind }: VisitAssessment, basis: DayRules["versions"]["basis"], cite: Cite): { readonly why?: string } {
  if (line.kind === "unpaid" || line.measured !== "planned" || kind.kind === "excused" || basis.kind !== "in-force") return {};
  const { basis: time, source, readings } = basis.version;
  if (typeof time === "string" || time.kind !== "planned-where-no-actual") return {};
  const says =
    line.carer !== null ? `the log-out of ${line.carer} is missing`
    : time.inTime !== "any-log" && cameInTime(visit, time.inTime) !== true ? "its actual time did not come in time"
    : presences(visit.attendances).length === 0 ? "nobody logged in"
    : "a log-out is missing";
  return { why: `It counts because ${says} (${cite(source)})${readSoWords(["basis"], readings)}.` };
}

/** The fields of its clause that a reason comes from, where a reading may set them. */
function fieldsOf(reason: UnpaidReason, { kind }: VisitAssessment["kind"]): readonly string[] {
  switch (reason) {
    case "not-attended":
      return kind === "excused" ? ["undelivered"] : [];
    case "not-completed":
      return ["notCompletedPays"];
    case "not-required":
      return ["undelivered"];
    case "surplus-carer":
      return ["surplusCarers"];
    case "no-rate-at-that-time":
      return ["hours"];
    default:
      return [];
  }
}
