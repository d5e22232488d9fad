import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Day, type Month, type Rules, assessExport, compile, emptyMonth, leicester, mergeMonths, monthDocument } from "../../src/index.js";
import { valueOf } from "../../src/payment/total.js";
import { csvRecords } from "../second-reckoning/export.ts";
import { randomMonth } from "../second-reckoning/random-month.ts";
import { bytesOf } from "../helpers.js";
import { HEADING, RULES, documentOf, exportOf, field, row, rulesWith } from "./exports.ts";

/** A month with nothing hidden in how its sums are held. */
function plain({ providers, findings, ...month }: Month) {
  const tallies = [...providers].map(([provider, { statements, ...tally }]) => [provider, { ...tally, statements: [...statements].map(([number, total]) => [number, valueOf(total)]).sort() }]);
  return { ...month, findings: Object.fromEntries(Object.entries(findings).sort()), providers: Object.fromEntries(tallies) };
}

/**
 * An export in parts, each with all rows of its service users. Service users who share a visit (its rows are in conflict)
 * share a part; rows that cannot be placed go to any.
 */
function inParts(csv: string, parts: number, turn: number): string[] {
  const [heading, ...rows] = csvRecords(csv);
  const at = (column: string): number => heading!.indexOf(column);
  const leaders = new Map<string, string>();
  const leader = (name: string): string => {
    const next = leaders.get(name);
    return next === undefined || next === name ? name : leader(next);
  };
  const names = (cells: readonly string[]): readonly [string, string] => [`user ${cells[at("service_user_id")]}`, `visit ${JSON.stringify([cells[at("provider_id")], cells[at("visit_id")]])}`];
  const userMissing = (cells: readonly string[]): boolean => cells[at("service_user_id")] === "";
  for (const cells of rows) {
    const [user, visit] = names(cells);
    if (cells.length === heading!.length && !userMissing(cells)) leaders.set(leader(user), leader(visit));
  }
  const groups = new Map<string, number>();
  const lists: string[][][] = Array.from({ length: parts }, () => [heading!]);
  for (const cells of rows) {
    const [user, visit] = names(cells);
    const group = leader(userMissing(cells) || cells.length !== heading!.length ? visit : user);
    if (!groups.has(group)) groups.set(group, (groups.size * 7 + turn) % parts);
    lists[groups.get(group)!]!.push(cells);
  }
  return lists.map((list) => list.map((cells) => cells.map(field).join(",")).join("\n"));
}

type Period = { readonly firstDay: Day; readonly lastDay: Day };

/** Every part of a random month, all given the period of the whole, and the whole. */
async function monthInParts(seed: number, parts: number, rules: Rules): Promise<{ readonly period: Period; readonly months: Month[]; readonly whole: Month }> {
  const csv = randomMonth(seed, { serviceUsers: 9 });
  const { period } = await documentOf(csv, {}, rules);
  const months = await Promise.all(inParts(csv, parts, seed).map((part) => assessExport(() => bytesOf(part), rules, { period: period! })));
  return { period: period!, months, whole: await assessExport(() => bytesOf(csv), rules, { period: period! }) };
}

const seeds = fc.integer({ min: 1, max: 10_000 });

