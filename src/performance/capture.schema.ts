import * as z from "zod";
import { CAPTURE_METHODS } from "../ecm/columns.js";
import { shaped } from "../shared/values.schema.js";
import type { CaptureTerms } from "./capture.js";

/** Which logs count as electronic, and what the share of them is of. */
export const capture = shaped({
  electronic: z.array(z.enum(CAPTURE_METHODS), { error: "a list of capture methods" }).min(1, { error: "a list with at least one capture method" }).describe("The capture methods that are electronic; the others are not."),
  of: z.enum(["attendances", "visits"]).describe("The share is of attendances; or of visits, and a visit is electronic when every log of it is."),
  notGiven: z.enum(["unknown", "not-electronic", "left-out"]).describe("A log whose method is not given: nobody knows; it counts as not electronic; or it is left out."),
}) satisfies z.ZodType<CaptureTerms, CaptureTerms>;
