import { describe, expect, it } from "vitest";
import type { NamedWindow, NamedWindowTerms } from "../../src/assessment/named-windows.js";
import { parseCouncil } from "../../src/config/index.js";
import { leicester } from "../../src/index.js";
import { assessVisit } from "../../src/rules/assess-visit.js";
import { compile } from "../../src/rules/compile.js";
import { OUTCOMES } from "../../src/visit/outcome.js";
import { payingCouncil } from "../published-rules/paying-council.ts";

const sound = JSON.parse(JSON.stringify(payingCouncil("c", {}))) as { readonly [clause: string]: { readonly versions: readonly object[] } };
const facts = { firstDay: "unstated", lastDay: "open", authority: "agreed", source: { document: "A made-up contract", published: "undated", clause: "1", quote: "as it is written" }, readings: {} };
const clause = (name: string, terms: object) => ({ [name]: { versions: [{ ...facts, ...terms }] } });

/** The notes of a sound council with these clauses in place of its own, without those that other tests are about. */
function notes(clauses: object): string[] {
  const parsed = parseCouncil({ ...sound, ...clauses });
  if (parsed.kind === "refused") throw new Error(JSON.stringify(parsed.problems));
  return parsed.notes.filter(({ code }) => !["one-choice", "nobody-there", "never-past-threshold", "pays-nothing"].includes(code)).map(({ path, code }) => `${path}: ${code}`);
}

it("Leicester has none of these", () => {
  expect(notes(JSON.parse(JSON.stringify(leicester)) as object)).toEqual([]);
});

const hourly = { kind: "hourly", pounds: "20.00" };
const weekdays = (name: string, ...days: readonly string[]) => ({ name, on: { kind: "weekdays", weekdays: days } });
const [weekday, weekend] = [weekdays("weekday", "monday", "tuesday", "wednesday", "thursday", "friday"), weekdays("weekend", "saturday", "sunday")];
const rates = (dayKinds: readonly object[], ...whens: readonly object[]) =>
  clause("rate", { kind: "bands", dayKinds, bands: [{ name: "rest", when: "otherwise", price: hourly }, ...whens.map((when, i) => ({ name: `band ${i}`, when, price: hourly }))], across: "split", times: "paid" });

describe("hours past midnight on kinds of day", () => {
  const noted = ["rate.versions[0].bands[1].when.hours: past-midnight-on-days"];
  const night = (hours: string | undefined, days: readonly string[] | undefined, dayKinds: readonly object[] = [weekend]) => notes(rates(dayKinds, { ...(hours === undefined ? {} : { hours }), ...(days === undefined ? {} : { days }) }));

  it("are of two kinds of day in one night", () => {
    expect(night("20:00-07:00", ["weekend"])).toEqual(noted);
    expect(night("20:00-00:01", ["weekend"])).toEqual(noted);
    expect(night("20:00-07:00", ["weekend"], [weekend, weekday])).toEqual(noted);
    expect(night("20:00-07:00", ["eve"], [{ name: "eve", on: { kind: "dates", dates: ["12-31"] } }])).toEqual(noted);
  });

  it("are not, where they end at midnight, on no kind of day, or on all of them", () => {
    expect(night("20:00-00:00", ["weekend"])).toEqual([]);
    expect(night("20:00-24:00", ["weekend"])).toEqual([]);
    expect(night("00:00-07:00", ["weekend"])).toEqual([]);
    expect(night(undefined, ["weekend"])).toEqual([]);
    expect(night("20:00-07:00", undefined)).toEqual([]);
    expect(night("20:00-07:00", ["weekend", "weekday"], [weekend, weekday])).toEqual([]);
  });

  it("pay each moment by its own day: Friday's hours past midnight hold on Friday morning, and not on Saturday", () => {
    const friday = weekdays("friday", "friday");
    const terms = { ...rates([friday], { days: ["friday"], hours: "20:00-07:00" }) };
    const parsed = parseCouncil({ ...sound, ...terms });
    if (parsed.kind === "refused" || parsed.visitCouncil === null) throw new Error("not sound");
    const rules = compile(parsed.visitCouncil);
    const band = (day: string, hour: string) => {
      const [from, to] = [`${day}T${hour}:00`, `${day}T${hour}:30`];
      const { lines } = assessVisit({ callType: "call", plannedStart: from, plannedEnd: to, attendances: [{ carer: "C1", logIn: from, logOut: to }] }, rules).payment;
      const [line] = lines;
      return line !== undefined && "parts" in line ? line.parts?.map((part) => part.band) : line;
    };
    expect(band("2026-05-08", "03"), "a Friday morning").toEqual(["band 0"]);
    expect(band("2026-05-09", "03"), "the Saturday morning after").toEqual(["rest"]);
  });
});

