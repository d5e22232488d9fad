import { describe, expect, it } from "vitest";
import { leicesterTimeBank } from "../../src/councils/leicester-time-bank.js";
import { leicester } from "../../src/councils/leicester.js";
import { type Problem, councilText, parseCouncil } from "../../src/config/index.js";
import { payingCouncil } from "../published-rules/paying-council.ts";

type Json = { [key: string]: unknown } & { [index: number]: unknown };

/** Leicester's JSON with something changed in it; a path as a person writes it. */
function changed(path: string, change: (parent: Json, key: string) => void): unknown {
  const copy = JSON.parse(JSON.stringify(leicester)) as Json;
  const steps = path.split(/[.[\]]+/).filter((step) => step !== "");
  const parent = steps.slice(0, -1).reduce((value, step) => value[step] as Json, copy);
  change(parent, steps.at(-1)!);
  return copy;
}
const set = (path: string, value: unknown): unknown => changed(path, (parent, key) => (parent[key] = value));
const without = (path: string): unknown => changed(path, (parent, key) => delete parent[key]);

function problems(json: unknown): readonly Problem[] {
  const parsed = parseCouncil(json);
  return parsed.kind === "refused" ? parsed.problems : [];
}
const said = (json: unknown): string[] => problems(json).map(({ path, expected, got, do: todo }) => `${path}: ${expected}; got ${got}. ${todo}`);

describe("a sound council", () => {
  it("Leicester is the same after JSON, with its time bank too", () => {
    for (const council of [leicester, { ...leicester, timeBank: leicesterTimeBank }]) {
      expect(parseCouncil(JSON.stringify(council))).toEqual({ kind: "council", council, visitCouncil: council, cannot: [], open: [], notes: expect.any(Array), uses: expect.any(Array) });
      const again = parseCouncil(councilText(council));
      expect(again.kind === "council" && again.council).toEqual(council);
    }
  });

  it("has canonical text, whatever the order of its keys", () => {
    const { id, name, ...rest } = leicester;
    expect(councilText({ ...rest, name, id })).toBe(councilText(leicester));
    expect(councilText(leicester).split("\n").length).toBeLessThan(700);
  });

  it("text of a council that is not sound is refused, with the first problem", () => {
    expect(() => councilText({ ...leicester, name: "" })).toThrow('councilText: name must be text that is not empty, got "\\"\\"". Write text that is not empty');
  });

  it("may lack clauses, and the answer says what it cannot be used for", () => {
    const parsed = parseCouncil(changed("rate", (parent) => (delete parent["rate"], delete parent["continuity"])));
    expect(parsed).toMatchObject({ kind: "council", visitCouncil: null, cannot: [{ use: "assess-visits", contract: null, reason: "clauses-missing", clauses: ["rate", "continuity"] }] });
  });

  it("may be proposed only, and the answer says so", () => {
    const parsed = parseCouncil(set("rate.versions[0].authority", "proposed"));
    expect(parsed).toMatchObject({ kind: "council", cannot: [{ use: "assess-visits", contract: null, reason: "nothing-agreed", clauses: ["rate"] }] });
  });

  it("may have contracts and a charge, of which the answer says the same", () => {
    const { rate, statement: _statement, ...own } = leicester;
    const parsed = parseCouncil({ ...own, contracts: { "extra-care": { rate } }, charge: { rate } });
    expect(parsed).toMatchObject({
      kind: "council",
      visitCouncil: null,
      cannot: [
        { use: "assess-visits", contract: null, reason: "clauses-missing", clauses: ["rate", "statement"] },
        { use: "assess-visits", contract: "extra-care", reason: "clauses-missing", clauses: ["statement"] },
        { use: "charge", contract: null, reason: "clauses-missing", clauses: ["paidMinutes", "basis", "statement", "contribution"] },
      ],
    });
  });

  it("may have comments in every object, and name its schema at the top", () => {
    const commented = JSON.parse(JSON.stringify(leicester), (_key, value: unknown) => (typeof value === "object" && value !== null && !Array.isArray(value) ? { $comment: "A comment", ...value } : value)) as object;
    expect(parseCouncil({ $schema: "./council.schema.json", ...commented })).toMatchObject({ kind: "council", council: leicester });
    expect(parseCouncil({ ...leicester, $comment: ["one line", "another"] })).toMatchObject({ kind: "council", council: leicester });
    expect(said({ ...leicester, $comment: 1 })).toEqual(["$comment: text, or a list of lines of text; got 1. Write it in quotes"]);
    expect(said(set("rate.$schema", "x"))).toEqual(["rate.$schema: a field that this object has: versions; got \"$schema\". Take it out. Where none of these fields says what was agreed, see docs/what-you-cannot-write.md"]);
  });
});

