import * as z from "zod";
import { shaped } from "../shared/values.schema.js";
import { OUTCOMES, type Outcome } from "./outcome.js";

/** What an export can record of a visit that did not go to plan. */
export const outcome = z.enum(OUTCOMES);

const SAYS: { readonly [O in Outcome]: string } = {
  "no-access": "Nobody let the carer in.",
  hospital: "The person was in hospital.",
  "cancelled-by-person": "The person cancelled it.",
  "cancelled-by-council": "The council cancelled it.",
  "provider-failure": "The provider failed to come.",
  refused: "The person refused it.",
  aborted: "It was begun and stopped.",
  frustrated: "A carer came and was turned away.",
  suspended: "The package was suspended.",
  other: "Another reason was recorded.",
};

/** One value for every outcome: none may be left out. */
export function byOutcome<Value extends z.ZodType>(value: Value): z.ZodObject<{ [O in Outcome]: Value }, z.core.$strict> {
  return shaped(Object.fromEntries(OUTCOMES.map((name) => [name, value.describe(SAYS[name])])) as { [O in Outcome]: Value });
}
