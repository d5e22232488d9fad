import * as fc from "fast-check";
import type { Row } from "../../src/contract/rows.js";
import type { BasisTerms } from "../../src/payment/basis.js";
import type { IncentiveTerms } from "../../src/payment/incentive.js";
import type { PaidMinutesTerms, RowsTerms } from "../../src/payment/paid-minutes.js";
import type { RateBand } from "../../src/payment/rate-bands.js";
import type { PlaceConditions, RateConditions } from "../../src/payment/rate-conditions.js";
import type { RateTerms } from "../../src/payment/rate.js";
import type { PlainPay, UndeliveredPay, UndeliveredTerms } from "../../src/payment/undelivered.js";
import { OUTCOMES, type Outcome } from "../../src/visit/outcome.js";
import { minutes, pounds, shares } from "./arbitrary-values.ts";

/** Terms of pay that go together: each version of a clause has one of its list. */
export interface PayClauses {
  readonly paidMinutes: readonly [PaidMinutesTerms, ...PaidMinutesTerms[]];
  readonly basis: readonly [BasisTerms, ...BasisTerms[]];
  readonly rate: readonly [RateTerms, ...RateTerms[]];
  readonly undelivered: UndeliveredTerms | null;
  readonly incentive: IncentiveTerms | null;
}

const partMinutes = fc.constantFrom("dropped" as const, "nearest" as const, "up" as const, "clock-minutes" as const);
const rows: fc.Arbitrary<Row[]> = fc.array(fc.record({ from: fc.nat(90), length: fc.option(fc.nat(60), { freq: 4 }), becomes: fc.constantFrom(0, 15, 30, 45, 60) }), { maxLength: 4 }).map((all) =>
  all.map(({ from, length, becomes }) => ({ from, to: length === null ? "open" : from + length, becomes })),
);
/** Steps or units that begin past every row. */
function pastRows(terms: RowsTerms): RowsTerms {
  const { beyond } = terms;
  if (beyond.kind === "open-row") return terms;
  const past = Math.max(0, ...[...terms.rows, ...terms.filling].map(({ from, to }) => (to === "open" ? from : to) + 1));
  return { ...terms, beyond: beyond.kind === "steps" ? { ...beyond, from: Math.max(past, beyond.from) } : { ...beyond, unit: Math.max(past, beyond.unit) } };
}
const tables: fc.Arbitrary<PaidMinutesTerms> = fc.oneof(
  fc.record({
    kind: fc.constant("rows" as const),
    partMinutes,
    rows,
    filling: rows,
    zeroMinutes: fc.constantFrom("by-its-row" as const, "unpaid" as const),
    beyond: fc.oneof(
      fc.constant({ kind: "open-row" as const }),
      fc.record({ kind: fc.constant("steps" as const), from: fc.nat(90), becomes: fc.nat(90), every: minutes, adds: fc.nat(30) }),
      fc.record({ kind: fc.constant("whole-units" as const), unit: minutes }),
    ),
  }).map(pastRows),
  fc.record({ kind: fc.constant("increments" as const), partMinutes, minutes, round: fc.constantFrom("up" as const, "down" as const, "nearest-half-up" as const, "nearest-half-down" as const, "nearest-half-even" as const) }),
  fc.record({ kind: fc.constant("unit-or-part" as const), partMinutes, unit: minutes, zeroMinutes: fc.constantFrom("a-unit" as const, "unpaid" as const) }),
  fc.record({ kind: fc.constant("complete-units" as const), partMinutes, unit: minutes }),
  fc.record({ kind: fc.constant("exact-minutes" as const), partMinutes }),
);