describe("kinds of day that share days", () => {
  const shared = (...dayKinds: readonly object[]) => notes(rates(dayKinds));
  it("are noted at the later, unless the former is a part of it", () => {
    expect(shared(weekdays("one", "monday", "tuesday", "saturday"), weekend)).toEqual(["rate.versions[0].dayKinds[1]: shares-days"]);
    expect(shared(weekdays("sunday", "sunday"), weekend)).toEqual([]);
    expect(shared(weekday, weekend)).toEqual([]);
  });
});

describe("limits of a call type by which no call is judged", () => {
  const window = (from: string, to: string, more: Partial<NamedWindow> = {}): NamedWindow => ({ name: `${from} to ${to}`, from, fromLimit: "included", to, toLimit: "excluded", ...more });
  const named = (windows: readonly NamedWindow[], more: Partial<NamedWindowTerms> = {}): NamedWindowTerms => ({ windows, grace: { early: 0, late: 0 }, timed: "its-window", overlap: "starts-first", gap: "undetermined", ...more });
  const council = (windows: NamedWindowTerms, terms: object = {}) => ({
    ...clause("punctuality", { callTypes: { call: "windows-only", medication: { early: 30, late: 30 } }, arrival: "first-carer", tooFewCarers: "not-assessable", windows, ...terms }),
    ...clause("targets", { punctuality: { call: null, medication: null }, continuity: null, punctualityBase: "assessable" }),
    callTypes: ["call", "medication"],
  });
  const noted = "punctuality.versions[0].callTypes.medication: limits-never-used";

  const lunch = window("12:00", "14:00");
  const others = window("12:00", "14:00", { callTypes: ["call"] });
  const itsOwn = window("08:00", "09:00", { callTypes: ["medication"] });
  const wholeDay = [window("00:00", "12:00"), window("12:00", "24:00")];
  const toTheMinute = [window("00:00", "11:59", { toLimit: "included" }), window("12:00", "23:59", { toLimit: "included" })];
  const withoutNoon = [window("00:00", "12:00"), window("12:00", "24:00", { fromLimit: "excluded" })];
  const withoutMidnight = [window("00:00", "24:00", { fromLimit: "excluded" })];
  const overNight = [window("22:00", "07:00"), window("07:00", "22:00")];

  it.each([
    ["a window for all", named([lunch]), true],
    ["a window for others", named([others]), false],
    ["one for others and one for it", named([others, itsOwn]), true],
    ["planned times are not asked for windows", named([lunch], { timed: "planned-start" }), false],
    ["by the planned start outside windows", named([lunch], { gap: "planned-start" }), false],
    ["the same, and windows all day", named(wholeDay, { gap: "planned-start" }), true],
    ["the same, all day and over midnight", named(overNight, { gap: "planned-start" }), true],
    ["the same, every minute of the day", named(toTheMinute, { gap: "planned-start" }), true],
    ["the same, but noon", named(withoutNoon, { gap: "planned-start" }), false],
    ["the same, but midnight", named(withoutMidnight, { gap: "planned-start" }), false],
    ["the same, all day for others only", named([window("00:00", "24:00", { callTypes: ["call"] }), itsOwn], { gap: "planned-start" }), false],
  ])("%s", (_what, windows, isNoted) => {
    expect(notes(council(windows))).toEqual(isNoted ? [noted] : []);
    // What the note says, of a call planned for each minute of a day.
    const parsed = parseCouncil({ ...sound, ...council(windows) });
    if (parsed.kind === "refused" || parsed.visitCouncil === null) throw new Error("not sound");
    const rules = compile(parsed.visitCouncil);
    const byLimits = Array.from({ length: 1440 }, (_, minute) => [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, "0")).join(":")).filter((time) => {
      const start = `2026-05-05T${time}`;
      const { punctuality } = assessVisit({ callType: "medication", plannedStart: start, plannedEnd: "2026-05-06T00:30", attendances: [{ carer: "C1", logIn: start, logOut: "2026-05-06T00:30" }] }, rules);
      return "tolerance" in punctuality;
    });
    expect(byLimits.length === 0).toBe(isNoted);
  });

  it("not where another choice of a reading judges some by them", () => {
    const reading = (other: NamedWindowTerms) => ({ readings: { gap: { silent: "It does not say.", adopted: "a", choices: { a: { says: "A.", set: { windows: named([lunch]) } }, b: { says: "B.", set: { windows: other } } } } } });
    expect(notes(council(named([lunch]), reading(named([lunch], { gap: "planned-start" }))))).toEqual([]);
    expect(notes(council(named([lunch]), reading(named([lunch], { overlap: "starts-last" }))))).toEqual([noted]);
  });
});