describe("what is wrong is said with its path, what was expected and what to do", () => {
  it.each([
    ["an unknown key, with the nearest", set("paidMinutes.versions[0].partMinute", "up"), /^paidMinutes\.versions\[0\]\.partMinute: a field that this object has; got "partMinute"\. Did you mean "partMinutes"\?$/],
    ["an unknown clause, with the nearest", set("rates", {}), /^rates: a field that this object has; got "rates"\. Did you mean "rate"\?$/],
    ["an unknown key that is near to none, with those there are", set("statement.versions[0].source.page", 3), 'statement.versions[0].source.page: a field that this object has: document, published, clause, quote; got "page". Take it out. Where none of these fields says what was agreed, see docs/what-you-cannot-write.md'],
    ["a field that is not there", without("rate.versions[0].hourly"), 'rate.versions[0].hourly: decimal text from 0 in quotes, such as "14.01"; got nothing. Add "hourly"'],
    ["a number for decimal text", set("rate.versions[0].hourly", 14.01), 'rate.versions[0].hourly: decimal text from 0 in quotes, such as "14.01"; got 14.01. Numbers with a point, money and shares stand in quotes; counts are whole and stand without'],
    ["money below 0", set("rate.versions[0].hourly", "-1"), 'rate.versions[0].hourly: decimal text from 0 in quotes, such as "14.01"; got "-1". Write decimal text from 0 in quotes, such as "14.01"'],
    ["a word that is not listed, with the nearest", set("basis.versions[0].sameCarer", "join"), 'basis.versions[0].sameCarer: one of "joined", "each-log"; got "join". Did you mean "joined"?'],
    ["a wrong kind, with the kinds", set("paidMinutes.versions[0].beyond.kind", "caps"), 'paidMinutes.versions[0].beyond.kind: one of "open-row", "steps", "whole-units"; got "caps". Choose one of these. Where none of them says what was agreed, see docs/what-you-cannot-write.md'],
    ["a kind that is not there", without("continuity.versions[0].kind"), 'continuity.versions[0].kind: one of "linear", "table", "maximum", "share", "measure"; got nothing. Add "kind"'],
    ["an object of no kind", set("attendance.versions[0].missedThreshold", "none"), 'attendance.versions[0].missedThreshold: an object of a kind: none, minutes, next-visit, early-or-late, cut-off; got "none". Write an object of a kind: none, minutes, next-visit, early-or-late, cut-off'],
    ["a wrong kind inside words", set("basis.versions[0].most", { kind: "planned", minutes: 5 }), 'basis.versions[0].most.kind: one of "planned-plus", "minutes"; got "planned". Choose one of these. Where none of them says what was agreed, see docs/what-you-cannot-write.md'],
    ["a field of an object that stands beside words", set("basis.versions[0].most", { kind: "planned-plus", minutes: "5" }), 'basis.versions[0].most.minutes: a whole number from 0; got "5". Write a whole number from 0'],
    ["a word near to those that stand beside an object", set("basis.versions[0].most", "planned-lenth"), 'basis.versions[0].most: "no-limit", "planned-length", or an object of the kind "planned-plus" or "minutes"; got "planned-lenth". Did you mean "planned-length"?'],
    ["a list for an object", set("rate", []), 'rate: an object; got an empty list. Write an object'],
    ["an object for a list", set("rate.versions", {}), "rate.versions: a list of versions; got an object. Write a list of versions"],
    ["no version", set("rate.versions", []), "rate.versions: a list with at least one version; got an empty list. Write a list with at least one version"],
    ["a day that is none", set("rate.versions[0].firstDay", "2026-02-29"), 'rate.versions[0].firstDay: a day of the calendar as YYYY-MM-DD, or "unstated"; got "2026-02-29". Write a day of the calendar as YYYY-MM-DD, or "unstated"'],
    ["days out of order", changed("rate.versions[0]", (parent) => Object.assign(parent[0] as object, { firstDay: "2026-04-01", lastDay: "2026-03-31" })), 'rate.versions[0].lastDay: 2026-04-01 or later, the version\'s own first day; got "2026-03-31". Write 2026-04-01 or later, the version\'s own first day'],
    ["a row that ends before it begins", set("paidMinutes.versions[0].rows[1].to", 25), 'paidMinutes.versions[0].rows[1].to: 26 or more, the row\'s own "from"; got 25. Write 26 or more, the row\'s own "from"'],
    ["an outcome without its answer", without("attendance.versions[0].outcomes.suspended"), 'attendance.versions[0].outcomes.suspended: one of "excused", "missed", "not-required", "undetermined"; got nothing. Add "suspended"'],
    ["an empty quotation", set("rate.versions[0].source.quote", ""), 'rate.versions[0].source.quote: text that is not empty; got "". Write text that is not empty'],
    ["an id that is no slug", set("id", "My Council"), 'id: small letters and digits, with hyphens between them; got "My Council". Write small letters and digits, with hyphens between them'],
    ["a reading's name that is no slug", set("rate.versions[0].readings.Rate Scope", leicester.rate.versions[0]!.readings["average-rate"]), 'rate.versions[0].readings["Rate Scope"]: a name: small letters and digits, with hyphens between them; got "Rate Scope". Name it otherwise'],
    ["an unknown call type, with the nearest", set("punctuality.versions[0].callTypes.standart", null), 'punctuality.versions[0].callTypes.standart: a call type of the council; got "standart". Did you mean "standard"? (they stand in "callTypes" at the top)'],
    ["a call type left out", without("targets.versions[0].punctuality.critical"), 'targets.versions[0].punctuality.critical: every call type of the council; got nothing. Add "critical"; null says that the contract sets nothing for it'],
    ["a call type left out in a choice", without("targets.versions[0].readings.targets.choices.as-first-set.set.punctuality.critical"), 'targets.versions[0].readings.targets.choices["as-first-set"].set.punctuality.critical: every call type of the council; got nothing. Add "critical"; null says that the contract sets nothing for it'],
    ["a call type named twice", set("callTypes", ["standard", "critical", "critical"]), 'callTypes[2]: each call type once; got "critical". Take one of them out'],
    ["a call type of continuity that the council does not have", set("continuity.versions[0].callTypes", ["critcal"]), 'continuity.versions[0].callTypes[0]: a call type of the council; got "critcal". Did you mean "critical"? (they stand in "callTypes" at the top)'],
    ["no limit either way", set("punctuality.versions[0].callTypes.standard", { early: "no-limit", late: "no-limit" }), 'punctuality.versions[0].callTypes.standard.late: a limit early or late; null stands for a call type that is not tested; got "no-limit". Write a limit early or late; null stands for a call type that is not tested'],
    ["a share above 1", set("targets.versions[0].continuity", "80"), 'targets.versions[0].continuity: a share from 0 to 1 as decimal text in quotes, such as "0.80", an object of contract years, or null; got "80". Write a share from 0 to 1 as decimal text in quotes, such as "0.80", an object of contract years, or null'],
  ])("%s", (_what, json, expected) => {
    const all = said(json);
    const readingsToo = all.filter((line) => !line.includes(": the version's own value"));
    expect(readingsToo).toHaveLength(1);
    expect(readingsToo[0]).toMatch(expected);
  });

  it("all at once", () => {
    const copy = JSON.parse(JSON.stringify(leicester)) as { [key: string]: { versions: { [field: string]: unknown }[] } };
    copy["rate"]!.versions[0]!["hourly"] = 14;
    copy["basis"]!.versions[0]!["surplusCarers"] = "everybody";
    copy["statement"]!.versions[0]!["periods"] = "calendar-month";
    copy["punctuality"]!.versions[0]!["windows"] = { windows: [{ name: "m", from: "10:00", to: "10:00", fromLimit: "included", toLimit: "included" }], grace: { early: 0, late: 0 }, timed: "its-window", overlap: "undetermined", gap: "undetermined" };
    expect(problems(copy).map(({ path }) => path)).toEqual([
      "basis.versions[0].surplusCarers",
      "rate.versions[0].hourly",
      "statement.versions[0].periods",
      'basis.versions[0].readings["surplus-carers"].choices.earliest.set.surplusCarers',
      "punctuality.versions[0].windows.windows[0]",
    ]);
  });

  it("nothing at all, a list, a text that is not JSON", () => {
    expect(said(null)[0]).toBe(": an object; got null. Write an object");
    expect(said([])[0]).toBe(": an object; got an empty list. Write an object");
    expect(said("")).toEqual(["line 1, column 1: a value; got the end of the text. Look at this line and the one before it"]);
  });
});