const plain: fc.Arbitrary<PlainPay> = fc.oneof(
  fc.constantFrom<PlainPay>({ kind: "nothing" }, { kind: "undetermined" }, { kind: "actual-time" }, { kind: "planned-length" }),
  fc.record({ kind: fc.constant("fixed-minutes" as const), minutes }),
  fc.record({ kind: fc.constant("share-of-planned" as const), share: shares, of: fc.constant("length" as const) }),
);
const pay: fc.Arbitrary<UndeliveredPay> = fc.oneof(
  plain,
  fc.record({ kind: fc.constant("by-notice" as const), pays: plain, otherwise: plain, unit: fc.constantFrom("hours" as const, "days" as const, "weeks" as const), exactly: fc.constantFrom({}, { exactly: "enough" as const }, { exactly: "too-short" as const }) }).map(({ kind, pays, otherwise, unit, exactly }) => ({
    kind,
    tiers: [{ notice: { count: 2, unit, ...exactly }, pays }, { notice: { count: 1, unit: "hours" as const }, pays: otherwise }],
    otherwise,
  })),
);
const retainer: fc.Arbitrary<UndeliveredPay> = fc.record({
  kind: fc.constant("hospital-retainer" as const),
  steps: fc.array(fc.record({ days: fc.integer({ min: 1, max: 9 }), share: shares }), { minLength: 1, maxLength: 3 }),
  admissionDay: fc.constantFrom("first-day" as const, "in-full" as const, "nothing" as const),
  dischargeDay: fc.constantFrom("by-step" as const, "in-full" as const, "nothing" as const),
  conditions: fc.constantFrom("none" as const, "must-be-met" as const),
});

const place: fc.Arbitrary<PlaceConditions> = fc.constantFrom<PlaceConditions>({}, { services: ["reablement"] }, { lots: ["1"] }, { zones: ["north"] }, { miles: { over: "3", to: "open" } }, { miles: { from: "0", under: "6" } }, { carersRequired: [1] });
const when: fc.Arbitrary<RateConditions> = fc.tuple(place, fc.constantFrom<RateConditions>({}, { hours: "20:00-07:00" }, { days: ["weekend"] }, { days: ["holiday", "christmas"], hours: "07:00-20:00" })).map(([one, other]) => ({ ...one, ...other }));
const hourly = fc.record({ kind: fc.constant("hourly" as const), pounds });
const byLength = fc.record({ kind: fc.constant("by-length" as const), lengths: fc.array(fc.record({ from: fc.nat(30), to: fc.constantFrom("open" as const, 30, 60), pounds }), { minLength: 1, maxLength: 3 }), otherwise: hourly }, { requiredKeys: ["kind", "lengths"] });

const rates: fc.Arbitrary<RateTerms> = fc.oneof(
  fc.record({ kind: fc.constant("one-rate" as const), hourly: pounds, hours: fc.constantFrom("every", "07:00-22:00") }),
  fc
    .record({ across: fc.constantFrom("split" as const, "by-start" as const, "higher" as const), times: fc.constantFrom("paid" as const, "planned" as const), first: when, isOtherwise: fc.boolean(), hourlyPrice: hourly, lengthPrice: byLength, isByLength: fc.boolean(), share: shares })
    .map(({ across, times, first, isOtherwise, hourlyPrice, lengthPrice, isByLength, share }): RateTerms => {
      const bands: RateBand[] = [
        { name: "day", when: isOtherwise ? "otherwise" : {}, price: isByLength && across !== "split" ? lengthPrice : hourlyPrice },
        { name: "other", when: first, price: { kind: "share-of", band: "day", share } },
      ];
      const dayKinds = [
        { name: "christmas", on: { kind: "dates", dates: ["12-25"] } },
        { name: "holiday", on: { kind: "bank-holidays", substitutes: "included" } },
        { name: "weekend", on: { kind: "weekdays", weekdays: ["saturday", "sunday"] } },
      ] as const;
      return { kind: "bands", dayKinds, bands, across, times };
    }),
);