const nothing = { kind: "nothing" };
const planned = { kind: "planned-length" };
const share = (text: string, of: "length" | "price" = "length") => ({ kind: "share-of-planned", share: text, of });
const undelivered = (more: object) => ({
  ...clause("undelivered", { outcomes: Object.fromEntries(OUTCOMES.map((outcome) => [outcome, nothing])), unexplained: nothing, pastThreshold: nothing, tooFewCarers: "those-who-came", ...more }),
  basis: { versions: [{ ...sound["basis"]!.versions[0]!, undelivered: "by-outcome" }] },
});
const byNotice = (...pays: readonly object[]) => ({ kind: "by-notice", tiers: pays.slice(0, -1).map((pay, i) => ({ notice: { count: 72 - 24 * i, unit: "hours" }, pays: pay })), otherwise: pays.at(-1) });

describe("notice", () => {
  const tiers = (...pays: readonly object[]) => notes(undelivered({ unexplained: byNotice(...pays) }));
  const noted = (...places: readonly number[]) => places.map((i) => `undelivered.versions[0].unexplained.tiers[${i}].pays: longer-notice-pays-more`);

  it("that is longer and pays more is noted, at the longer", () => {
    expect(tiers(planned, nothing)).toEqual(noted(0));
    expect(tiers(share("0.5"), nothing)).toEqual(noted(0));
    expect(tiers(planned, share("0.5"))).toEqual(noted(0));
    expect(tiers(share("0.5"), share("0.4999"))).toEqual(noted(0));
    expect(tiers(nothing, planned, share("0.5"))).toEqual(noted(1));
    expect(tiers(planned, share("0.5", "price"), nothing)).toEqual(noted(0, 1));
  });

  it("that pays as much, less, or what cannot be compared is not", () => {
    expect(tiers(nothing, share("0.5"), planned)).toEqual([]);
    expect(tiers(planned, planned)).toEqual([]);
    expect(tiers(planned, share("1.0", "price"))).toEqual([]);
    expect(tiers(share("0.0"), nothing)).toEqual([]);
    expect(tiers(share("0.5", "price"), share("0.4", "length"))).toEqual([]);
    expect(tiers({ kind: "fixed-minutes", minutes: 60 }, nothing)).toEqual([]);
    expect(tiers({ kind: "undetermined" }, nothing)).toEqual([]);
    expect(tiers(planned, { kind: "actual-time" })).toEqual([]);
  });

  it("is looked at wherever it stands", () => {
    const pay = byNotice(planned, nothing);
    expect(notes(undelivered({ outcomes: { ...Object.fromEntries(OUTCOMES.map((outcome) => [outcome, nothing])), refused: pay }, pastThreshold: pay, tooFewCarers: pay }))).toEqual(
      ["outcomes.refused", "pastThreshold", "tooFewCarers"].map((at) => `undelivered.versions[0].${at}.tiers[0].pays: longer-notice-pays-more`),
    );
  });
});