describe("a council that contradicts itself is refused, although each field could stand", () => {
  const sound = payingCouncil("c", {});
  const paying = (clauses: object) => JSON.parse(JSON.stringify({ ...sound, ...clauses })) as unknown;
  const basis = (patch: object) => ({ basis: { versions: [{ ...sound.basis.versions[0]!, ...patch }] } });

  it("at the field that the rule names", () => {
    expect(said(paying(basis({ mostCarers: 1, surplusCarers: "all" })))).toEqual(['basis.versions[0].surplusCarers: surplusCarers must be earliest where mostCarers limits them; got "all". Write "earliest", or leave mostCarers out']);
    expect(said(set("continuity.versions[0].days", "calendar-month"))).toEqual([
      'continuity.versions[0].days: days and step must be "calendar-month" and anchor "first-of-month", or none of them; got "calendar-month, 7, mondays". Write all three for windows of calendar months, or none of them',
    ]);
  });

  it("in a choice of a reading, at the choice", () => {
    const json = set("continuity.versions[0].readings.step.choices.1-day.set.step", "calendar-month");
    expect(said(json)).toEqual(['continuity.versions[0].readings.step.choices["1-day"].set.step: days and step must be "calendar-month" and anchor "first-of-month", or none of them; got "14, calendar-month, mondays". Write all three for windows of calendar months, or none of them']);
  });

  it("between clauses, at the clause", () => {
    expect(said(paying(basis({ undelivered: "by-outcome" })))).toEqual(['undelivered: the clause undelivered must be there where basis.undelivered is "by-outcome"; got nothing. Add the clause, with a version that binds; or write "nothing" or "excused-planned-length" there']);
  });

  it("in a contract, at the contract", () => {
    const json = paying({ contracts: { "extra-care": basis({ undelivered: "by-outcome" }) } });
    expect(problems(json).map(({ path }) => path)).toEqual(['contracts["extra-care"].undelivered']);
  });
});

