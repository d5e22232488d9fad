import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { monthTable } from "../../src/cli/table.js";
import { type Day, type MonthDocument, type TargetTerms, assessExport, compile, emptyMonth, explain, mergeMonths, monthDocument, monthPage, targetOn, toText } from "../../src/index.js";
import type { Version } from "../../src/contract/clause.js";
import { dayNumber, dayText } from "../../src/shared/day.js";
import { bytesOf } from "../helpers.js";
import { type Call, payingCouncil, version } from "../published-rules/paying-council.js";
import { textOf } from "../report/page.ts";

const HEADING = "visit_id,service_user_id,provider_id,priority,carers_required,planned_start,planned_end,carer_id,actual_start,actual_end,outcome,capture_method";
const row = (day: Day): string => `V,SU1,P1,call,1,${day}T08:00,${day}T08:30,C1,${day}T08:00,${day}T08:30,,`;

type Targets = TargetTerms<Call>;
const terms = (call: Targets["punctuality"]["call"], continuity: Targets["continuity"] = null, punctualityBase: Targets["punctualityBase"] = "assessable"): Targets => ({ punctuality: { call }, continuity, punctualityBase });
const rising = (firstDay: Day, ...years: readonly (string | null)[]) => ({ firstDay, years, afterwards: "as-the-last" }) as const;

async function monthOf(versions: readonly Version<Targets>[], firstDay: Day, lastDay: Day) {
  const rules = compile(payingCouncil("council-of-targets", { targets: { versions } }));
  const month = await assessExport(bytesOf([HEADING, row(firstDay), ""].join("\n")), rules, { period: { firstDay, lastDay } });
  return { rules, month, document: monthDocument(month, rules) };
}

/** The parts of a change as one line each. */
const shown = ({ targetChanges }: Pick<MonthDocument, "targetChanges">): string[] | undefined =>
  targetChanges?.map((change) => `${change.of === "continuity" ? "continuity" : change.callType}: ${change.parts.map((part) => `${part.kind === "target" ? part.target : part.kind} ${part.firstDay}..${part.lastDay}`).join(", ")}`);

const twoVersions = [version(terms("0.80"), { lastDay: "2026-03-31" }), version(terms("0.85"), { firstDay: "2026-04-01" })];