describe("parts of a month by service user merge to the whole", () => {
  it.each([
    {},
    { step: "1-day" },
    { scope: "user-over-all-providers" },
    { scope: "user-over-all-providers", step: "1-day", "continuity-base": "service-users" },
    { "double-handed": "visits-times-carers", anchor: "period-start" },
    { "statement-period": "four-weeks", rounding: "line-half-even" },
    { "statement-period": "calendar-month", rounding: "line-half-up", "punctuality-base": "missed-as-late" },
    { "missed-threshold": "after-next-visit", unexplained: "undetermined" },
    { "per-carer": "visit-once", "not-completed": "planned-length", undelivered: "excused-planned-length" },
    { applies: "callers-days:2026-03-25..2026-04-05" },
    { "rate-scope": "day-time-only:09:00-17:00" },
  ])("with the readings %j", async (readings) => {
    const rules = rulesWith(readings as { readonly [reading: string]: string });
    let inSeveral = 0;
    await fc.assert(
      fc.asyncProperty(seeds, fc.integer({ min: 2, max: 6 }), async (seed, parts) => {
        const { period, months, whole } = await monthInParts(seed, parts, rules);
        const merged = months.reduce(mergeMonths, emptyMonth(rules, period));
        expect(plain(merged)).toEqual(plain(whole));
        expect(monthDocument(merged, rules)).toEqual(monthDocument(whole, rules));
        if (months.filter((part) => part.providers.size > 0).length > 1) inSeveral++;
      }),
      { numRuns: 8 },
    );
    expect(inSeveral).toBeGreaterThan(0);
  });

  it("some of them empty, some with nothing but rejected rows", async () => {
    const period = { firstDay: "2026-07-01", lastDay: "2026-07-31" } as const;
    const csvs = [exportOf(row()), exportOf(row({ visit_id: "V2", service_user_id: "SU2", priority: "?" })), `${HEADING}\n`, exportOf("x")];
    const months = await Promise.all(csvs.map((csv) => assessExport(bytesOf(csv), RULES, { period })));
    const whole = await documentOf([HEADING, ...csvs.flatMap((csv) => csv.split("\n").slice(1, -1)), ""].join("\n"), { period });
    expect(monthDocument(months.reduce(mergeMonths), RULES)).toEqual(whole);
    expect(whole).toMatchObject({ visits: 2, total: { delivered: 1, undetermined: 1 }, rows: { read: 3, accepted: 1, rejected: 2 } });
  });
});

describe("merging", () => {
  it("is associative and commutative, has the empty month as its identity, and changes no part", async () => {
    const rules = rulesWith({ scope: "user-over-all-providers", "statement-period": "four-weeks" });
    await fc.assert(
      fc.asyncProperty(seeds, async (seed) => {
        const { period, months } = await monthInParts(seed, 3, rules);
        const [a, b, c] = months as [Month, Month, Month];
        const before = months.map(plain);
        const nothing = emptyMonth(rules, period);
        expect(plain(mergeMonths(mergeMonths(a, b), c))).toEqual(plain(mergeMonths(a, mergeMonths(b, c))));
        expect(plain(mergeMonths(a, b))).toEqual(plain(mergeMonths(b, a)));
        expect([plain(mergeMonths(nothing, a)), plain(mergeMonths(a, nothing))]).toEqual([before[0], before[0]]);
        expect(months.map(plain)).toEqual(before);
        expect(plain(nothing)).toEqual(plain(emptyMonth(rules, period)));
      }),
      { numRuns: 20 },
    );
  });

  it("is by day only when every part was", async () => {
    const period = { firstDay: "2026-07-01", lastDay: "2026-07-31" } as const;
    const one = await assessExport(bytesOf(exportOf(row())), RULES, { period });
    const later = row({ visit_id: "V2", planned_start: "2026-07-02T09:00", planned_end: "2026-07-02T09:30" });
    const any = await assessExport(bytesOf(exportOf(later, row())), RULES, { period });
    expect([mergeMonths(one, one), mergeMonths(one, any), mergeMonths(any, one), mergeMonths(any, any)].map(({ order }) => order)).toEqual(["by-day", "any", "any", "any"]);
  });

  const rules = compile(leicester);
  const july = emptyMonth(rules, { firstDay: "2026-07-01", lastDay: "2026-07-31" });
  it.each<readonly [string, Month<"standard" | "critical">, string]>([
    ["another council's", { ...july, council: "elsewhere" }, 'mergeMonths: both parts must be of one council (leicester), got "elsewhere"'],
    ["another period's", emptyMonth(rules, { firstDay: "2026-07-01", lastDay: "2026-08-01" }), "mergeMonths: both parts must be given the same period (2026-07-01 to 2026-07-31), got \"2026-07-01 to 2026-08-01\". Assess every part with the period of the whole"],
    ["one without a period", emptyMonth(rules, null), 'mergeMonths: both parts must be given the same period (2026-07-01 to 2026-07-31), got "no period". Assess every part with the period of the whole'],
  ])("refuses to merge a part with %s", (_what, other, message) => {
    expect(() => mergeMonths(july, other)).toThrow(new TypeError(message));
  });

  it("refuses parts whose period came from their own rows, even where it is the same", async () => {
    const derived = await assessExport(bytesOf(exportOf(row())), RULES);
    expect(() => mergeMonths(derived, derived)).toThrow(/^mergeMonths: both parts must be given the same period \(derived from its rows: 2026-07-01 to 2026-07-01\), got "derived from its rows: 2026-07-01 to 2026-07-01"\./);
  });
});
