import { describe, expect, it } from "vitest";
import type { BasisTerms, Grouping, Least } from "../../src/payment/basis.js";
import type { PaidMinutesTerms } from "../../src/payment/paid-minutes.js";
import type { BandedRateTerms } from "../../src/payment/rate-bands.js";
import type { UndeliveredPay } from "../../src/payment/undelivered.js";
import { assessVisit } from "../../src/rules/assess-visit.js";
import { type CompileOptions, compile } from "../../src/rules/compile.js";
import type { VisitCouncil } from "../../src/rules/council.js";
import { payGroups } from "../../src/rules/groups.js";
import { assessExport } from "../../src/month/assess-export.js";
import { monthDocument } from "../../src/month/document.js";
import { emptyMonth, mergeMonths } from "../../src/month/month.js";
import { visitStory } from "../../src/month/story.js";
import { listVisits } from "../../src/month/visit-list.js";
import { visitsCsv } from "../../src/cli/visits-csv.js";
import { explain } from "../../src/report/explain.js";
import { bankHolidays } from "../../src/shared/bank-holidays-data.js";
import { type Day, dayText } from "../../src/shared/day.js";
import { counted, poundsWords } from "../../src/shared/words.js";
import type { Outcome } from "../../src/visit/outcome.js";
import type { VisitInput } from "../../src/visit/visit.js";
import { bytesOf } from "../helpers.js";
import { ACTUAL, type Call, clause, payingCouncil, visit } from "../published-rules/paying-council.js";

/** Six weeks over a month's end, Easter and a clock change: three people, two providers, visits of many lengths, some not to plan. */
const FIRST_DAY = 20528; // Monday 16 March 2026
const OUTCOMES: readonly (Outcome | null)[] = [null, "no-access", "cancelled-by-person", "refused"];
const visits: readonly VisitInput<Call>[] = Array.from({ length: 42 }, (_, day) =>
  ["A", "B", "C"].flatMap((serviceUser, person) =>
    ["08:00-08:30", "19:45-20:45"].map((planned, i) => {
      const number = day * 6 + person * 2 + i;
      const length = 5 + ((number * 17) % 60);
      const [hour, minute] = planned.split(":") as [string, string];
      const end = Number(hour) * 60 + Number(minute.slice(0, 2)) + length;
      const log = `${planned.slice(0, 5)}:${String(number % 60).padStart(2, "0")}-${String(Math.floor(end / 60)).padStart(2, "0")}:${String(end % 60).padStart(2, "0")}:30`;
      const came = number % 11 !== 0;
      return visit(dayText(FIRST_DAY + day), planned, !came ? [] : number % 5 === 0 ? [log, log] : [log], {
        provider: person === 2 ? "P2" : "P1",
        serviceUser,
        id: `V${number}`,
        carersRequired: number % 5 === 0 ? 2 : 1,
        outcome: came ? null : OUTCOMES[number % 4]!,
      });
    }),
  ),
).flat();

const HEADING = "visit_id,service_user_id,provider_id,priority,carers_required,planned_start,planned_end,carer_id,actual_start,actual_end,outcome,capture_method";
function exportOf(of: readonly VisitInput<Call>[]): string {
  const rows = of.flatMap((one) => {
    const head = [one.id, one.serviceUser, one.provider, "call", one.carersRequired ?? 1, one.plannedStart, one.plannedEnd];
    return (one.attendances.length === 0 ? [{ carer: "", logIn: "", logOut: "" }] : one.attendances).map(({ carer, logIn, logOut }) => [...head, carer, logIn, logOut ?? "", one.outcome ?? "", ""].join(","));
  });
  return [HEADING, ...rows, ""].join("\n");
}

async function assessed(council: VisitCouncil<Call>, of: readonly VisitInput<Call>[], options: CompileOptions = {}) {
  const rules = compile(council, options);
  return monthDocument(await assessExport(bytesOf(exportOf(of)), rules), rules);
}

/** Pounds as exact hundred-thousandths of a penny, from text. */
const exactly = (pounds: string): bigint => {
  const [whole, part = ""] = pounds.split(".");
  return BigInt(whole! + part.padEnd(7, "0"));
};
const toThePenny = (exact: bigint): string => {
  const pennies = String((exact + 50000n) / 100000n).padStart(3, "0");
  return `${pennies.slice(0, -2)}.${pennies.slice(-2)}`;
};

