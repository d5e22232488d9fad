import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { bankHolidays } from "../../src/shared/bank-holidays-data.js";

it("the bank holidays are those that GOV.UK publishes, to the letter", () => {
  expect(bankHolidays).toEqual(JSON.parse(readFileSync("../shared/bank-holidays/bank-holidays.json", "utf8")));
});
