import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type InForce, inForce, inForceOn, statedWithin } from "../../src/contract/clause.js";
import type { Authority } from "../../src/contract/source.js";
import { type Day, dayNumber, dayText } from "../../src/shared/day.js";

interface Term {
  readonly name: string;
  readonly firstDay: Day | "unstated";
  readonly lastDay: Day | "open" | "unstated";
  readonly authority: Authority;
}

const agreed = (name: string, firstDay: Term["firstDay"], lastDay: Term["lastDay"]): Term => ({ name, firstDay, lastDay, authority: "agreed" });

/** An answer in short: which versions apply, or the days next to it. */
function inShort(answer: InForce<Term>): string {
  switch (answer.kind) {
    case "in-force":
      return `${answer.version.name}${answer.unstated ? ", unstated" : ""}`;
    case "not-yet":
      return `not yet, from ${answer.firstDay}`;
    case "ended":
      return `ended ${answer.lastDay}`;
    case "gap":
      return `gap from ${answer.lastDay} to ${answer.firstDay}`;
    case "overlap":
      return `overlap of ${answer.versions.map(({ name }) => name).join(" and ")}`;
  }
}

const year = agreed("year", "2024-04-01", "2025-03-31");
const next = agreed("next", "2025-06-01", "open");
const early = agreed("early", "unstated", "2024-12-31");
const undated = agreed("undated", "unstated", "unstated");
const begun = agreed("begun", "2025-03-31", "unstated");

describe("which version is in force on a day, both days included", () => {
  it.each<readonly [string, Term[], Day, string]>([
    ["the day before the first", [year], "2024-03-31", "not yet, from 2024-04-01"],
    ["the first day", [year], "2024-04-01", "year"],
    ["the last day", [year], "2025-03-31", "year"],
    ["the day after the last", [year], "2025-04-01", "ended 2025-03-31"],
    ["the last day before a gap", [year, next], "2025-03-31", "year"],
    ["the first day of a gap", [year, next], "2025-04-01", "gap from 2025-03-31 to 2025-06-01"],
    ["the last day of a gap", [year, next], "2025-05-31", "gap from 2025-03-31 to 2025-06-01"],
    ["the first day after a gap", [year, next], "2025-06-01", "next"],
    ["far on in a version without an end", [year, next], "2099-12-31", "next"],
    ["long before the first of two", [next, year], "1996-01-01", "not yet, from 2024-04-01"],
    ["after the last of two", [year, agreed("later", "2025-06-01", "2025-06-30")], "2025-07-01", "ended 2025-06-30"],
    ["the last day before an overlap", [early, year], "2024-03-31", "early, unstated"],
    ["the first day of an overlap", [early, year], "2024-04-01", "overlap of early and year"],
    ["the last day of an overlap, in the order of the list", [year, early], "2024-12-31", "overlap of year and early"],
    ["the first day after an overlap", [early, year], "2025-01-01", "year"],
    ["an overlap of a single day", [year, begun], "2025-03-31", "overlap of year and begun"],
    ["the day after it", [year, begun], "2025-04-01", "begun, unstated"],
    ["the last day of an unstated beginning", [early], "2024-12-31", "early, unstated"],
    ["the day after it, with nothing more", [early], "2025-01-01", "ended 2024-12-31"],
    ["any day of a version without days", [undated], "1996-01-01", "undated, unstated"],
    ["any other day of it", [undated], "2100-01-01", "undated, unstated"],
    ["a version of one day, on it", [agreed("day", "2025-05-05", "2025-05-05")], "2025-05-05", "day"],
    ["versions that follow each other without a gap, on the last day of one", [year, agreed("following", "2025-04-01", "open")], "2025-03-31", "year"],
    ["versions that follow each other without a gap, on the first day of the other", [year, agreed("following", "2025-04-01", "open")], "2025-04-01", "following"],
    ["three versions at once", [year, early, undated], "2024-06-01", "overlap of year and early and undated"],
  ])("%s", (_when, versions, day, answer) => {
    expect(inShort(inForce(versions, day))).toBe(answer);
  });

  it("an open end is stated, an unstated one is not", () => {
    expect(inForce([agreed("a", "2025-01-01", "open")], "2026-01-01")).toMatchObject({ kind: "in-force", unstated: false });
    expect(inForce([agreed("a", "2025-01-01", "unstated")], "2026-01-01")).toMatchObject({ kind: "in-force", unstated: true });
    expect(inForce([agreed("a", "unstated", "open")], "2026-01-01")).toMatchObject({ kind: "in-force", unstated: true });
  });

  it("a day that is not one of the calendar is refused", () => {
    expect(() => inForce([year], "2024-02-30")).toThrow('dayNumber: the day must be a day of the calendar as YYYY-MM-DD, got "2024-02-30"');
    expect(() => inForce([agreed("a", "2024-02-30", "open")], "2024-03-01")).toThrow('got "2024-02-30"');
  });
});