const rate: BandedRateTerms = {
  kind: "bands",
  dayKinds: [
    { name: "bank holiday", on: { kind: "bank-holidays", substitutes: "included" } },
    { name: "weekend", on: { kind: "weekdays", weekdays: ["saturday", "sunday"] } },
  ],
  bands: [
    { name: "day", when: "otherwise", price: { kind: "hourly", pounds: "18.00" } },
    { name: "evening", when: { hours: "20:00-07:00" }, price: { kind: "share-of", band: "day", share: "1.25" } },
  ],
  across: "split",
  times: "paid",
};
const NOTHING: UndeliveredPay = { kind: "nothing" };
const undelivered = clause({
  outcomes: {
    "no-access": { kind: "share-of-planned", share: "0.5", of: "price" },
    "cancelled-by-person": { kind: "by-notice", tiers: [{ notice: { count: 24, unit: "hours" }, pays: { kind: "nothing" } }], otherwise: { kind: "planned-length" } },
    refused: { kind: "fixed-minutes", minutes: 15 },
    hospital: NOTHING,
    "cancelled-by-council": NOTHING,
    "provider-failure": NOTHING,
    aborted: NOTHING,
    frustrated: NOTHING,
    suspended: NOTHING,
    other: NOTHING,
  },
  unexplained: NOTHING,
  pastThreshold: NOTHING,
  tooFewCarers: "those-who-came",
} as const);
const basis = clause({ ...ACTUAL, undelivered: "by-outcome" } as const);

