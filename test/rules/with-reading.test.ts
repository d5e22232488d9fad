import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Leicester, type Version, CLAUSES, compile, leicester, readingsOf, withReading } from "../../src/index.js";
import { type Choices, choices, withChoices } from "./visits.ts";

const readings = readingsOf(leicester);
const everyChoice = readings.flatMap(({ clause, reading, choices: all }) => all.map(({ choice }) => ({ clause, reading, choice })));

/** The version of a clause, as plain fields. */
function versionOf(council: Leicester, clause: (typeof readings)[number]["clause"]): Version<Record<string, unknown>> {
  return council[clause]!.versions[0] as unknown as Version<Record<string, unknown>>;
}

/** The fields that a choice sets or asks for. */
function fieldsOf(clause: (typeof readings)[number]["clause"], reading: string, choice: string): string[] {
  const { set, asks } = versionOf(leicester, clause).readings[reading]!.choices[choice]!;
  return [...Object.keys(set), ...(asks === undefined ? [] : [asks.field])].sort();
}

describe("the readings of Leicester", () => {
  it("stand in the order of the clauses, each once, with every choice", () => {
    expect(readings.map(({ clause, reading, adopted, choices: all }) => `${clause}: ${reading} = ${adopted} of ${all.map(({ choice }) => choice).join(", ")}`)).toEqual([
      "punctuality: tolerance = 30-and-15 of 30-and-15, 15-for-every-call",
      "punctuality: arrival = together of together, last-carer, first-carer",
      "punctuality: too-few-carers = not-assessable of not-assessable, last-arrival, late",
      "targets: targets = as-monitored-now of as-monitored-now, as-first-set",
      "targets: punctuality-base = assessable-visits of assessable-visits, missed-as-late",
      "attendance: similar-reasons = all-listed of all-listed, no-access-and-hospital",
      "attendance: unexplained = missed of missed, undetermined",
      "attendance: not-completed = time-there of time-there, nothing, planned-length",
      "attendance: missed-threshold = none of none, sixty-minutes, after-next-visit",
      "paidMinutes: part-minutes = dropped of dropped, nearest, up, clock-minutes",
      "paidMinutes: exactly-56 = hour of hour, forty-five, unpaid",
      "paidMinutes: beyond-the-hour = steps of steps, cap, whole-hours",
      "paidMinutes: zero-minutes = first-row of first-row, unpaid",
      "basis: per-carer = each-carer of each-carer, visit-once",
      "basis: same-carer = joined of joined, each-log",
      "basis: surplus-carers = earliest of earliest, all",
      "basis: overrun = no-cap of no-cap, cap",
      "basis: undelivered = nothing of nothing, excused-planned-length",
      "rate: average-rate = the-one-rate of the-one-rate",
      "rate: rate-scope = every-hour of every-hour, day-time-only",
      "statement: rounding = statement-half-up of statement-half-up, line-half-up, line-half-even",
      "statement: statement-period = period-assessed of period-assessed, calendar-month, four-weeks",
      "continuity: step = 7-days of 7-days, 1-day",
      "continuity: anchor = mondays of mondays, period-start",
      "continuity: received = attended of attended",
      "continuity: scope = user-and-provider of user-and-provider, user-over-all-providers",
      "continuity: double-handed = one-visit of one-visit, visits-times-carers",
      "continuity: continuity-base = windows of windows, service-users",
    ]);
  });

  it("say what is silent and what each choice means, and what only the caller can give", () => {
    const scope = readings.find(({ reading }) => reading === "rate-scope")!;
    expect(scope).toEqual({
      clause: "rate",
      reading: "rate-scope",
      silent: "The rate is that of standard day time care; nights are not mentioned, nor where day time ends.",
      adopted: "every-hour",
      because: "No other rate is published for any other hour.",
      choices: [
        { choice: "every-hour", says: "The rate is paid in every hour." },
        {
          choice: "day-time-only",
          says: "The rate is paid in the hours the caller names as day time; outside them there is no rate, and the amount cannot be determined.",
          asks: "the hours of day time, such as 07:00-22:00",
        },
      ],
    });
  });

  it("say why a choice is adopted where the data says so, and what it takes the place of where a caller chose", () => {
    const keys = (council: Leicester) => readingsOf(council).map((known) => [known.reading, Object.keys(known).filter((key) => key === "because" || key === "inPlaceOf")]);
    const data = CLAUSES.flatMap((clause) => Object.entries(versionOf(leicester, clause).readings));
    expect(keys(leicester)).toEqual(data.map(([reading, { because }]) => [reading, because === undefined ? [] : ["because"]]));
    expect(readingsOf(leicester).map(({ because }) => because)).toEqual(data.map(([, { because }]) => because));
    const read = withReading(leicester, "exactly-56", "unpaid");
    expect(readingsOf(read).filter((known) => "inPlaceOf" in known).map(({ reading, adopted, inPlaceOf }) => [reading, adopted, inPlaceOf])).toEqual([["exactly-56", "unpaid", "hour"]]);
    const plain = { ...versionOf(leicester, "paidMinutes").readings["exactly-56"]! };
    delete (plain as { because?: string }).because;
    const without = { ...leicester, paidMinutes: { versions: [{ ...leicester.paidMinutes.versions[0]!, readings: { "exactly-56": plain } }] } } as Leicester;
    expect(readingsOf(without).find(({ reading }) => reading === "exactly-56")).not.toHaveProperty("because");
  });

  it("name what a choice asks for on the choices that ask, and on no other", () => {
    const asking = readingsOf(leicester).flatMap(({ choices: all }) => all.filter((choice) => "asks" in choice).map(({ choice }) => choice));
    expect(asking).toEqual(["day-time-only"]);
  });

  it("of clauses that visits need not have come after the others, and can be taken as well", () => {
    const [facts] = leicester.statement.versions;
    const terms = { versions: [{ ...facts!, rounding: undefined, period: "week", assessedOn: "first-day", readings: { "which-day": { silent: "It does not say.", adopted: "first", choices: { first: { says: "The first.", set: { assessedOn: "first-day" } }, last: { says: "The last.", set: { assessedOn: "last-day" } } } } } }] };
    const charging = { ...leicester, contribution: terms as never } as Leicester & { contribution: { versions: readonly { assessedOn: string }[] } };
    expect(readingsOf(charging).at(-1)).toMatchObject({ clause: "contribution", reading: "which-day" });
    expect(withReading(charging, "which-day", "last").contribution.versions[0]!.assessedOn).toBe("last-day");
  });

  it("the adopted choice is what the terms already are: adopting it again changes nothing", () => {
    for (const { reading, adopted } of readings) expect(withReading(leicester, reading, adopted)).toEqual(leicester);
  });

  it("every choice of a reading sets the same fields, so that switching back restores the terms", () => {
    for (const { clause, reading, adopted, choices: all } of readings) {
      for (const { choice } of all) expect([reading, fieldsOf(clause, reading, choice)]).toEqual([reading, fieldsOf(clause, reading, adopted)]);
    }
  });

  it("no two readings of a clause set the same field", () => {
    for (const clause of CLAUSES) {
      const set = readings.filter((known) => known.clause === clause).flatMap(({ reading, adopted }) => fieldsOf(clause, reading, adopted));
      expect(set).toEqual([...new Set(set)]);
    }
  });

  it("a clause that a council does not have has no readings", () => {
    const { rate: _rate, ...without } = leicester;
    expect(readingsOf(without).map(({ reading }) => reading)).toEqual(readings.filter(({ clause }) => clause !== "rate").map(({ reading }) => reading));
  });
});

