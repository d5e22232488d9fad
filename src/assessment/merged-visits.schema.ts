import * as z from "zod";
import { shaped } from "../shared/values.schema.js";
import type { MergedTerms } from "./merged-visits.js";

const becomes = z.enum(["delivered", "excused", "not-required", "missed"]);

/** What becomes of two planned visits done in one attendance. */
export const mergedVisits = shaped({
  doneInAnother: shaped({
    agreed: becomes.describe("The visit without logs of its own, where the council agreed to it."),
    notAgreed: becomes.describe("And where the council did not. The same: agreement does not matter."),
  }).describe("What the visit without logs of its own becomes."),
  holdsAnother: z.enum(["by-its-own-plan", "punctuality-not-assessed"]).describe("Is the visit with the logs judged by its own plan, or its punctuality not at all?"),
}) satisfies z.ZodType<MergedTerms, MergedTerms>;