const bases: fc.Arbitrary<BasisTerms> = fc
  .record({
    basis: fc.constantFrom<BasisTerms["basis"]>("actual", "planned", "actual-within-planned", { kind: "planned-where-no-actual", inTime: "any-log", missingLogOut: "no-actual" }, { kind: "planned-where-no-actual", inTime: { kind: "days-after-visit", days: 2 }, missingLogOut: "unpaid" }, { kind: "billed-within-logged", outside: "cut-off" }),
    sameCarer: fc.constantFrom("joined" as const, "each-log" as const),
    surplusCarers: fc.constantFrom("earliest" as const, "all" as const),
    mostCarers: fc.option(fc.integer({ min: 1, max: 2 })),
    least: fc.option(fc.record({ of: fc.constantFrom<BasisTerms["least"] & object>({ of: { kind: "minutes", minutes: 15 }, whereNothing: "nothing" }).map(({ of }) => of), whereNothing: fc.constantFrom("nothing" as const, "the-least" as const) })),
    most: fc.constantFrom<BasisTerms["most"]>("no-limit", "planned-length", { kind: "planned-plus", minutes: 10 }, { kind: "minutes", minutes: 90 }),
    undelivered: fc.constantFrom("nothing" as const, "excused-planned-length" as const),
  })
  .map(({ mostCarers, least, ...terms }): BasisTerms => ({ ...terms, per: "attendance", ...(mostCarers === null || terms.surplusCarers === "all" ? {} : { mostCarers }), ...(least === null ? {} : { least }) }));

const perVisit = fc.constantFrom<BasisTerms["per"]>("attendance", "attendance", "visit");
const addedUp = fc.record({ kind: fc.constant("added-up" as const), over: fc.constantFrom("day" as const, "calendar-month" as const, "period-assessed" as const), carers: fc.constantFrom("each" as const, "together" as const), services: fc.constantFrom("each" as const, "together" as const), severalRates: fc.constantFrom("as-completed" as const, "undetermined" as const), partMinutes: fc.constantFrom("of-each" as const, "of-the-sum" as const) }, { requiredKeys: ["kind", "over", "carers", "services", "severalRates"] });

const undeliveredTerms: fc.Arbitrary<UndeliveredTerms> = fc.record({
  outcomes: fc.record(Object.fromEntries(OUTCOMES.map((outcome) => [outcome, pay])) as { [O in Outcome]: typeof pay }),
  unexplained: pay,
  pastThreshold: pay,
  tooFewCarers: fc.oneof(fc.constant("those-who-came" as const), pay),
});
const incentives: fc.Arbitrary<IncentiveTerms> = fc.record({ incentives: fc.tuple(place, fc.constantFrom("hour" as const, "visit" as const, "package" as const), pounds).map(([conditions, per, amount]) => [{ name: "winter", when: conditions, for: per, pounds: amount }]) });

/** Any terms of pay that do not contradict each other. */
export const payClauses: fc.Arbitrary<PayClauses> = fc
  .record({ tables: fc.tuple(tables, tables), bases: fc.tuple(bases, bases), rates: fc.tuple(rates, rates), undelivered: fc.option(undeliveredTerms, { freq: 1 }), retainer, incentive: fc.option(incentives), switched: fc.boolean(), per: perVisit, grouping: addedUp, isGrouped: fc.constantFrom(false, false, true) })
  .map(({ tables: [one, other], bases: both, rates: prices, undelivered, retainer: stay, incentive, switched, per, grouping, isGrouped }) => {
    const basis = (terms: BasisTerms): BasisTerms => ({ ...terms, per: isGrouped ? grouping : per, ...(undelivered === null ? {} : { undelivered: "by-outcome" }), ...(typeof terms.basis === "string" || terms.basis.kind !== "planned-where-no-actual" || undelivered !== null ? {} : { basis: { ...terms.basis, unexplained: "planned-length" } }) });
    const table = (terms: PaidMinutesTerms): PaidMinutesTerms => (switched && !isGrouped ? { ...terms, roundingSwitch: "by-visit" } : terms);
    return {
      paidMinutes: [table(one), table(other)],
      basis: [basis(both[0]), basis(both[1])],
      rate: prices,
      // A share of a price, as a retainer is, has no place in time that is added up.
      undelivered: undelivered === null || isGrouped ? undelivered : { ...undelivered, outcomes: { ...undelivered.outcomes, hospital: stay } },
      incentive: isGrouped ? null : incentive,
    };
  });
