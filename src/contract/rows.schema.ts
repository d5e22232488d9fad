import * as z from "zod";
import { shaped, wholeFrom } from "../shared/values.schema.js";
import type { Row } from "./rows.js";

/** One row of a table, from whole numbers to a whole number; `of` says of what, `becomes` what it comes to. */
export function rowOf(of: string, becomes: string): z.ZodType<Row, Row> {
  return shaped({
    from: wholeFrom(0).describe(`Least number of ${of} in this row, whole (included).`),
    to: z
      .union([wholeFrom(0), z.literal("open")], { error: 'a whole number from 0, or "open" for a row without an end' })
      .describe(`Greatest number of ${of} in this row, whole (included); "open" has no end.`),
    becomes: wholeFrom(0).describe(becomes),
  }).superRefine(({ from, to }, context) => {
    if (to !== "open" && to < from) context.addIssue({ code: "custom", path: ["to"], message: `${from} or more, the row's own "from"` });
  });
}
