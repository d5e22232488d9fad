import { describe, expect, it } from "vitest";
import { type PaidMinutesTerms, gapsOf, holesIn, leicester, nextBand, paidMinutesFor, withReading } from "../../src/index.js";
import { UNANSWERED, lookUp, paidMinutesTable } from "../../src/payment/paid-minutes-table.js";

const DAY = 1440;
const literal = leicester.paidMinutes.versions[0]!;

interface Combination {
  readonly exactly56: "hour" | "forty-five" | "unpaid";
  readonly beyond: "steps" | "cap" | "whole-hours";
  readonly zero: "first-row" | "unpaid";
}

const combinations: Combination[] = (["hour", "forty-five", "unpaid"] as const).flatMap((exactly56) =>
  (["steps", "cap", "whole-hours"] as const).flatMap((beyond) => (["first-row", "unpaid"] as const).map((zero) => ({ exactly56, beyond, zero }))),
);

function termsOf({ exactly56, beyond, zero }: Combination): PaidMinutesTerms {
  const council = withReading(withReading(withReading(leicester, "exactly-56", exactly56), "beyond-the-hour", beyond), "zero-minutes", zero);
  return council.paidMinutes.versions[0]!;
}

/** What the text says, as a person would look it up: "up to 25 minutes pays 15; 26 to 40 pays 30; 41 to 55 pays 45; over 56 pays an hour". */
function saysTheText(minutes: number, { exactly56, beyond, zero }: Combination): number {
  if (minutes === 0) return zero === "unpaid" ? 0 : 15;
  if (beyond === "whole-hours" && minutes >= 60) {
    const rest = minutes % 60;
    return minutes - rest + (rest === 0 ? 0 : saysTheText(rest, { exactly56, beyond, zero }));
  }
  if (minutes <= 25) return 15;
  if (minutes <= 40) return 30;
  if (minutes <= 55) return 45;
  if (minutes === 56) return { hour: 60, "forty-five": 45, unpaid: 0 }[exactly56];
  if (beyond === "cap") return 60;
  let paid = 60;
  for (let last = 70; last < minutes; last += 15) paid += 15; // 56 to 70 pays 60, 71 to 85 pays 75, ...
  return paid;
}

const minutesPaid = (minutes: number, terms: PaidMinutesTerms): number | null => {
  const band = paidMinutesFor(minutes, terms);
  return band.kind === "paid" ? band.minutesPaid : band.kind === "pays-nothing" ? 0 : null;
};

const walk = (to = DAY): number[] => Array.from({ length: to + 1 }, (_, minutes) => minutes);

describe.each(combinations)("every whole minute of a day, exactly 56: $exactly56, beyond: $beyond, 0 minutes: $zero", (combination) => {
  const terms = termsOf(combination);
  const said = walk(2 * DAY + 1).map((minutes) => saysTheText(minutes, combination));

  it("is paid as the text says, one by one and from the table, and past the table's end", () => {
    const table = paidMinutesTable(terms);
    expect(walk().map((minutes) => minutesPaid(minutes, terms))).toEqual(said.slice(0, DAY + 1));
    expect(walk(2 * DAY).map((minutes) => lookUp(minutes, table))).toEqual(said.slice(0, 2 * DAY + 1));
    expect(table.byMinute).toHaveLength(DAY + 1);
  });

  it("is never paid less than a shorter one, but for 56 where it is unpaid as literally written", () => {
    const paid = walk().map((minutes) => minutesPaid(minutes, terms)!);
    const falls = walk().filter((minutes) => minutes > 0 && paid[minutes]! < paid[minutes - 1]!);
    const holes = combination.beyond === "whole-hours" ? walk().filter((minutes) => minutes % 60 === 56) : [56];
    expect(falls).toEqual(combination.exactly56 === "unpaid" ? holes : []);
    expect(holesIn(terms)).toEqual([]);
  });

  it("stands in the row it is paid by, and everything in that row is paid the same", () => {
    const wrong = walk(200).filter((minutes) => {
      const band = paidMinutesFor(minutes, terms);
      if (band.kind !== "paid") return band.kind !== "pays-nothing" || said[minutes] !== 0;
      const { from, to, becomes } = band.row;
      const inIt = walk(to === "open" ? DAY : to).slice(from === 0 && combination.zero === "unpaid" ? 1 : from);
      return !inIt.includes(minutes) || inIt.some((other) => said[other] !== becomes);
    });
    expect(wrong).toEqual([]);
  });

  it("names the next length paid otherwise as trying minute after minute finds it", () => {
    // The cap pays every longer call the same: looking a day ahead from each of them is slow, and says the same.
    const lengths = combination.beyond === "cap" ? [...walk(58), DAY] : walk();
    const tried = lengths.map((minutes) => {
      for (let more = 1; more <= DAY; more++) if (said[minutes + more] !== said[minutes]) return { inMinutes: more, minutesPaid: said[minutes + more] };
      return null;
    });
    expect(lengths.map((minutes) => nextBand(minutes, terms))).toEqual(tried);
  });
});

describe("the rows as written, without a reading for what they leave out", () => {
  const unfilled = { ...literal, filling: [] };

  it("every minute of a day pays or names its hole: exactly 56 is the only one, and so the shortest witness", () => {
    const holes = walk().filter((minutes) => paidMinutesFor(minutes, unfilled).kind !== "paid");
    expect(holes).toEqual([56]);
    expect(paidMinutesFor(56, unfilled)).toEqual({ kind: "hole", gap: { from: 56, to: 56 } });
    expect(gapsOf(literal.rows)[0]!.from).toBe(holes[0]);
    expect(holesIn(unfilled)).toEqual([{ from: 56, to: 56 }]);
  });

  it.each(["steps", "cap", "whole-hours"] as const)("56 has no answer in the table either, beyond read as %s", (beyond) => {
    const terms = { ...termsOf({ exactly56: "hour", beyond, zero: "first-row" }), filling: [] };
    const table = paidMinutesTable(terms);
    expect(walk(80).filter((minutes) => lookUp(minutes, table) === UNANSWERED)).toEqual([56]);
    expect(holesIn(terms)).toEqual([{ from: 56, to: 56 }]);
  });

  it("whole hours: the hole comes again in the rest of every hour, with its own minutes", () => {
    const terms = { ...termsOf({ exactly56: "hour", beyond: "whole-hours", zero: "first-row" }), filling: [] };
    expect(walk().filter((minutes) => minutesPaid(minutes, terms) === null)).toEqual(walk().filter((minutes) => minutes % 60 === 56));
    expect(paidMinutesFor(116, terms)).toEqual({ kind: "hole", gap: { from: 116, to: 116 } });
  });

  it("one minute short of the hole, what comes next has no row", () => {
    expect(nextBand(55, unfilled)).toEqual({ inMinutes: 1, minutesPaid: null });
    expect(nextBand(56, unfilled)).toEqual({ inMinutes: 1, minutesPaid: 60 });
  });
});