describe("taking a choice", () => {
  it.each(everyChoice)("$reading read as $choice sets its terms, names itself as adopted in place of the data's, and touches no other clause", ({ clause, reading, choice }) => {
    const before = versionOf(leicester, clause);
    const read = withChoices({ [reading]: choice });
    const value = choice === "day-time-only" ? { hours: "07:00-20:00" } : {};
    expect(versionOf(read, clause)).toEqual({
      ...before,
      ...before.readings[reading]!.choices[choice]!.set,
      ...value,
      readings: { ...before.readings, [reading]: { ...before.readings[reading], adopted: choice, ...(choice === before.readings[reading]!.adopted ? {} : { inPlaceOf: before.readings[reading]!.adopted }) } },
    });
    for (const other of CLAUSES) if (other !== clause) expect(read[other]).toBe(leicester[other]);
  });

  it("in any sequence ends with the last choice of each reading, whatever came between", () => {
    const steps = fc.array(fc.constantFrom(...everyChoice), { maxLength: 20 });
    fc.assert(
      fc.property(steps, (list) => {
        const council = list.reduce((before, { reading, choice }) => withChoices({ [reading]: choice }, before), leicester);
        const last: Choices = Object.fromEntries(list.map(({ reading, choice }) => [reading, choice]));
        const inOrder = Object.fromEntries(readings.filter(({ reading }) => reading in last).map(({ reading }) => [reading, last[reading]!]));
        expect(council).toEqual(withChoices(inOrder));
      }),
    );
  });

  it("and taking back every one of them gives Leicester again", () => {
    fc.assert(
      fc.property(choices, (all) => {
        const back = Object.fromEntries(readings.map(({ reading, adopted }) => [reading, adopted]));
        expect(withChoices(back, withChoices(all))).toEqual(leicester);
      }),
    );
  });

  it("in a clause with two versions sets both, and only those that have the reading", () => {
    const [version] = leicester.paidMinutes.versions;
    const { "exactly-56": _none, ...others } = version!.readings;
    const later = { ...version!, firstDay: "2026-04-01" as const, readings: others };
    const council = { ...leicester, paidMinutes: { versions: [version!, later, version!] } };
    const read = withReading(council, "exactly-56", "unpaid");
    expect(read.paidMinutes.versions.map(({ filling }) => filling[0]!.becomes)).toEqual([0, 60, 0]);
    expect(read.paidMinutes.versions[1]).toBe(later);
    expect(readingsOf(read).filter(({ reading }) => reading === "exactly-56")).toHaveLength(1);
  });
});