describe("a target that changes within the period is told with the days of each part", () => {
  it.each<readonly [string, readonly Version<Targets>[], Day, Day, string[] | undefined]>([
    ["two versions, both in the period", twoVersions, "2026-03-30", "2026-04-02", ["call: 0.80 2026-03-30..2026-03-31, 0.85 2026-04-01..2026-04-02"]],
    ["its last day is the first of the second", twoVersions, "2026-03-01", "2026-04-01", ["call: 0.80 2026-03-01..2026-03-31, 0.85 2026-04-01..2026-04-01"]],
    ["its last day is the last of the first", twoVersions, "2026-03-01", "2026-03-31", undefined],
    ["its first day is the first of the second", twoVersions, "2026-04-01", "2026-04-30", undefined],
    ["its first day is the last of the first", twoVersions, "2026-03-31", "2026-04-30", ["call: 0.80 2026-03-31..2026-03-31, 0.85 2026-04-01..2026-04-30"]],
    ["two contract years", [version(terms(rising("2025-04-01", "0.80", "0.85")))], "2026-03-30", "2026-04-02", ["call: 0.80 2026-03-30..2026-03-31, 0.85 2026-04-01..2026-04-02"]],
    ["three, of which the last goes on", [version(terms(rising("2024-04-01", "0.80", "0.85", "0.90")))], "2024-06-01", "2029-05-31", ["call: 0.80 2024-06-01..2025-03-31, 0.85 2025-04-01..2026-03-31, 0.90 2026-04-01..2029-05-31"]],
    ["the day before the first, and the end of the last", [version(terms({ ...rising("2024-04-01", "0.80"), afterwards: "none" }))], "2024-03-31", "2025-04-01", ["call: no-target 2024-03-31..2024-03-31, 0.80 2024-04-01..2025-03-31, no-target 2025-04-01..2025-04-01"]],
    ["years of one target", [version(terms(rising("2024-04-01", "0.80", "0.8", "0.80")))], "2024-04-01", "2029-05-31", undefined],
    ["a target written otherwise", [version(terms("0.80"), { lastDay: "2026-03-31" }), version(terms("0.8"), { firstDay: "2026-04-01" })], "2026-03-01", "2026-04-30", undefined],
    ["continuity alone", [version(terms("0.80", "0.70"), { lastDay: "2026-03-31" }), version(terms("0.80", null), { firstDay: "2026-04-01" })], "2026-03-01", "2026-04-30", ["continuity: 0.70 2026-03-01..2026-03-31, no-target 2026-04-01..2026-04-30"]],
    ["a gap", [twoVersions[0]!, version(terms("0.80"), { firstDay: "2026-04-03" })], "2026-03-01", "2026-04-30", ["call: 0.80 2026-03-01..2026-03-31, cannot-be-determined 2026-04-01..2026-04-02, 0.80 2026-04-03..2026-04-30", "continuity: no-target 2026-03-01..2026-03-31, cannot-be-determined 2026-04-01..2026-04-02, no-target 2026-04-03..2026-04-30"]],
    ["several at once at the end", [version(terms("0.80")), version(terms("0.85"), { firstDay: "2026-04-01" })], "2026-03-01", "2026-04-30", ["call: 0.80 2026-03-01..2026-03-31, cannot-be-determined 2026-04-01..2026-04-30", "continuity: no-target 2026-03-01..2026-03-31, cannot-be-determined 2026-04-01..2026-04-30"]],
  ])("%s", async (_what, versions, firstDay, lastDay, expected) => {
    const { document } = await monthOf(versions, firstDay, lastDay);
    expect(shown(document)).toEqual(expected);
    expect("targetChanges" in document).toBe(expected !== undefined);
  });

  it("and where the share counts missed visits otherwise, that too", async () => {
    const { document } = await monthOf([version(terms("0.80"), { lastDay: "2026-03-31" }), version(terms("0.80", null, "missed-count-as-late"), { firstDay: "2026-04-01" })], "2026-03-30", "2026-04-02");
    expect(document.targetChanges).toStrictEqual([
      {
        of: "punctuality",
        callType: "call",
        parts: [
          { firstDay: "2026-03-30", lastDay: "2026-03-31", kind: "target", target: "0.80", base: "assessable" },
          { firstDay: "2026-04-01", lastDay: "2026-04-02", kind: "target", target: "0.80", base: "missed-count-as-late" },
        ],
      },
    ]);
  });

  it("the parts are the days of the period, each once, each with the target of its days; the share is held against the last", async () => {
    const days = fc.integer({ min: dayNumber("2024-01-01"), max: dayNumber("2030-12-31") }).map(dayText);
    const years = fc.array(fc.constantFrom("0.80", "0.85", "0.8", null), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(days, days, days, years, fc.constantFrom("as-the-last" as const, "none" as const), async (one, other, begins, listed, afterwards) => {
        const [firstDay, lastDay] = one < other ? [one, other] : [other, one];
        const target = { firstDay: begins.endsWith("02-29") ? ("2024-03-01" as const) : begins, years: listed, afterwards };
        const { document } = await monthOf([version(terms(target))], firstDay, lastDay);
        const all = Array.from({ length: dayNumber(lastDay) - dayNumber(firstDay) + 1 }, (_, i) => dayText(dayNumber(firstDay) + i));
        const said = document.targetChanges?.[0]!.parts.flatMap((part) => Array.from({ length: dayNumber(part.lastDay) - dayNumber(part.firstDay) + 1 }, (_, i) => [dayText(dayNumber(part.firstDay) + i), part.kind === "target" ? Number(part.target) : null]));
        const each = all.map((day) => [day, targetOn(day, target) === null ? null : Number(targetOn(day, target))] as const);
        if (said === undefined) expect(new Set(each.map(([, on]) => on)).size).toBe(1);
        else expect(said).toEqual(each);
        expect(document.total.punctuality.call!.target).toBe(targetOn(lastDay, target));
      }),
      { numRuns: 50 },
    );
  });

  it("the longest period that can be given takes no time to look at", async () => {
    const { document } = await monthOf([version(terms(rising("2024-04-01", "0.80", "0.85")))], "1996-01-01", "9999-12-31");
    expect(shown(document)).toEqual(["call: no-target 1996-01-01..2024-03-31, 0.80 2024-04-01..2025-03-31, 0.85 2025-04-01..9999-12-31"]);
  });

  it("no period has none, and parts merged have those of the whole", async () => {
    const { rules, month, document } = await monthOf(twoVersions, "2026-03-30", "2026-04-02");
    expect(monthDocument(emptyMonth(rules, null), rules)).not.toHaveProperty("targetChanges");
    expect(monthDocument(mergeMonths(month, emptyMonth(rules, { firstDay: "2026-03-30", lastDay: "2026-04-02" })), rules).targetChanges).toEqual(document.targetChanges);
  });
});

