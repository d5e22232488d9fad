import * as z from "zod";
import { shaped, text } from "../shared/values.schema.js";
import type { Authority, Source } from "./source.js";

/** Where a clause stands and what it says there. */
export const source = shaped({
  document: text.describe("What the document is called, as a person would cite it."),
  published: text.describe('When it was published, in words; "undated" when the document does not say.'),
  clause: text.describe('The clause, question or paragraph: "Q11, Q13".'),
  quote: text.describe("The words themselves, to the letter."),
}) satisfies z.ZodType<Source, Source>;

/** How far a clause binds. */
export const authority = z.enum(["agreed", "trial", "recommended", "proposed"]) satisfies z.ZodType<Authority, Authority>;
