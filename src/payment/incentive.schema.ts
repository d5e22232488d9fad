import * as z from "zod";
import { decimal, shaped, text } from "../shared/values.schema.js";
import type { Incentive, IncentiveTerms } from "./incentive.js";
import { placeConditions } from "./rate-conditions.schema.js";

const oneIncentive = shaped({
  name: text.describe("A name of its own, in the council's words."),
  when: placeConditions.describe("For which visits; every condition named must hold. {}: for every visit."),
  for: z.enum(["hour", "visit", "package"]).describe("Added for each hour paid, in proportion; once for a visit; or once for a package, on its first visit."),
  pounds: decimal.describe("Pounds, as decimal text."),
}) satisfies z.ZodType<Incentive, Incentive>;

/** What is paid on top of the rate between two days. */
export const incentive = shaped({
  incentives: z.array(oneIncentive, { error: "a list of incentives" }).min(1, { error: "a list with at least one incentive" }).describe("What is added to visits that carers attended and that are paid. A window extended later is a second version of the clause."),
}) satisfies z.ZodType<IncentiveTerms, IncentiveTerms>;
