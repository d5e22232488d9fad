import { noArrivals } from "../../src/performance/arrivals.js";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Punctuality, Tally, VisitKind } from "../../src/index.js";
import { valueOf } from "../../src/payment/total.js";
import { addCounts, addTally, countUnits, countVisit, emptyContinuity, emptyTally } from "../../src/performance/tally.js";
import { at } from "../assessment/stays.ts";

const CALL_TYPES = ["standard", "critical"] as const;
type CallType = (typeof CALL_TYPES)[number];

/** A tally as plain data to compare: money as one number a statement, in order. */
function plain(tally: Tally<CallType>): unknown {
  return { ...tally, statements: [...tally.statements].map(([statement, total]) => [statement, valueOf(total)]).sort(([a], [b]) => Number(a) - Number(b)) };
}

const NO_CALLS = { onTime: 0, early: 0, late: 0, notAssessable: 0, missed: 0 };
const NO_KINDS = { delivered: 0, open: 0, missed: 0, excused: 0, "not-required": 0, undetermined: 0 };

const measured = (kind: "on-time" | "early" | "late"): Punctuality => ({ class: kind, arrival: at(0), seconds: 0, tolerance: { early: 30, late: 30 } });
const NOT_DELIVERED: Punctuality = { class: "not-assessable", reason: "not-delivered" };

describe("an empty tally", () => {
  it("counts nothing, for every call type", () => {
    expect(plain(emptyTally(CALL_TYPES))).toEqual({
      kinds: NO_KINDS,
      understaffed: 0,
      punctuality: { standard: NO_CALLS, critical: NO_CALLS },
      arrivals: { standard: noArrivals(), critical: noArrivals() },
      continuity: { windows: 0, within: 0, serviceUsers: 0, serviceUsersWithin: 0 },
      attendances: 0,
      minutesPaid: 0,
      statements: [],
    });
    expect(emptyContinuity()).toEqual({ windows: 0, within: 0, serviceUsers: 0, serviceUsersWithin: 0 });
  });

  it("counts by itself: two of them share nothing", () => {
    const [one, other] = [emptyTally(CALL_TYPES), emptyTally(CALL_TYPES)];
    countVisit(one, "standard", { kind: "delivered" }, measured("late"));
    one.continuity.windows++;
    countUnits(one, 0, 5);
    expect(plain(other)).toEqual(plain(emptyTally(CALL_TYPES)));
    expect(one.punctuality.critical).toEqual(NO_CALLS);
  });
});

describe("a visit counted", () => {
  it.each([
    { punctuality: measured("on-time"), counts: { ...NO_CALLS, onTime: 1 } },
    { punctuality: measured("early"), counts: { ...NO_CALLS, early: 1 } },
    { punctuality: measured("late"), counts: { ...NO_CALLS, late: 1 } },
    { punctuality: NOT_DELIVERED, counts: { ...NO_CALLS, notAssessable: 1 } },
    { punctuality: { class: "not-assessable", reason: "too-few-carers" } as const, counts: { ...NO_CALLS, notAssessable: 1 } },
  ])("delivered or open, $punctuality.class: once in its call type", ({ punctuality, counts }) => {
    for (const kind of ["delivered", "open"] as const) {
      const tally = emptyTally(CALL_TYPES);
      countVisit(tally, "critical", { kind }, punctuality);
      expect(tally.kinds).toEqual({ ...NO_KINDS, [kind]: 1 });
      expect(tally.punctuality).toEqual({ standard: NO_CALLS, critical: counts });
    }
  });

  it.each<{ kind: VisitKind; counts: typeof NO_CALLS }>([
    { kind: { kind: "missed", reason: "unexplained" }, counts: { ...NO_CALLS, missed: 1 } },
    { kind: { kind: "excused", outcome: "hospital", attended: false }, counts: NO_CALLS },
    { kind: { kind: "not-required", outcome: "suspended" }, counts: NO_CALLS },
    { kind: { kind: "undetermined", reason: "rejected-row" }, counts: NO_CALLS },
  ])("$kind.kind: in no class of punctuality; missed ones apart", ({ kind, counts }) => {
    const tally = emptyTally(CALL_TYPES);
    countVisit(tally, "standard", kind, NOT_DELIVERED);
    expect(tally.kinds).toEqual({ ...NO_KINDS, [kind.kind]: 1 });
    expect(tally.punctuality).toEqual({ standard: counts, critical: NO_CALLS });
  });
});

