import { describe, expect, it } from "vitest";
import type { Attendance, BasisTerms, TimeLine, VisitKind } from "../../src/index.js";
import { presences } from "../../src/assessment/presence.js";
import type { Planned } from "../../src/payment/line.js";
import { type PaidMinutesTerms, holesIn, overlapsIn, paidMinutesFor } from "../../src/payment/paid-minutes.js";
import { paidMinutesTable } from "../../src/payment/paid-minutes-table.js";
import { timeLines } from "../../src/payment/time-lines.js";
import { type UndeliveredPay, type UndeliveredTerms, compileUndelivered } from "../../src/payment/undelivered.js";
import { checkBasis } from "../../src/payment/basis.js";
import { OUTCOMES, type Outcome } from "../../src/visit/outcome.js";
import { at, log } from "../assessment/stays.ts";
import { logged, planned, unpaid } from "./lines.ts";

const min = (minutes: number, seconds = 0): number => minutes * 60 + seconds;
const BY_OUTCOME: BasisTerms = { basis: "actual", per: "attendance", sameCarer: "joined", surplusCarers: "earliest", most: "no-limit", undelivered: "by-outcome" };
const fixed = (minutes: number): UndeliveredPay => ({ kind: "fixed-minutes", minutes });
const NOTHING: UndeliveredPay = { kind: "nothing" };
/** Every case pays a length of its own, so that the minutes say which case it was: outcomes 1 to 10 in their order. */
const undelivered: UndeliveredTerms = {
  outcomes: Object.fromEntries(OUTCOMES.map((outcome, i) => [outcome, fixed(i + 1)])) as Record<Outcome, UndeliveredPay>,
  unexplained: fixed(20),
  pastThreshold: fixed(30),
  tooFewCarers: fixed(40),
};

interface Asked {
  readonly visit?: Partial<Planned> & { readonly outcome?: Outcome };
  readonly logs?: readonly Attendance[];
  readonly basis?: Partial<BasisTerms>;
  readonly undelivered?: Partial<UndeliveredTerms> | null;
  readonly partMinutes?: "dropped" | "up" | "nearest";
}

function lines(kind: VisitKind, { visit = {}, logs = [], basis = {}, partMinutes = "dropped", ...asked }: Asked = {}): readonly TimeLine[] {
  const terms = asked.undelivered === null ? null : compileUndelivered({ ...undelivered, ...asked.undelivered });
  return timeLines({ carersRequired: 1, outcome: null, plannedStart: at(0), plannedEnd: at(3600), ...visit }, kind, presences(logs), { ...BY_OUTCOME, ...basis }, "time-there", paidMinutesTable({ kind: "exact-minutes", partMinutes }), terms);
}
const minutes = (kind: VisitKind, asked?: Asked): (number | string)[] => lines(kind, asked).map((line) => (line.kind === "paid" ? line.minutesPaid : line.kind === "unpaid" ? line.reason : line.kind));
const refused: VisitKind = { kind: "excused", outcome: "refused", attended: false };

describe("which case a visit is paid by", () => {
  it.each(OUTCOMES.map((outcome, i) => [outcome, i + 1] as const))("%s: its own, whether excused, missed or not required", (outcome, expected) => {
    expect(minutes({ kind: "excused", outcome, attended: false })).toEqual([expected]);
    expect(minutes({ kind: "excused", outcome, attended: true }, { logs: [log("A", 0, min(5))] })).toEqual([expected]);
    expect(minutes({ kind: "missed", reason: outcome })).toEqual([expected]);
    expect(minutes({ kind: "not-required", outcome })).toEqual([expected]);
  });

  it("nothing recorded, past the threshold, and undecided ones", () => {
    expect(minutes({ kind: "missed", reason: "unexplained" })).toEqual([20]);
    expect(minutes({ kind: "undetermined", reason: "unexplained" })).toEqual([20]);
    expect(minutes({ kind: "missed", reason: "past-threshold" }, { logs: [log("A", 0, min(5))] })).toEqual([30]);
    for (const outcome of OUTCOMES) expect(minutes({ kind: "undetermined", reason: "undecided-outcome" }, { visit: { outcome } }), outcome).toEqual([OUTCOMES.indexOf(outcome) + 1]);
  });

  it("what is not known to have happened is undetermined; no rule in force says so", () => {
    expect(minutes({ kind: "undetermined", reason: "log-in-missing" })).toEqual(["undetermined"]);
    expect(minutes({ kind: "undetermined", reason: "attended-and-not-delivered" })).toEqual(["undetermined"]);
    expect(minutes({ kind: "undetermined", reason: "no-rule-in-force" })).toEqual(["no-rule-in-force"]);
    expect(minutes(refused, { undelivered: null })).toEqual(["no-rule-in-force"]);
  });

  it("delivered and open visits are paid by the basis, and by the terms only where too few carers came", () => {
    const two = { visit: { carersRequired: 2 } };
    const both = [log("A", 0, min(25)), log("B", 0, min(25))];
    expect(minutes({ kind: "delivered" }, { ...two, logs: both })).toEqual([25, 25]);
    expect(minutes({ kind: "delivered" }, { ...two, logs: both.slice(1) })).toEqual([40, 40]);
    expect(minutes({ kind: "open" }, { ...two, logs: [log("A", 0, null)] })).toEqual([40, 40]);
    expect(minutes({ kind: "open" }, { logs: [log("A", 0, null)] })).toEqual(["log-out-missing"]);
    expect(minutes({ kind: "delivered" }, { ...two, logs: both.slice(1), undelivered: { tooFewCarers: "those-who-came" } })).toEqual([25]);
    expect(minutes({ kind: "delivered" }, { ...two, logs: both, undelivered: null })).toEqual([25, 25]);
  });

  it("a visit done in another is paid there", () => {
    expect(minutes({ kind: "missed", reason: "done-in-another", doneIn: "V1" })).toEqual(["not-attended"]);
    expect(minutes({ kind: "delivered", doneIn: "V1" })).toEqual(["not-attended"]);
  });
});