describe("readings", () => {
  const reading = 'rate.versions[0].readings["rate-scope"]';
  it.each([
    ["an adopted choice that there is not", set("rate.versions[0].readings.rate-scope.adopted", "every-hours"), `${reading}.adopted: one of its choices: every-hour, day-time-only; got "every-hours". Did you mean "every-hour"?`],
    ["an adopted choice that says another thing than the version", set("rate.versions[0].hours", "07:00-22:00"), `${reading}.choices["every-hour"].set.hours: the version's own value, since this choice is the adopted one; got another. Make the two agree: the version's "hours" is what is applied`],
    ["an adopted choice that says nothing of what another sets", without("rate.versions[0].readings.rate-scope.choices.every-hour.set.hours"), `${reading}.choices["every-hour"].set.hours: the version's own value, so that the adopted choice can be taken after another; got nothing. Add "hours"`],
    ["two readings of one field", set("rate.versions[0].readings.average-rate.choices.the-one-rate.set", { hours: "every" }), `${reading}: a field that no other reading of this version sets; got "hours". The reading "average-rate" sets it too: make one reading of both`],
    ["a name that another clause's reading has", set("rate.versions[0].readings.rounding", leicester.rate.versions[0]!.readings["average-rate"]), "statement.versions[0].readings.rounding: a name that no other clause's reading has; got \"rounding\". The clause rate has one of this name: name it otherwise"],
    ["a name that every council has", set("rate.versions[0].readings.applies", leicester.rate.versions[0]!.readings["average-rate"]), 'rate.versions[0].readings.applies: a name of its own; got "applies". Every council has a reading of this name already: name it otherwise'],
    ["a field that the clause does not have", set("rate.versions[0].readings.average-rate.choices.the-one-rate.set", { hour: "every" }), /^rate\.versions\[0\]\.readings\["average-rate"\]\.choices\["the-one-rate"\]\.set\.hour: a field that this object has; got "hour"\. Did you mean "hours"\?$/],
    ["a value that the field cannot have", set("rate.versions[0].readings.average-rate.choices.the-one-rate.set", { hourly: 14 }), /set\.hourly: decimal text/],
    ["a value asked for that is no text", set("continuity.versions[0].readings.step.choices.1-day.asks", { field: "step", for: "days" }), /\.asks\.field: one of .*; got "step"\./],
  ])("%s", (_what, json, expected) => {
    const all = said(json).filter((line) => !(line.includes("hourly: the version's own value")));
    expect(all).toHaveLength(1);
    expect(all[0]).toMatch(expected);
  });

  it("may turn terms into another kind", () => {
    const paidMinutes = { ...leicester.paidMinutes.versions[0]!, readings: { table: { silent: "?", adopted: "rows", choices: { rows: { says: "By rows.", set: { kind: "rows" } }, steps: { says: "In steps.", set: { kind: "increments", minutes: 15, round: "up" } } } } } };
    expect(said({ ...leicester, paidMinutes: { versions: [paidMinutes] } })).toEqual([]);
    paidMinutes.readings.table.choices.steps.set.minutes = 0;
    expect(said({ ...leicester, paidMinutes: { versions: [paidMinutes] } })).toEqual(["paidMinutes.versions[0].readings.table.choices.steps.set.minutes: a whole number from 1; got 0. Write a whole number from 1"]);
  });
});