describe("a month says what its visits say one by one", () => {
  it("with bands of rates and outcomes of their own", async () => {
    const council = payingCouncil("bands-and-outcomes-council", { rate: clause(rate), basis, undelivered });
    const rules = compile(council, { bankHolidays });
    const document = await assessed(council, visits, { bankHolidays });
    for (const provider of ["P1", "P2"]) {
      const one = visits.filter((input) => input.provider === provider).map((input) => assessVisit(input, rules).payment);
      const figures = document.providers.find((figure) => figure.provider === provider)!.payment;
      expect(figures.minutesPaid).toBe(one.reduce((sum, { minutesPaid }) => sum + minutesPaid, 0));
      expect(figures.amount).toBe(toThePenny(one.reduce((sum, { amount }) => sum + exactly(amount), 0n)));
    }
    expect(document.total.payment.minutesPaid).toBeGreaterThan(1000);
  });

  it("counts the visits whose pay cannot be determined: an export does not say when notice was given", async () => {
    const document = await assessed(payingCouncil("bands-and-outcomes-council", { rate: clause(rate), basis, undelivered }), visits, { bankHolidays });
    const cancelled = visits.filter(({ outcome }) => outcome === "cancelled-by-person").length;
    expect(cancelled).toBeGreaterThan(0);
    expect(document.findings.find(({ code }) => code === "payment-undetermined")).toEqual({ code: "payment-undetermined", severity: "error", of: "attendances", count: cancelled });
  });

  it("counts the attendances that no band holds", async () => {
    const daytime = payingCouncil("daytime-council", { rate: clause({ ...rate, dayKinds: [], bands: [{ name: "day", when: { hours: "07:00-20:00" }, price: { kind: "hourly", pounds: "18.00" } }] } as const) });
    const { findings } = await assessed(daytime, visits);
    const beyond = visits.flatMap((input) => assessVisit(input, compile(daytime)).payment.lines).filter((line) => line.kind === "unpaid" && line.reason === "no-rate");
    expect(findings.find(({ code }) => code === "no-rate")!.count).toBe(beyond.length);
    expect(beyond.length).toBeGreaterThan(10);
  });

  describe.each(["day", "calendar-month", "period-assessed"] as const)("with time added up over the %s", (over) => {
    const per: Grouping = { kind: "added-up", over, carers: "each", services: "together", severalRates: "as-completed" };
    const council = payingCouncil("added-up-council", { paidMinutes: clause({ kind: "increments", partMinutes: "dropped", minutes: 15, round: "nearest-half-up" } as const), basis: clause({ ...ACTUAL, per } as const), rate: clause(rate) });

    it("groups are paid as they are by themselves", async () => {
      const rules = compile(council, { bankHolidays });
      const groups = payGroups(visits.map((input) => assessVisit(input, rules)), rules);
      const document = await assessed(council, visits, { bankHolidays });
      for (const provider of ["P1", "P2"]) {
        const paid = groups.flatMap((group) => (group.provider === provider && group.payment.kind === "paid" ? [group] : []));
        const figures = document.providers.find((figure) => figure.provider === provider)!.payment;
        const sum = (of: (group: (typeof paid)[number]) => number): number => paid.reduce((total, group) => total + of(group), 0);
        expect(figures.minutesPaid).toBe(sum(({ payment }) => (payment.kind === "paid" ? payment.minutesPaid : 0)));
        expect(figures.attendances).toBe(sum(({ lines }) => lines.length));
        expect(figures.amount).toBe(toThePenny(paid.reduce((total, { payment }) => total + (payment.kind === "paid" ? exactly(payment.amount) : 0n), 0n)));
      }
    });

    it("the story of a visit tells its own groups as they are by themselves, and in short what they come to", async () => {
      const rules = compile(council, { bankHolidays });
      const file = exportOf(visits);
      const groups = payGroups(visits.map((input) => assessVisit(input, rules)), rules);
      const grouped = visits.filter(({ attendances }) => attendances.length > 0);
      const two = grouped.find(({ attendances }) => attendances.length === 2)!;
      for (const visit of [grouped[0]!, grouped.at(-1)!, two, ...grouped.filter((_, i) => i % 40 === 20)]) {
        const answer = await visitStory(() => bytesOf(file), rules, { visit: `${visit.provider}/${visit.id}` });
        if (answer.kind !== "story") throw new Error(`expected a story, got ${answer.kind}`);
        const own = groups.filter(({ provider, lines }) => provider === visit.provider && lines.some((line) => line.visit === visit.id));
        expect(answer.story.groups).toEqual(own);
        expect(own).toHaveLength(visit.attendances.length);
        const [summary, ...sections] = explain(answer.story, rules);
        const paid = own.map(({ payment }) => (payment.kind === "paid" ? `${counted(payment.minutesPaid, "minute")}, ${poundsWords(payment.amount)}` : "nothing"));
        expect(summary!.sentences[0]).toContain(`paid with its group: ${paid.join(" and ")}.`);
        const told = sections.filter(({ heading }) => heading === "Time added up");
        expect(told.map(({ sentences }) => sentences.at(-1))).toEqual(own.map(({ payment }) => (payment.kind === "paid" ? `In all ${counted(payment.minutes, "minute")}, paid ${counted(payment.minutesPaid, "minute")}: ${poundsWords(payment.amount)}.` : "")));
        // Of more than twelve attendances only the visit's own is told, and how many others there are.
        own.forEach(({ lines }, i) => {
          expect(told[i]!.sentences).toHaveLength(lines.length <= 12 ? lines.length + 2 : 4);
          expect(told[i]!.sentences.some((sentence) => sentence.startsWith(`Visit ${visit.id} of `))).toBe(true);
          if (lines.length > 12) expect(told[i]!.sentences[2]).toBe(`${lines.length - 1} other attendances are added up with it.`);
        });
      }
    });

    it("the story of a visit outside the period tells no group, and its groups hold no visit outside it", async () => {
      const rules = compile(council, { bankHolidays });
      const { provider, id } = visits.find(({ attendances, serviceUser }) => attendances.length > 0 && serviceUser === "B")!;
      const told = async (period: { readonly firstDay: Day; readonly lastDay: Day }) => {
        const answer = await visitStory(() => bytesOf(exportOf(visits)), rules, { visit: `${provider}/${id}`, period });
        return answer.kind === "story" ? answer.story.groups : null;
      };
      expect(await told({ firstDay: "2026-03-17", lastDay: "2026-04-12" })).toEqual([]);
      const [group] = (await told({ firstDay: "2026-03-16", lastDay: "2026-03-17" }))!;
      expect(group!.lines.every(({ day }) => day <= "2026-03-17")).toBe(true);
      expect(group!.lines.length).toBeLessThanOrEqual(4);
    });

    it("the same in any order of the rows, and in parts merged", async () => {
      const rules = compile(council, { bankHolidays });
      const [heading, ...rows] = exportOf(visits).trimEnd().split("\n") as [string, ...string[]];
      const whole = await assessed(council, visits, { bankHolidays });
      const shuffled = [heading, ...rows.toReversed(), ""].join("\n");
      expect({ ...monthDocument(await assessExport(bytesOf(shuffled), rules), rules), order: "by-day" }).toEqual(whole);
      const period = { firstDay: "2026-03-16", lastDay: "2026-04-26" } as const;
      let merged = emptyMonth(rules, period);
      for (const person of ["C", "A", "B"]) {
        const part = [heading, ...rows.filter((row) => row.split(",")[1] === person), ""].join("\n");
        merged = mergeMonths(merged, await assessExport(bytesOf(part), rules, { period }));
      }
      expect({ ...monthDocument(merged, rules), period: null }).toEqual({ ...whole, period: null });
    });
  });

  it("a group is on the statement of its last visit", async () => {
    const per: Grouping = { kind: "added-up", over: "period-assessed", carers: "together", services: "together", severalRates: "undetermined" };
    // Two visits of 15p each: rounded by the month 15p and 15p, and together 30p in April.
    const council = payingCouncil("group-on-a-statement-council", { basis: clause({ ...ACTUAL, per } as const), rate: clause({ kind: "one-rate", hourly: "0.33", hours: "every" } as const), statement: clause({ rounding: "statement-half-up", period: "calendar-month" } as const) });
    const two = [visit("2026-03-31", "09:00-10:00", ["09:00-09:01"], { provider: "P", serviceUser: "A", id: "1" }), visit("2026-04-01", "09:00-10:00", ["09:00-09:01"], { provider: "P", serviceUser: "A", id: "2" })];
    expect((await assessed(council, two)).total.payment).toEqual({ attendances: 2, minutesPaid: 2, amount: "0.01" });
    const apart = { ...council, basis: clause(ACTUAL) };
    expect((await assessed(apart, two)).total.payment).toEqual({ attendances: 2, minutesPaid: 2, amount: "0.02" });
  });
});