describe("how it is paid", () => {
  const pays = (pay: UndeliveredPay, asked: Asked = {}) => lines(refused, { ...asked, undelivered: { outcomes: { ...undelivered.outcomes, refused: pay } } });

  it("nothing, undetermined, the planned length, and the time there", () => {
    expect(pays(NOTHING)).toEqual([unpaid(null, "outcome-pays-nothing")]);
    expect(pays({ kind: "undetermined" })).toEqual([unpaid(null, "undetermined")]);
    expect(pays({ kind: "planned-length" })).toEqual([planned(3600, 60, 60)]);
    expect(pays({ kind: "actual-time" })).toEqual([unpaid(null, "not-attended")]);
    expect(pays({ kind: "actual-time" }, { logs: [log("A", 0, min(5))] })).toEqual([logged("A", 0, min(5), 5, 5)]);
  });

  it("a fixed length needs a planned start, and is paid once for each carer required, from it on", () => {
    const line = { kind: "paid", carer: null, measured: "fixed", from: at(0), to: at(min(7)), minutes: 7, banded: 7, minutesPaid: 7 };
    expect(pays(fixed(7), { visit: { carersRequired: 2 } })).toEqual([line, line]);
    expect(pays(fixed(7), { visit: { carersRequired: 3 }, basis: { mostCarers: 2 } })).toEqual([line, line]);
    expect(pays(fixed(7), { visit: { carersRequired: 1 }, basis: { mostCarers: 2 } })).toEqual([line]);
    expect(pays(fixed(7), { visit: { plannedStart: null } })).toEqual([unpaid(null, "no-planned-time")]);
  });

  it.each([
    ["dropped", "0.5", 1, 0],
    ["dropped", "0.5", 121, 1],
    ["dropped", "0.5", 239, 1],
    ["dropped", "0.5", 240, 2],
    ["nearest", "0.5", 178, 1],
    ["nearest", "0.5", 179, 1],
    ["nearest", "0.5", 180, 2],
    ["up", "0.5", 120, 1],
    ["up", "0.5", 121, 2],
    ["up", "0.3333", 3600, 20],
    ["dropped", "0.3333", 3600, 19],
  ] as const)("part-minutes %s: %s of %i seconds planned is %i minutes, exactly", (partMinutes, share, seconds, expected) => {
    const [line] = pays({ kind: "share-of-planned", share, of: "length" }, { visit: { plannedEnd: at(seconds) }, partMinutes });
    expect(line!.kind === "paid" ? line!.minutesPaid : line).toEqual(expected === 0 ? { ...unpaid(null, "row-pays-nothing", 0), measured: "planned" } : expected);
  });

  it("a share of the price is the planned length with the share beside it; the whole price has none, and an unpaid line neither", () => {
    const share = (of: string, asked?: Asked) => pays({ kind: "share-of-planned", share: of, of: "price" }, asked);
    expect(share("0.5")).toEqual([{ ...planned(3600, 60, 60), share: "0.5" }]);
    expect(share("1")).toEqual([planned(3600, 60, 60)]);
    expect(share("0.5", { visit: { plannedEnd: null } })).toEqual([unpaid(null, "no-planned-length")]);
  });

  it.each([{ plannedStart: null }, { plannedEnd: null }, { plannedStart: null, plannedEnd: null }, { plannedEnd: at(0) }])("a plan %j has no planned length", (visit) => {
    expect(pays({ kind: "planned-length" }, { visit })).toEqual([unpaid(null, "no-planned-length")]);
    expect(lines({ kind: "delivered" }, { visit, logs: [log("A", 0, min(5))], basis: { basis: "actual-within-planned" } })).toEqual([unpaid(null, "no-planned-length")]);
    expect(lines({ kind: "delivered" }, { visit, logs: [log("A", 0, min(5))], basis: { basis: "planned", undelivered: "nothing" } })).toEqual([unpaid("A", "no-planned-length")]);
    expect(lines({ kind: "delivered" }, { visit, logs: [log("A", 0, min(5))], basis: { most: "planned-length" } })).toEqual([unpaid("A", "no-planned-length", 5)]);
  });
});