describe("money", () => {
  it("is counted by statement, and stays exact past the safe integers", () => {
    const tally = emptyTally(CALL_TYPES);
    for (const amount of [5, 2 ** 52, 2 ** 52]) countUnits(tally, 7, amount);
    countUnits(tally, 3, 1);
    expect(plain(tally)).toMatchObject({ statements: [[3, 1n], [7, 5n + 2n ** 53n]] });
  });
});

/** A tally as a list of things counted makes it. */
type Counted =
  | { readonly kind: VisitKind["kind"]; readonly callType: CallType; readonly class: "on-time" | "early" | "late" | "not-assessable" }
  | { readonly statement: number; readonly units: number }
  | { readonly continuity: keyof Tally["continuity"] };

function tallyOf(list: readonly Counted[]): Tally<CallType> {
  const tally = emptyTally(CALL_TYPES);
  for (const one of list) {
    if ("statement" in one) {
      countUnits(tally, one.statement, one.units);
      tally.minutesPaid += one.units % 97;
      tally.attendances++;
    } else if ("continuity" in one) tally.continuity[one.continuity]++;
    else {
      const punctuality = one.class === "not-assessable" ? NOT_DELIVERED : measured(one.class);
      // Only the kind's name is counted.
      countVisit(tally, one.callType, { kind: one.kind } as VisitKind, punctuality);
      if (one.class === "late") tally.understaffed++;
    }
  }
  return tally;
}

const counted: fc.Arbitrary<Counted> = fc.oneof(
  fc.record({
    kind: fc.constantFrom("delivered" as const, "open" as const, "missed" as const, "excused" as const, "not-required" as const, "undetermined" as const),
    callType: fc.constantFrom(...CALL_TYPES),
    class: fc.constantFrom("on-time" as const, "early" as const, "late" as const, "not-assessable" as const),
  }),
  fc.record({ statement: fc.nat(2), units: fc.oneof(fc.nat(), fc.constantFrom(2 ** 52, 2 ** 52 - 1)) }),
  fc.record({ continuity: fc.constantFrom("windows" as const, "within" as const, "serviceUsers" as const, "serviceUsersWithin" as const) }),
);

describe("adding tallies", () => {
  const merged = (...parts: readonly Tally<CallType>[]): Tally<CallType> => {
    const sum = emptyTally(CALL_TYPES);
    for (const part of parts) addTally(sum, part);
    return sum;
  };
  const lists = fc.array(counted, { maxLength: 12 });

  it("is counting all of it at once, in any order and grouping, and an empty one adds nothing", () => {
    fc.assert(
      fc.property(lists, lists, lists, (a, b, c) => {
        const whole = plain(tallyOf([...a, ...b, ...c]));
        const [one, two, three] = [tallyOf(a), tallyOf(b), tallyOf(c)];
        expect(plain(merged(one, two, three))).toEqual(whole);
        expect(plain(merged(three, one, two))).toEqual(whole);
        expect(plain(merged(one, merged(two, three)))).toEqual(whole);
        expect(plain(merged(merged(one, two), emptyTally(CALL_TYPES), three))).toEqual(whole);
      }),
    );
  });

  it("leaves the tally added as it was", () => {
    fc.assert(
      fc.property(lists, lists, (a, b) => {
        const [one, two] = [tallyOf(a), tallyOf(b)];
        const sum = merged(one);
        addTally(sum, two);
        countUnits(sum, 0, 1);
        addCounts(sum.kinds, { ...NO_KINDS, delivered: 1 });
        expect(plain(two)).toEqual(plain(tallyOf(b)));
        expect(plain(one)).toEqual(plain(tallyOf(a)));
      }),
    );
  });
});