describe("a hospital retainer", () => {
  const retainer = { kind: "hospital-retainer", steps: [{ days: 14, share: "0.5" }], admissionDay: "first-day", dischargeDay: "by-step", conditions: "none" };
  it("is for the outcome hospital, and noted elsewhere", () => {
    const outcomes = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, retainer]));
    const places = [...OUTCOMES.filter((outcome) => outcome !== "hospital").map((outcome) => (outcome.includes("-") ? `outcomes["${outcome}"]` : `outcomes.${outcome}`)), "unexplained", "pastThreshold", "tooFewCarers"];
    expect(places).toHaveLength(12);
    expect(notes(undelivered({ outcomes, unexplained: retainer, pastThreshold: retainer, tooFewCarers: retainer }))).toEqual(places.map((place) => `undelivered.versions[0].${place}: no-hospital-stay`));
    expect(notes(undelivered({ outcomes: { ...Object.fromEntries(OUTCOMES.map((outcome) => [outcome, nothing])), hospital: retainer } }))).toEqual([]);
  });
});

describe("a longer stay", () => {
  const row = (from: number, to: number | "open", becomes: number) => ({ from, to, becomes });
  const table = (rows: readonly object[], beyond: object, filling: readonly object[] = []) => notes(clause("paidMinutes", { kind: "rows", partMinutes: "dropped", rows, filling, zeroMinutes: "by-its-row", beyond }));
  const openRow = { kind: "open-row" };
  const noted = (...places: readonly string[]) => places.map((at) => `paidMinutes.versions[0].${at}: longer-stay-pays-less`);

  it("that a row pays less is noted at it", () => {
    expect(table([row(0, 15, 15), row(16, 30, 45), row(31, "open", 44)], openRow)).toEqual(noted("rows[2]"));
    expect(table([row(31, "open", 45), row(0, 15, 15), row(16, 30, 30)], openRow)).toEqual([]);
    expect(table([row(0, 15, 15), row(16, 30, 15), row(31, "open", 15)], openRow)).toEqual([]);
    expect(table([row(0, 15, 30), row(16, 30, 15), row(31, 45, 45), row(46, "open", 0)], openRow)).toEqual(noted("rows[1]", "rows[3]"));
  });

  it("is compared across a hole, and in the rows that a reading fills in", () => {
    expect(table([row(0, 15, 30), row(31, "open", 29)], openRow)).toEqual(noted("rows[1]"));
    expect(table([row(0, 15, 30), row(31, "open", 30)], openRow, [row(16, 30, 15)])).toEqual(noted("filling[0]"));
  });

  it("is compared with what is beyond the rows, once", () => {
    const steps = (becomes: number) => ({ kind: "steps", from: 31, becomes, every: 15, adds: 15 });
    expect([steps(29), steps(30)].map((beyond) => table([row(0, 30, 30)], beyond))).toEqual([noted("beyond"), []]);
    const units = { kind: "whole-units", unit: 60 };
    expect([61, 60].map((becomes) => table([row(0, 30, 30), row(31, 59, becomes)], units))).toEqual([noted("beyond"), []]);
    expect(table([row(0, 30, 30), row(31, 59, 15)], units)).toEqual(noted("rows[1]"));
  });
});