describe("planned time paid to those who came", () => {
  const asked: Asked = { visit: { carersRequired: 1 }, logs: [log("A", 0, min(5)), log("B", 1, min(5))] };

  it("the earliest as many as required, or all, or the visit once", () => {
    expect(lines({ kind: "delivered" }, { ...asked, basis: { basis: "planned" } })).toEqual([{ ...planned(3600, 60, 60), carer: "A" }, unpaid("B", "surplus-carer")]);
    expect(lines({ kind: "delivered" }, { ...asked, basis: { basis: "planned", surplusCarers: "all" } })).toEqual([{ ...planned(3600, 60, 60), carer: "A" }, { ...planned(3600, 60, 60), carer: "B" }]);
    expect(lines({ kind: "delivered" }, { ...asked, basis: { basis: "planned", per: "visit" } })).toEqual([planned(3600, 60, 60)]);
  });
});

it("a carer's logs are joined also where others came; a mark against rounding does not pay a least for nothing", () => {
  const logs = [log("A", 0, min(5)), log("A", min(10), min(20)), log("B", 0, min(20))];
  expect(lines({ kind: "delivered" }, { visit: { carersRequired: 2 }, logs })).toEqual([logged("A", 0, min(20), 15, 15), logged("B", 0, min(20), 20, 20)]);
  const table = paidMinutesTable({ kind: "rows", partMinutes: "dropped", rows: [{ from: 0, to: "open", becomes: 15 }], filling: [], zeroMinutes: "by-its-row", beyond: { kind: "open-row" }, roundingSwitch: "by-visit" });
  const moment = (whereNothing: "nothing" | "the-least") =>
    timeLines({ carersRequired: 1, outcome: null, plannedStart: at(0), plannedEnd: at(3600), ignoresRounding: true }, { kind: "delivered" }, presences([log("A", 0, 30)]), { ...BY_OUTCOME, undelivered: "nothing", least: { of: { kind: "minutes", minutes: 10 }, whereNothing } }, "time-there", table);
  expect(moment("nothing")).toEqual([unpaid("A", "row-pays-nothing", 0)]);
  expect(moment("the-least")).toEqual([{ ...logged("A", 0, 30, 0, 0), minutesPaid: 10 }]);
});