describe("who says it", () => {
  const said = async (versions: readonly Version<Targets>[], firstDay: Day, lastDay: Day) => {
    const { rules, month, document } = await monthOf(versions, firstDay, lastDay);
    return { table: monthTable(document, rules, new Map()), page: textOf(monthPage(month, rules)), words: toText(explain(month, rules), 10_000) };
  };
  const changing = [version(terms("0.80", rising("2024-04-01", "0.70", "0.75")), { lastDay: "2025-12-31" }), version(terms("0.85", "0.75"), { firstDay: "2026-01-01" })];

  it("the table under the heading, in 80 columns", async () => {
    const { table } = await said(changing, "2025-03-01", "2026-01-31");
    expect(table).toContain(`
Punctuality, call calls (target 85 %)
the target changes within the period: 80 % to 2025-12-31, 85 % from 2026-01-01;
  all of the period is held against the last of them; --from and --to assess a
  part by itself
provider `);
    expect(table).toContain(`
Continuity of care (target 75 %)
the target changes within the period: 70 % to 2025-03-31, 75 % from 2025-04-01;
  all of the period is held against the last of them; --from and --to assess a
  part by itself
provider `);
  });

  it("the page at its head, in its cards and beside its drawings; the sentences beside the share", async () => {
    const { page, words } = await said(changing, "2025-03-01", "2026-01-31");
    const sentence = "The target changes within the period: 80 % to Wednesday 31 December 2025 and 85 % from Thursday 1 January 2026. All of the period is held against the last of them; to hold each part against its own, assess its days by themselves.";
    expect(page).toContain(`Call calls on time. ${sentence}`);
    expect(page).toContain("Continuity of care. The target changes within the period: 70 % to Monday 31 March 2025 and 75 % from Tuesday 1 April 2025.");
    expect(page).toContain("call calls on time; target 85\u00a0%, the last of the period: met");
    expect(page).toContain("Target 85 %, the last of the period. Met by 1 of 1 provider.");
    expect(words).toContain(`the target is 85 %: met.\n  One fewer on time would have missed it.\n  ${sentence}\n`);
  });

  it("of three parts the days of the middle one", async () => {
    const { table, words } = await said([version(terms(rising("2024-04-01", "0.80", "0.85", "0.90")))], "2024-06-01", "2026-04-30");
    expect(table.replaceAll("\n  ", " ")).toContain("80 % to 2025-03-31, 85 % from 2025-04-01 to 2026-03-31, 90 % from 2026-04-01;");
    expect(words).toContain("80 % to Monday 31 March 2025, 85 % from Tuesday 1 April 2025 to Tuesday 31 March 2026 and 90 % from Wednesday 1 April 2026.");
  });

  it("where the last part has no target, nothing is held against one", async () => {
    const ending = [version(terms({ ...rising("2025-04-01", "0.80"), afterwards: "none" }))];
    const { table, page, words } = await said(ending, "2026-03-01", "2026-04-30");
    expect(table.replaceAll("\n  ", " ")).toContain("(no target)\nthe target changes within the period: 80 % to 2026-03-31, none from 2026-04-01; no part of the period is held against any; --from and --to assess a part by itself\n");
    expect(page).toContain("The council sets no target on the last day of the period.");
    expect(words).toContain("80 % to Tuesday 31 March 2026 and none from Wednesday 1 April 2026. No part of the period is held against any;");
    const lapsed = await said([twoVersions[0]!], "2026-03-01", "2026-04-30");
    expect(lapsed.table.replaceAll("\n  ", " ")).toContain("80 % to 2026-03-31, none that can be determined from 2026-04-01; no part of the period is held against any;");
    expect(lapsed.words).toContain("80 % to Tuesday 31 March 2026 and none that can be determined from Wednesday 1 April 2026.");
  });

  it("how missed visits count, where that changes", async () => {
    const counted = [version(terms("0.80", null, "missed-count-as-late"), { lastDay: "2026-03-31" }), version(terms("0.80"), { firstDay: "2026-04-01" })];
    const { table, words } = await said(counted, "2026-03-01", "2026-04-30");
    expect(table.replaceAll("\n  ", " ")).toContain("80 % (missed visits counted as late) to 2026-03-31, 80 % (missed visits left out) from 2026-04-01; all of the period is counted and held against the last of them;");
    expect(words).toContain("80 % (missed visits left out) from Wednesday 1 April 2026. All of the period is counted and held against the last of them;");
  });

  it("nobody, where the target is one for all of the period", async () => {
    for (const text of Object.values(await said(twoVersions, "2026-04-01", "2026-04-30"))) expect(text).not.toMatch(/target changes|last of the/);
  });
});
