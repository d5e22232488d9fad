import * as z from "zod";
import { attendance } from "../assessment/attendance.schema.js";
import { visitLength } from "../assessment/length.schema.js";
import { punctuality } from "../assessment/punctuality.schema.js";
import { continuity } from "../continuity/terms.schema.js";
import { clauseOf } from "../contract/clause.schema.js";
import { basis } from "../payment/basis.schema.js";
import { contribution } from "../payment/contribution.schema.js";
import { incentive } from "../payment/incentive.schema.js";
import { paidMinutes } from "../payment/paid-minutes.schema.js";
import { rate } from "../payment/rate.schema.js";
import { statement } from "../payment/statement.schema.js";
import { undelivered } from "../payment/undelivered.schema.js";
import { capture } from "../performance/capture.schema.js";
import { performanceEffects } from "../performance/effect.schema.js";
import { scorecard } from "../performance/scorecard.schema.js";
import { targets } from "../performance/standing.schema.js";
import type { AnyClauseName, Clauses, Council } from "../rules/council.js";
import { shaped, slug, text } from "../shared/values.schema.js";
import { timeBank } from "../time-bank/terms.schema.js";

/** The clauses of a contract, in the order in which results name their readings. */
const CLAUSES = {
  punctuality: clauseOf(punctuality, "When a call is on time, by call type, and whose arrival counts.").exactOptional(),
  targets: clauseOf(targets, "The share of punctual calls and of continuity windows that a provider is to reach.").exactOptional(),
  attendance: clauseOf(attendance, "What a visit is that nobody attended, or that was begun and not completed.").exactOptional(),
  paidMinutes: clauseOf(paidMinutes, "From the time a carer was there to the minutes paid for it.").exactOptional(),
  basis: clauseOf(basis, "Whose time is paid: actual or planned, each carer's or the visit's, and what becomes of a visit nobody attended.").exactOptional(),
  rate: clauseOf(rate, "What paid time costs: one rate, or bands of rates.").exactOptional(),
  statement: clauseOf(statement, "Where money is rounded, and how much of it one statement holds.").exactOptional(),
  continuity: clauseOf(continuity, "How many different carers a service user may have in a window of days.").exactOptional(),
  undelivered: clauseOf(undelivered, 'What a visit that did not go to plan is paid, outcome by outcome. Only where basis.undelivered is "by-outcome".').exactOptional(),
  incentive: clauseOf(incentive, "What is paid on top of the rate.").exactOptional(),
  contribution: clauseOf(contribution, "What a person pays for their own care: the cost of it, at most what they were assessed to be able to pay.").exactOptional(),
  visitLength: clauseOf(visitLength, "How long visits are to be planned for.").exactOptional(),
  performanceEffects: clauseOf(performanceEffects, "What each thing that can happen to a visit counts for performance. It says nothing of what is paid.").exactOptional(),
  scorecard: clauseOf(scorecard, "Several measures weighed into one score from 0 to 1, and the grade it earns.").exactOptional(),
  capture: clauseOf(capture, "Which logs count as electronic, and what the share of them is of.").exactOptional(),
  timeBank: clauseOf(timeBank, "How planned time that was not used may be used later.").exactOptional(),
} satisfies { readonly [C in AnyClauseName]-?: z.ZodType };

const clauses = shaped(CLAUSES) satisfies z.ZodType<Clauses, Clauses>;

const nation = z.enum(["england-and-wales", "scotland", "northern-ireland"]);

/** A council's contract as data. */
export const councilSchema = shaped({
  id: slug.describe('A stable id of small letters and hyphens: "my-council".'),
  name: text.describe("The council's name as a person would write it."),
  nation: nation.describe("Whose bank holidays and regulators apply."),
  callTypes: z
    .array(text, { error: "a list of call types" })
    .min(1, { error: "a list with at least one call type" })
    .describe('The council\'s call types, in the order it names them: the values of "priority" in its exports.'),
  ...CLAUSES,
  contracts: z
    .record(slug, clauses, { error: "an object of contracts by their names" })
    .exactOptional()
    .describe("Contracts of the council whose clauses differ from its own, by their names. What a contract leaves out is the council's."),
  charge: clauses.exactOptional().describe("What the person is charged, where the council charges: a rule set of its own beside pay. Nothing that says what the provider is paid is handed down."),
}) satisfies z.ZodType<Council, Council>;