describe("how far a version binds", () => {
  const of = (authority: Authority): Term => ({ name: authority, firstDay: "2025-01-01", lastDay: "open", authority });
  const all = [of("agreed"), of("trial"), of("recommended"), of("proposed")];

  it.each<readonly [Authority[] | undefined, string]>([
    [undefined, "overlap of agreed and trial"],
    [["agreed"], "agreed"],
    [["trial"], "trial"],
    [["recommended"], "recommended"],
    [["proposed"], "proposed"],
    [["agreed", "proposed"], "overlap of agreed and proposed"],
  ])("with %j named, %s", (authorities, answer) => {
    expect(inShort(inForce(all, "2025-06-01", authorities))).toBe(answer);
  });

  it("a version that does not bind leaves the day as if it were not there", () => {
    expect(inShort(inForce([{ ...year, authority: "proposed" }, next], "2024-06-01"))).toBe("not yet, from 2025-06-01");
    expect(inShort(inForce([year, { ...next, authority: "recommended" }], "2025-06-01"))).toBe("ended 2025-03-31");
  });

  it.each<readonly [Term[], Authority[] | undefined, string]>([
    [[], undefined, "inForce: expected at least one version that is agreed or trial, got none"],
    [[of("proposed")], undefined, "inForce: expected at least one version that is agreed or trial, got none"],
    [[year], ["recommended"], "inForce: expected at least one version that is recommended, got none"],
  ])("no version that binds is refused: there is no day to name", (versions, authorities, message) => {
    expect(() => inForce(versions, "2025-06-01", authorities)).toThrow(new RangeError(message));
  });
});

describe("any versions on any day", () => {
  const DAYS = 24;
  const START = dayNumber("2026-03-20");
  const version = fc
    .tuple(fc.option(fc.nat(DAYS)), fc.option(fc.nat(DAYS)), fc.boolean(), fc.constantFrom<Authority>("agreed", "trial", "recommended", "proposed"))
    .map(([a, b, open, authority]): Term => {
      const [first, last] = a !== null && b !== null && a > b ? [b, a] : [a, b];
      return { name: `${first} to ${last}`, firstDay: first === null ? "unstated" : dayText(START + first), lastDay: last === null ? (open ? "open" : "unstated") : dayText(START + last), authority };
    });
  const authorities = fc.uniqueArray(fc.constantFrom<Authority>("agreed", "trial", "recommended", "proposed"), { minLength: 1 });

  /** Text of days compares as the days do. */
  const applies = ({ firstDay, lastDay }: Term, day: Day): boolean => (firstDay === "unstated" || firstDay <= day) && (lastDay === "unstated" || lastDay === "open" || day <= lastDay);

  /** The answer found by looking at one day after another, far enough on both sides. */
  function slowly(versions: readonly Term[], day: number): InForce<Term> {
    const on = (other: number): Term[] => versions.filter((one) => applies(one, dayText(other)));
    const [version, ...others] = on(day);
    if (version !== undefined && others.length > 0) return { kind: "overlap", versions: [version, ...others] };
    if (version !== undefined) return { kind: "in-force", version, unstated: [version.firstDay, version.lastDay].includes("unstated") };
    const days = Array.from({ length: 3 * DAYS }, (_, i) => i + 1);
    const before = days.map((back) => day - back).find((other) => on(other).length > 0);
    const after = days.map((on) => day + on).find((other) => on(other).length > 0);
    if (before === undefined) return { kind: "not-yet", firstDay: dayText(after!) };
    if (after === undefined) return { kind: "ended", lastDay: dayText(before) };
    return { kind: "gap", lastDay: dayText(before), firstDay: dayText(after) };
  }

  it("get the one answer that looking day by day finds", () => {
    fc.assert(
      fc.property(fc.array(version, { minLength: 1, maxLength: 4 }), authorities, fc.integer({ min: -2, max: DAYS + 2 }), (versions, binding, offset) => {
        const bound = versions.filter(({ authority }) => binding.includes(authority));
        fc.pre(bound.length > 0);
        expect(inForceOn(versions, START + offset, binding)).toEqual(slowly(bound, START + offset));
        expect(inForce(versions, dayText(START + offset), binding)).toEqual(slowly(bound, START + offset));
      }),
      { numRuns: 1000 },
    );
  });
});

describe("unstated days taken to be the caller's", () => {
  const terms = { source: { document: "d", published: "undated", clause: "1", quote: "q" }, readings: {} };
  const limited = (firstDay: Term["firstDay"], lastDay: Term["lastDay"]) => statedWithin({ versions: [{ ...agreed("a", firstDay, lastDay), ...terms }] }, "2026-01-01", "2026-12-31").versions[0]!;

  it.each<readonly [Term["firstDay"], Term["lastDay"], Day, Term["lastDay"]]>([
    ["unstated", "unstated", "2026-01-01", "2026-12-31"],
    ["2026-02-01", "unstated", "2026-02-01", "2026-12-31"],
    ["unstated", "open", "2026-01-01", "open"],
    ["2026-02-01", "2026-03-01", "2026-02-01", "2026-03-01"],
  ])("from %s to %s they are from %s to %s", (firstDay, lastDay, first, last) => {
    expect(limited(firstDay, lastDay)).toMatchObject({ name: "a", firstDay: first, lastDay: last, authority: "agreed" });
  });

  it.each<readonly [Day, string]>([
    ["2025-12-31", "not yet, from 2026-01-01"],
    ["2026-01-01", "a"],
    ["2026-12-31", "a"],
    ["2027-01-01", "ended 2026-12-31"],
  ])("so on %s: %s", (day, answer) => {
    expect(inShort(inForce([limited("unstated", "unstated")], day))).toBe(answer);
  });
});
