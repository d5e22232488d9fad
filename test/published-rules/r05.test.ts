import { expect, it } from "vitest";
import { clause, paid, payingCouncil, visit } from "./paying-council.js";

// R5: "per hour or part thereof" read literally: 1 minute pays 60, 60 pays 60, 61 pays 120.
const literally = (zeroMinutes: "a-unit" | "unpaid") => payingCouncil("hour-or-part-council", { paidMinutes: clause({ kind: "unit-or-part", partMinutes: "dropped", unit: 60, zeroMinutes } as const) });

it.each([
  ["09:00-09:01", 60],
  ["09:00-10:00", 60],
  ["09:00-10:01", 120],
  ["09:00-11:00", 120],
  ["09:00-11:01", 180],
])("R5: %s pays %i", (log, minutes) => {
  expect(paid(literally("unpaid"), visit("2026-03-16", "09:00-10:00", [log])).minutes).toBe(minutes);
});

it("R5: less than a minute is a part of an hour, or not: the council chooses", () => {
  const moment = visit("2026-03-16", "09:00-10:00", ["09:00:00-09:00:59"]);
  expect(paid(literally("a-unit"), moment).minutes).toBe(60);
  expect(paid(literally("unpaid"), moment).minutes).toBe(0);
});

it("R5: 60:30 is past the hour when part-minutes count", () => {
  const up = payingCouncil("hour-or-part-up-council", { paidMinutes: clause({ kind: "unit-or-part", partMinutes: "up", unit: 60, zeroMinutes: "unpaid" } as const) });
  expect(paid(up, visit("2026-03-16", "09:00-10:00", ["09:00:00-10:00:30"])).minutes).toBe(120);
});