describe("what is refused", () => {
  const refusal = (reading: string, choice: string, value?: string): unknown => {
    try {
      return withReading(leicester, reading, choice, value);
    } catch (error) {
      return [(error as Error).name, (error as Error).message];
    }
  };

  it("a reading that the council does not have, with the nearest name or all of them", () => {
    expect(refusal("tolerence", "30-and-15")).toEqual(["RangeError", 'withReading: Leicester City Council has no reading "tolerence". Did you mean "tolerance"?']);
    expect(refusal("x-ray-vision", "yes")).toEqual(["RangeError", `withReading: Leicester City Council has no reading "x-ray-vision". Known: ${readings.map(({ reading }) => reading).join(", ")}`]);
  });

  it("a choice that the reading does not have", () => {
    expect(refusal("exactly-56", "hours")).toEqual(["RangeError", 'withReading: "exactly-56" has no choice "hours". Did you mean "hour"?']);
    expect(refusal("exactly-56", "ninety")).toEqual(["RangeError", 'withReading: "exactly-56" has no choice "ninety". Known: hour, forty-five, unpaid']);
  });

  it.each(["toString", "constructor", "__proto__"])("%s, which every object has and no council says", (name) => {
    expect(refusal(name, "hour")).toEqual(["RangeError", expect.stringContaining(`withReading: Leicester City Council has no reading "${name}". `)]);
    expect(refusal("exactly-56", name)).toEqual(["RangeError", `withReading: "exactly-56" has no choice "${name}". Known: hour, forty-five, unpaid`]);
  });

  it("a value that is missing where a choice asks for one, and one that it does not ask for", () => {
    expect(refusal("rate-scope", "day-time-only")).toEqual(["RangeError", 'withReading: "rate-scope" read as "day-time-only" asks for the hours of day time, such as 07:00-22:00']);
    expect(refusal("rate-scope", "every-hour", "07:00-22:00")).toEqual(["RangeError", 'withReading: "rate-scope" read as "every-hour" asks for no value, got "07:00-22:00"']);
    expect(refusal("exactly-56", "hour", "")).toEqual(["RangeError", 'withReading: "exactly-56" read as "hour" asks for no value, got ""']);
  });
});

describe("days that the document does not state: applies", () => {
  it("as the caller's days, every clause applies in them only, and keeps what it states", () => {
    const read = withReading(leicester, "applies", "callers-days", "2026-01-01..2026-12-31");
    for (const clause of CLAUSES) expect(read[clause].versions.map(({ firstDay, lastDay }) => [firstDay, lastDay])).toEqual([["2026-01-01", "2026-12-31"]]);
    expect({ ...read.rate.versions[0], firstDay: "unstated", lastDay: "unstated" }).toEqual(leicester.rate.versions[0]);
    const stated = { ...leicester, rate: { versions: [{ ...leicester.rate.versions[0]!, firstDay: "2020-01-01" as const, lastDay: "open" as const }] } };
    expect(withReading(stated, "applies", "callers-days", "2026-01-01..2026-12-31").rate).toEqual(stated.rate);
    expect(compile(read).stretches.map(({ rules }) => rules.rate !== null)).toEqual([false, true, false]);
  });

  it("a clause that a council does not have stays absent", () => {
    const { rate: _rate, ...without } = leicester;
    expect(Object.keys(withReading(without, "applies", "callers-days", "2026-01-01..2026-12-31")).sort()).toEqual(Object.keys(without).sort());
  });

  it("one day is enough", () => {
    expect(withReading(leicester, "applies", "callers-days", "2026-01-01..2026-01-01").rate.versions[0]).toMatchObject({ firstDay: "2026-01-01", lastDay: "2026-01-01" });
  });

  it.each([
    ["callers-days", undefined, "none"],
    ["callers-days", "", '""'],
    ["callers-days", "2026-01-01", '"2026-01-01"'],
    ["callers-days", "2026-01-01..", '"2026-01-01.."'],
    ["callers-days", "..2026-01-01", '"..2026-01-01"'],
    ["callers-days", "2026-02-29..2026-03-31", '"2026-02-29..2026-03-31"'],
    ["callers-days", "2026-03-01..2026-02-29", '"2026-03-01..2026-02-29"'],
    ["callers-days", "2026-12-31..2026-01-01", '"2026-12-31..2026-01-01"'],
    ["callers-days", "2026-01-01..2026-12-31..2027", '"2026-01-01..2026-12-31..2027"'],
    ["callers-day", "2026-01-01..2026-12-31", '"2026-01-01..2026-12-31"'],
  ] as const)("refuses %s with %o", (choice, value, shown) => {
    expect(() => withReading(leicester, "applies", choice, value)).toThrow(
      new RangeError(`withReading: "applies" can be read as "callers-days" with the days as YYYY-MM-DD..YYYY-MM-DD, the first not after the last, got "${choice}" with ${shown}`),
    );
  });
});
