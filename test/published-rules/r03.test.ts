import { expect, it } from "vitest";
import { clause, paid, payingCouncil, visit } from "./paying-council.js";

// R3: by the exact minute: 37 minutes at £14.88 an hour is £9.176 before any rounding to the penny.
const rates = { rate: clause({ kind: "one-rate", hourly: "14.88", hours: "every" } as const) };
const council = payingCouncil("exact-minute-council", rates);

it("R3: 37 minutes at £14.88 an hour is £9.176 before any rounding", () => {
  expect(paid(council, visit("2026-03-16", "09:00-10:00", ["09:00-09:37"]))).toEqual({ minutes: 37, pounds: "9.176" });
});

it.each([
  ["09:00-09:36", 36, "8.928"],
  ["09:00-09:38", 38, "9.424"],
  ["09:00:00-09:37:59", 37, "9.176"],
  ["09:00-10:00", 60, "14.88"],
])("R3: %s pays %i minutes, £%s", (log, minutes, pounds) => {
  expect(paid(council, visit("2026-03-16", "09:00-10:00", [log]))).toEqual({ minutes, pounds });
});

it("R3: rounded to the penny where the terms round lines", () => {
  const rounding = payingCouncil("exact-minute-rounded-line-council", { ...rates, statement: clause({ rounding: "line-half-up", period: "period-assessed" }) });
  expect(paid(rounding, visit("2026-03-16", "09:00-10:00", ["09:00-09:37"])).pounds).toBe("9.18");
});