describe("what a sound council leaves open", () => {
  const sound = payingCouncil("c", {});
  const version = (clause: "rate" | "paidMinutes" | "punctuality" | "continuity", terms: object) => ({ [clause]: { versions: [{ ...sound[clause].versions[0]!, ...terms }] } });
  const open = (clauses: object) => {
    const parsed = parseCouncil({ ...sound, ...clauses });
    expect(parsed.kind === "refused" ? parsed.problems : []).toEqual([]);
    return parsed.kind === "council" ? parsed.open.map(({ path, code, where }) => `${path}: ${code}, ${where}`) : [];
  };
  const rows = (...all: readonly (readonly [number, number | "open"])[]) => all.map(([from, to]) => ({ from, to, becomes: 15 }));
  const windows = (gap: string, overlap: string, timed = "its-window") => {
    const ends = { fromLimit: "included", toLimit: "included" };
    return { windows: { windows: [{ name: "a", from: "00:00", to: "12:00", ...ends }, { name: "b", from: "10:00", to: "23:00", ...ends }], grace: { early: 0, late: 0 }, timed, overlap, gap } };
  };
  const banded = (...bands: readonly object[]) => ({ kind: "bands", hourly: undefined, hours: undefined, dayKinds: [], across: "split", times: "paid", bands: bands.map((when, i) => ({ name: `band ${i + 1}`, when, price: { kind: "hourly", pounds: "20.00" } })) });
  const days = (...all: readonly (readonly [string, string])[]) => ({ rate: { versions: all.map(([firstDay, lastDay]) => ({ ...sound.rate.versions[0]!, firstDay, lastDay })) } });

  it.each<readonly [string, object, readonly string[]]>([
    ["nothing", {}, []],
    ["lengths without a row, or in several", version("paidMinutes", { kind: "rows", rows: rows([0, 25], [25, 40], [42, 60]), filling: [], zeroMinutes: "by-its-row", beyond: { kind: "open-row" } }), ["paidMinutes.versions[0]: no-row, 41", "paidMinutes.versions[0]: no-row, 61 on", "paidMinutes.versions[0]: several-rows, 25"]],
    ["visits without a row", version("continuity", { kind: "table", rows: rows([1, 7], [9, "open"]), base: undefined, factor: undefined, rounding: undefined, roundTo: undefined }), ["continuity.versions[0]: no-row, 8"]],
    ["times without a window, or in several", version("punctuality", windows("undetermined", "undetermined")), ["punctuality.versions[0]: no-window, 23:00 to 24:00", "punctuality.versions[0]: several-windows, 10:00 to 12:00"]],
    ["no times that the terms decide", version("punctuality", windows("planned-start", "starts-last")), []],
    ["no times where the planned start counts", version("punctuality", windows("undetermined", "undetermined", "planned-start")), []],
    ["hours without a rate, or with several", version("rate", banded({ hours: "07:00-20:00" }, { hours: "19:00-23:00" })), ["rate.versions[0]: no-rate, hours 23:00-07:00", "rate.versions[0]: several-rates, hours 19:00-20:00, in band 1 and band 2"]],
    ["days without a version", days(["2024-04-01", "2025-03-30"], ["2025-04-01", "open"]), ["rate.versions: no-version, 2025-03-31"]],
    ["days that meet", days(["2025-04-01", "open"], ["2024-04-01", "2025-03-31"]), []],
  ])("%s", (_what, clauses, expected) => {
    expect(open(JSON.parse(JSON.stringify(clauses)) as object)).toEqual(expected);
  });

  it("in a contract, too", () => {
    expect(open({ contracts: { "extra-care": days(["2024-04-01", "2025-03-30"], ["2025-04-01", "open"]) } })).toEqual(['contracts["extra-care"].rate.versions: no-version, 2025-03-31']);
  });

  it("scores without a grade", () => {
    const grade = (name: string, from: string, to: string) => ({ grade: name, from, fromLimit: "included", to, toLimit: "included" });
    const scorecard = { measures: [{ name: "p", goal: null, weight: "1", scores: "share" }], weightsTotal: "1", missing: "left-out", grades: [grade("Good", "0.5", "1"), grade("Poor", "0", "0.5")] };
    const { firstDay, lastDay, authority, source } = sound.rate.versions[0]!;
    expect(open({ scorecard: { versions: [{ firstDay, lastDay, authority, source, ...scorecard, readings: {} }] } })).toEqual(["scorecard.versions[0]: several-grades, 0.5"]);
  });
});