describe("a number that is unusually large", () => {
  it("an hourly price of £500 or more", () => {
    const oneRate = (pounds: string) => notes(clause("rate", { kind: "one-rate", hourly: pounds, hours: "every" }));
    expect([oneRate("499.99"), oneRate("500")]).toEqual([[], ["rate.versions[0].hourly: unusually-large"]]);
    const banded = (price: object) => notes(clause("rate", { kind: "bands", dayKinds: [], bands: [{ name: "all", when: "otherwise", price }], across: "by-start", times: "paid" }));
    const otherwise = (pounds: string) => banded({ kind: "by-length", lengths: [{ from: 0, to: 30, pounds: "5.00" }], otherwise: { kind: "hourly", pounds } });
    expect([banded({ kind: "hourly", pounds: "499.99" }), banded({ kind: "hourly", pounds: "2460" })]).toEqual([[], ["rate.versions[0].bands[0].price.pounds: unusually-large"]]);
    expect([otherwise("499.99"), otherwise("500.00")]).toEqual([[], ["rate.versions[0].bands[0].price.otherwise.pounds: unusually-large"]]);
  });

  it("240 minutes or more that are on time", () => {
    const limits = (early: number | "no-limit", late: number | "no-limit", grace = 0) => {
      const window = { name: "all", from: "08:00", fromLimit: "included", to: "09:00", toLimit: "included" };
      return notes(clause("punctuality", { callTypes: { call: { early, late } }, arrival: "first-carer", tooFewCarers: "not-assessable", windows: { windows: [window], grace: { early: 0, late: grace }, timed: "planned-start", overlap: "undetermined", gap: "undetermined" } }));
    };
    expect(limits(239, 239, 239)).toEqual([]);
    expect(limits("no-limit", 30)).toEqual([]);
    expect(limits(240, 900, 240)).toEqual(["callTypes.call.early", "callTypes.call.late", "windows.grace.late"].map((at) => `punctuality.versions[0].${at}: unusually-large`));
  });

  it("notice of 720 hours or more, in hours", () => {
    const notice = (count: number, unit: string) => notes(undelivered({ unexplained: { kind: "by-notice", tiers: [{ notice: { count, unit }, pays: nothing }], otherwise: planned } }));
    expect([notice(719, "hours"), notice(720, "days")]).toEqual([[], []]);
    expect(notice(720, "hours")).toEqual(["undelivered.versions[0].unexplained.tiers[0].notice.count: unusually-large"]);
  });
});

describe("a plain word written as the kind of an object", () => {
  const refused = (clauses: object) => {
    const parsed = parseCouncil({ ...sound, ...clauses });
    return parsed.kind === "refused" ? parsed.problems.map(({ path, got, do: todo }) => `${path}: ${got}. ${todo}`) : [];
  };
  const basis = (terms: object) => refused({ basis: { versions: [{ ...sound["basis"]!.versions[0]!, ...terms }] } });
  const alone = (path: string, word: string) => [`basis.versions[0].${path}: an object of the kind "${word}". Write the word alone, without an object: "${word}"`];
  const where = (inTime: unknown) => ({ basis: { kind: "planned-where-no-actual", inTime, missingLogOut: "unpaid", unexplained: "nothing" } });

  it("is to be written alone, and no other rule is suggested", () => {
    expect(basis(where({ kind: "any-log" }))).toEqual(alone("basis.inTime", "any-log"));
    expect(basis(where({ kind: "any-log", days: 3 }))).toEqual(alone("basis.inTime", "any-log"));
    expect(basis({ basis: { kind: "actual" } })).toEqual(alone("basis", "actual"));
    expect(basis({ per: { kind: "visit" } })).toEqual(alone("per", "visit"));
    expect(basis({ most: { kind: "no-limit" } })).toEqual(alone("most", "no-limit"));
    expect(basis({ most: { kind: "planned-length" } })).toEqual(alone("most", "planned-length"));
  });

  it("is not said of a kind that there is, nor of one that is no word", () => {
    expect(basis(where("any-log"))).toEqual([]);
    expect(basis(where({ kind: "days-after-visit" }))).toEqual(['basis.versions[0].basis.inTime.days: nothing. Add "days"']);
    expect(basis(where({ kind: "any-logs" }))[0]).toContain('"any-logs"');
    expect(basis({ basis: { kind: "actul" } })[0]).toContain("basis.versions[0].basis.kind");
  });
});