describe("which limit decides what time added up is paid", () => {
  const per: Grouping = { kind: "added-up", over: "calendar-month", carers: "each", services: "together", severalRates: "undetermined" };
  const told = async (limits: Pick<BasisTerms, "least" | "most">, ...logs: readonly string[]): Promise<readonly string[]> => {
    const rules = compile(payingCouncil("limits-of-a-sum-council", { basis: clause({ ...ACTUAL, ...limits, per } as const) }));
    const of = logs.map((log, i) => visit(`2026-03-${16 + i}` as Day, "09:00-09:30", [log], { provider: "P", serviceUser: "A", id: String(i + 1) }));
    const answer = await visitStory(() => bytesOf(exportOf(of)), rules, { visit: "P/1" });
    if (answer.kind !== "story") throw new Error(`expected a story, got ${answer.kind}`);
    return explain(answer.story, rules).find(({ heading }) => heading === "Time added up")!.sentences.slice(1);
  };
  const least = (minutes: number): Least => ({ of: { kind: "minutes", minutes }, whereNothing: "nothing" });

  it("the most in minutes holds the whole sum; what is left at its end is not carried on", async () => {
    expect(await told({ most: { kind: "minutes", minutes: 30 } }, "09:00-09:22", "09:00-09:45")).toEqual([
      "Visit 1 of Monday 16 March 2026, carer C1: 22 minutes; it completes 22 minutes of pay, and nothing is carried on.",
      "Visit 2 of Tuesday 17 March 2026, carer C1: 45 minutes; it completes 8 minutes of pay, and 37 minutes are left over, and not paid.",
      "In all 67 minutes, paid 30 minutes: £6.00.",
      "No more is paid than 30 minutes for all of it together.",
    ]);
  });

  it("the planned length, and so many minutes more, of all visits together", async () => {
    expect((await told({ most: "planned-length" }, "09:00-09:22", "09:00-09:45")).at(-1)).toBe("No more is paid than the planned length of all that is added up: 60 minutes.");
    expect((await told({ most: { kind: "planned-plus", minutes: 5 } }, "09:00-09:22", "09:00-09:45")).at(-1)).toBe("No more is paid than the planned length of all that is added up and 5 minutes: 65 minutes.");
    expect((await told({ most: "planned-length" }, "09:00-09:22", "09:00-09:38")).at(-1), "exactly the most").toBe("In all 60 minutes, paid 60 minutes: £12.00.");
  });

  it("the least, and the most where it is the lower", async () => {
    expect((await told({ most: "no-limit", least: least(45) }, "09:00-09:12", "09:00-09:20")).slice(0, 1)).toEqual(["Visit 1 of Monday 16 March 2026, carer C1: 12 minutes; it completes 45 minutes of pay, and 33 minutes are paid ahead."]);
    expect((await told({ most: "no-limit", least: least(45) }, "09:00-09:12", "09:00-09:20")).at(-1)).toBe("No less is paid than 45 minutes for all of it together.");
    expect((await told({ most: "no-limit", least: least(32) }, "09:00-09:12", "09:00-09:20")).at(-1), "exactly the least").toBe("In all 32 minutes, paid 32 minutes: £6.40.");
    expect((await told({ most: "planned-length", least: least(90) }, "09:00-09:12", "09:00-09:20")).at(-1)).toBe("The least for all of it together is 90 minutes, and the most, which is applied after it, is the planned length of all that is added up: 60 minutes.");
  });
});