describe("the planned length where no actual time came", () => {
  const basis = (inTime: "any-log" | "as-the-visit-says" | { kind: "days-after-visit"; days: number }, missingLogOut: "no-actual" | "unpaid" = "no-actual") => ({ basis: { kind: "planned-where-no-actual", inTime, missingLogOut, unexplained: "planned-length" }, undelivered: "nothing" }) as const;
  const nobody: VisitKind = { kind: "missed", reason: "unexplained" };

  it("nobody logged and nothing is recorded: the planned length, unless somebody said that actual time came in time", () => {
    for (const kind of [nobody, { kind: "undetermined", reason: "unexplained" } as const]) {
      expect(lines(kind, { basis: basis("any-log") })).toEqual([planned(3600, 60, 60)]);
      expect(lines(kind, { basis: basis("as-the-visit-says") })).toEqual([unpaid(null, "return-not-known")]);
      expect(lines(kind, { basis: basis("as-the-visit-says"), visit: { returnedInTime: false } })).toEqual([planned(3600, 60, 60)]);
    }
    expect(lines(nobody, { basis: basis("as-the-visit-says"), visit: { returnedInTime: true } })).toEqual([unpaid(null, "not-attended")]);
    expect(lines({ kind: "undetermined", reason: "unexplained" }, { basis: basis("as-the-visit-says"), visit: { returnedInTime: true } })).toEqual([unpaid(null, "not-attended")]);
  });

  it("a visit that is missed or undetermined for another reason is not paid its planned length", () => {
    expect(lines({ kind: "missed", reason: "provider-failure" }, { basis: basis("any-log") })).toEqual([unpaid(null, "not-attended")]);
    expect(lines({ kind: "undetermined", reason: "undecided-outcome" }, { basis: basis("any-log") })).toEqual([unpaid(null, "undetermined")]);
    expect(lines(nobody, { basis: { basis: { kind: "billed-within-logged", outside: "cut-off" }, undelivered: "nothing" } })).toEqual([unpaid(null, "not-attended")]);
  });

  it("one carer of two did not log out: the other's time stands, and of that one no actual time came, or that line waits for its correction", () => {
    const asked = { visit: { carersRequired: 2 }, logs: [log("A", 0, min(5)), log("B", 0, null)] };
    expect(lines({ kind: "open" }, { ...asked, basis: basis("any-log") })).toEqual([logged("A", 0, min(5), 5, 5), { ...planned(3600, 60, 60), carer: "B" }]);
    expect(lines({ kind: "open" }, { visit: { carersRequired: 1 }, logs: asked.logs, basis: basis("any-log") }), "only the earliest, as many as required").toEqual([logged("A", 0, min(5), 5, 5), unpaid("B", "surplus-carer")]);
    expect(lines({ kind: "open" }, { visit: { carersRequired: 2 }, logs: [log("B", 0, null)], basis: basis("any-log") }), "the other never came").toEqual([{ ...planned(3600, 60, 60), carer: "B" }]);
    expect(lines({ kind: "open" }, { ...asked, basis: { ...basis("any-log"), per: "visit" } }), "of the visit as a whole the time is not known").toEqual([planned(3600, 60, 60)]);
    expect(lines({ kind: "open" }, { ...asked, basis: basis("any-log", "unpaid") })).toEqual([logged("A", 0, min(5), 5, 5), unpaid("B", "log-out-missing")]);
  });
});

describe("billed time inside the logs", () => {
  const billed = (from: number | null, to: number | null, outside: "cut-off" | "unpaid", logs = [log("A", min(10), min(40))]) =>
    lines({ kind: "delivered" }, { visit: { ...(from === null ? {} : { billedStart: at(from) }), ...(to === null ? {} : { billedEnd: at(to) }) }, logs, basis: { basis: { kind: "billed-within-logged", outside } } });

  it("exactly the logs, and a second outside either end", () => {
    for (const outside of ["cut-off", "unpaid"] as const) expect(billed(min(10), min(40), outside)).toEqual([logged("A", min(10), min(40), 30, 30)]);
    expect(billed(min(10) - 1, min(40), "unpaid")).toEqual([unpaid("A", "billed-outside-logged")]);
    expect(billed(min(10), min(40) + 1, "unpaid")).toEqual([unpaid("A", "billed-outside-logged")]);
    expect(billed(min(10) - 1, min(40) + 1, "cut-off")).toEqual([logged("A", min(10), min(40), 30, 30)]);
    expect(billed(min(12), min(30), "cut-off")).toEqual([logged("A", min(12), min(30), 18, 18)]);
  });

  it("one end that is not given is no billed time", () => {
    for (const [from, to] of [[null, min(40)], [min(10), null], [null, null]] as const) expect(billed(from, to, "cut-off")).toEqual([unpaid(null, "no-billed-time")]);
  });

  it("a stay of no length counts at both ends of the time billed, and not a second outside", () => {
    const moment = (second: number) => [log("A", second, second)];
    expect(billed(min(10), min(40), "cut-off", moment(min(10)))).toEqual([unpaid("A", "row-pays-nothing", 0)]);
    expect(billed(min(10), min(40), "cut-off", moment(min(40)))).toEqual([unpaid("A", "row-pays-nothing", 0)]);
    expect(billed(min(10), min(40), "cut-off", moment(min(10) - 1))).toEqual([unpaid("A", "billed-outside-logged")]);
    expect(billed(min(10), min(40), "cut-off", moment(min(40) + 1))).toEqual([unpaid("A", "billed-outside-logged")]);
  });
});

