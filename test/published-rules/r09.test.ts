import { expect, it } from "vitest";
import { ACTUAL, assessed, payingCouncil, version, visit } from "./paying-council.js";

// R9: from a day on, both carers of a two-carer visit are charged; before it, one (15 April 2018).
const council = payingCouncil("both-carers-from-a-day-council", {
  basis: {
    versions: [
      version({ ...ACTUAL, mostCarers: 1 } as const, { lastDay: "2018-04-14" }),
      version(ACTUAL, { firstDay: "2018-04-15" }),
    ],
  },
});

it.each([
  ["2018-04-14", 60, "12.00"],
  ["2018-04-15", 120, "24.00"],
] as const)("R9: a two-carer visit on %s counts %i minutes, £%s", (day, minutes, pounds) => {
  const two = assessed(council, visit(day, "09:00-10:00", ["09:00-10:00", "09:00-10:00"], { carersRequired: 2 }));
  expect(two.payment).toMatchObject({ minutesPaid: minutes, amount: pounds });
});

it("R9: the carer who is not counted stands in the lines with the reason", () => {
  const { lines } = assessed(council, visit("2018-04-14", "09:00-10:00", ["09:00-10:00", "09:05-10:00"], { carersRequired: 2 })).payment;
  expect(lines).toMatchObject([{ kind: "paid", carer: "C1" }, { kind: "unpaid", carer: "C2", reason: "surplus-carer" }]);
});

it("R9: a visit for one carer is the same on both days", () => {
  for (const day of ["2018-04-14", "2018-04-15"] as const) expect(assessed(council, visit(day, "09:00-10:00", ["09:00-10:00"])).payment.minutesPaid).toBe(60);
});