describe("on which readings a group rests", () => {
  const per: Grouping = { kind: "added-up", over: "day", carers: "each", services: "together", severalRates: "undetermined" };
  const choices = {
    nearest: { says: "To the nearest quarter of an hour.", set: { round: "nearest-half-up" } },
    down: { says: "Down.", set: { round: "down" } },
  } as const;
  const council = payingCouncil("rounding-unsaid-council", {
    basis: clause({ ...ACTUAL, per } as const),
    paidMinutes: clause<PaidMinutesTerms>({ kind: "increments", partMinutes: "dropped", minutes: 15, round: "nearest-half-up" }, { rounding: { silent: "Which way is not said.", adopted: "nearest", choices } }),
  });
  const day = (first: string, second: string, carersRequired = 1) => [
    visit("2026-03-16", "09:00-10:00", carersRequired === 1 ? [first] : [first, first], { provider: "P", serviceUser: "A", id: "1", carersRequired }),
    visit("2026-03-16", "12:00-13:00", [second], { provider: "P", serviceUser: "A", id: "2" }),
  ];

  it("every visit of a group that another choice would pay otherwise, each once", async () => {
    expect((await assessed(council, day("09:00-09:11", "12:00-12:11"))).restsOn).toEqual([{ reading: "rounding", of: "visits", count: 0 }]);
    expect((await assessed(council, day("09:00-09:12", "12:00-12:11"))).restsOn).toEqual([{ reading: "rounding", of: "visits", count: 2 }]);
    // Two carers of the first visit: two groups (24 and 12 minutes) rest on it, and two visits.
    expect((await assessed(council, day("09:00-09:12", "12:00-12:12", 2))).restsOn).toEqual([{ reading: "rounding", of: "visits", count: 2 }]);
  });

  it("the same by the group itself, in the list of visits and in each visit's story", async () => {
    const rules = compile(council);
    for (const [of, carers, rests] of [[day("09:00-09:11", "12:00-12:11"), 1, []], [day("09:00-09:12", "12:00-12:11"), 1, ["rounding=nearest"]], [day("09:00-09:12", "12:00-12:12", 2), 2, ["rounding=nearest"]]] as const) {
      const groups = payGroups(of.map((input) => assessVisit(input, rules)), rules);
      expect(groups).toHaveLength(carers);
      for (const { restsOn } of groups) expect(restsOn).toEqual(rests.map(() => ({ reading: "rounding", clause: "paidMinutes", adopted: "nearest" })));
      const listed = visitsCsv(await listVisits(bytesOf(exportOf(of)), rules), rules).trimEnd().split("\n").map((line) => line.split(","));
      const column = listed[0]!.indexOf("rests_on");
      expect(listed.slice(1).map((cells) => cells[column])).toEqual([rests.join(), rests.join()]);
      const answer = await visitStory(() => bytesOf(exportOf(of)), rules, { visit: "P/1" });
      if (answer.kind !== "story") throw new Error(`expected a story, got ${answer.kind}`);
      const [summary, ...sections] = explain(answer.story, rules);
      expect(summary!.sentences[1]).toBe(rests.length === 0 ? "No other choice of a reading would change this." : "That rests on reading rounding = nearest.");
      expect(sections.find(({ heading }) => heading === "Time added up")!.sentences.at(-1)!.startsWith("That rests on reading rounding = nearest.")).toBe(rests.length > 0);
    }
  });

  it("without its group, a visit says that what the group comes to may rest on more", () => {
    const rules = compile(council);
    const [summary, ...sections] = explain(assessVisit(day("09:00-09:12", "12:00-12:11")[0]!, rules), rules);
    expect(summary!.sentences.slice(0, 2)).toEqual(["Delivered, on time; paid with its group.", "No other choice of a reading would change this; what its group comes to may rest on one."]);
    expect(sections.find(({ heading }) => heading === "Readings")!.sentences[0]).toContain("What the time comes to that is added up with its own may rest on others.");
  });
});