describe("whose time is paid: terms that are refused", () => {
  it.each([
    [{ least: { of: { kind: "minutes", minutes: 31 }, whereNothing: "nothing" }, most: { kind: "minutes", minutes: 30 } }, String.raw`basis: least must not be above most, got "{\"kind\":\"minutes\",\"minutes\":31} above`],
    [{ least: { of: { kind: "planned-plus", minutes: 1 }, whereNothing: "nothing" }, most: "planned-length" }, "basis: least must not be above most"],
    [{ basis: "billed" }, "basis: basis must be a listed one"],
    [{ mostCarers: 0 }, "basis: mostCarers must be a whole number from 1, got 0"],
    [{ mostCarers: 1, surplusCarers: "all" }, 'basis: surplusCarers must be earliest where mostCarers limits them, got "all"'],
    [{ basis: { kind: "planned-where-no-actual", inTime: { kind: "days-after-visit", days: -1 }, missingLogOut: "unpaid" } }, "basis: basis.inTime.days must be a whole number from 0, got -1"],
    [{ basis: { kind: "planned-where-no-actual", inTime: "any-log", missingLogOut: "unpaid", unexplained: "nothing" } }, 'got "nothing". The clause undelivered has an unexplained of its own'],
    [{ undelivered: "nothing", basis: { kind: "planned-where-no-actual", inTime: "any-log", missingLogOut: "unpaid", unexplained: "half" } }, 'basis: basis.unexplained must say what a visit without a log or an outcome is paid: planned-length, nothing, undetermined, got "half"'],
    [{ undelivered: "nothing", basis: { kind: "planned-where-no-actual", inTime: "any-log", missingLogOut: "unpaid" } }, "planned-length, nothing, undetermined, got undefined"],
  ] as const)("%j", (patch, message) => {
    expect(() => checkBasis({ ...BY_OUTCOME, ...patch } as BasisTerms)).toThrow(message);
  });

  it("a least that is the most, one that only may be above it, and 0 days after the visit", () => {
    for (const patch of [
      { least: { of: { kind: "minutes", minutes: 30 }, whereNothing: "nothing" }, most: { kind: "minutes", minutes: 30 } },
      { least: { of: "planned-length", whereNothing: "nothing" }, most: { kind: "planned-plus", minutes: 0 } },
      { least: { of: { kind: "minutes", minutes: 31 }, whereNothing: "nothing" }, most: "planned-length" },
      { basis: { kind: "billed-within-logged", outside: "cut-off" } },
      { basis: { kind: "planned-where-no-actual", inTime: { kind: "days-after-visit", days: 0 }, missingLogOut: "unpaid" } },
    ]) {
      expect(() => checkBasis({ ...BY_OUTCOME, ...patch } as BasisTerms)).not.toThrow();
    }
  });
});

describe("tables of lengths", () => {
  const rows = (zeroMinutes: "unpaid" | "by-its-row"): PaidMinutesTerms => ({ kind: "rows", partMinutes: "dropped", rows: [{ from: 0, to: 10, becomes: 15 }, { from: 0, to: 0, becomes: 5 }, { from: 10, to: "open", becomes: 30 }], filling: [], zeroMinutes, beyond: { kind: "open-row" } });

  it("0 minutes in several rows overlap, unless 0 minutes are answered apart", () => {
    expect(overlapsIn(rows("by-its-row"))).toEqual([{ from: 0, to: 0 }, { from: 10, to: 10 }]);
    expect(overlapsIn(rows("unpaid"))).toEqual([{ from: 10, to: 10 }]);
  });

  it("where every minute is paid there are neither holes nor overlaps", () => {
    expect([holesIn({ kind: "exact-minutes", partMinutes: "dropped" }), overlapsIn({ kind: "exact-minutes", partMinutes: "dropped" })]).toEqual([[], []]);
  });

  it("a hole ends at the next row, or is open, and begins after the last, at 0 where there is none", () => {
    const holed: PaidMinutesTerms = { kind: "rows", partMinutes: "dropped", rows: [{ from: 5, to: 10, becomes: 15 }, { from: 20, to: 30, becomes: 30 }], filling: [], zeroMinutes: "by-its-row", beyond: { kind: "open-row" } };
    expect([0, 4, 11, 19, 31].map((minute) => paidMinutesFor(minute, holed))).toEqual([
      { kind: "hole", gap: { from: 0, to: 4 } }, { kind: "hole", gap: { from: 0, to: 4 } }, { kind: "hole", gap: { from: 11, to: 19 } }, { kind: "hole", gap: { from: 11, to: 19 } }, { kind: "hole", gap: { from: 31, to: "open" } },
    ]);
    expect([5, 10, 20].map((minute) => paidMinutesFor(minute, holed).kind)).toEqual(["paid", "paid", "paid"]);
  });
});
