import type { Nation } from "../shared/bank-holidays.js";
import { compactJson } from "./compact-json.js";

/** What stands for the words of the contract until they are copied. */
export const TEMPLATE_QUOTE = "Copy the words of the contract here, to the letter.";

/** What stands for what a contract leaves open until somebody has looked. */
export const TEMPLATE_SILENCE = "Nobody has looked yet whether the contract says when a call for two carers starts.";

/**
 * A council's file to begin with: every clause that assessing visits needs, with comments that say what to put in. It is
 * sound as it stands; its numbers are nobody's, so each clause is `proposed` and binds nobody until it says `agreed`.
 *
 * @example
 * ```ts
 * const parsed = parseCouncil(newCouncil("Rivermouth Council"));
 * parsed.kind === "council" && parsed.council.id; // => "rivermouth-council"
 * parsed.kind === "council" && parsed.cannot[0]!.reason; // => "nothing-agreed"
 * ```
 */
export function newCouncil(name: string, nation: Nation = "england-and-wales"): string {
  const slug = name.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
  return `${compactJson({
    $schema: "./node_modules/homecare-rules/dist/council.schema.json",
    $comment: [
      "A council's home-care contract. Take one clause after another: copy the words of the contract into quote, put in what",
      'they say, and write "agreed" for "proposed". Until then a clause binds nobody, and its numbers are examples.',
      "homecare-rules council check says what is wrong and what is still wanting. Comments like this one change nothing.",
    ],
    id: slug === "" ? "my-council" : slug,
    name,
    nation,
    callTypes: ["standard", "critical"],
    punctuality: proposed("When is a call on time? Minutes early and late by call type, included; null: not tested.", {
      callTypes: { standard: { early: 15, late: 15 }, critical: { early: 15, late: 15 } },
      arrival: "together",
      tooFewCarers: "not-assessable",
      readings: {
        $comment: "Where the contract is silent, say so: what you take it to mean, and what else it could mean.",
        arrival: {
          silent: TEMPLATE_SILENCE,
          adopted: "together",
          choices: {
            together: { says: "When both are there.", set: { arrival: "together" } },
            "first-carer": { says: "When the first of them is there.", set: { arrival: "first-carer" } },
          },
        },
      },
    }),
    targets: proposed('Which share of calls is to be on time, and of continuity windows within the standard? "0.90" is 90 %; null: no target.', {
      punctuality: { standard: null, critical: null },
      continuity: null,
      punctualityBase: "assessable",
    }),
    attendance: proposed("What is a visit that nobody attended? Every outcome has its answer.", {
      outcomes: {
        "no-access": "excused",
        hospital: "excused",
        "cancelled-by-person": "excused",
        "cancelled-by-council": "not-required",
        "provider-failure": "missed",
        refused: "excused",
        aborted: "excused",
        frustrated: "excused",
        suspended: "not-required",
        other: "undetermined",
      },
      unexplained: "missed",
      notCompleted: ["no-access", "refused", "aborted", "frustrated"],
      notCompletedPays: "time-there",
      missedThreshold: { kind: "none" },
    }),
    paidMinutes: proposed("How many minutes are paid for the time there? Kinds: rows, increments, unit-or-part, complete-units, exact-minutes.", {
      kind: "increments",
      partMinutes: "nearest",
      minutes: 15,
      round: "nearest-half-up",
    }),
    basis: proposed("Whose time is paid: actual or planned, each carer's or the visit's?", {
      basis: "actual",
      per: "attendance",
      sameCarer: "joined",
      surplusCarers: "earliest",
      most: "no-limit",
      undelivered: "nothing",
    }),
    rate: proposed("What is an hour paid? Kinds: one-rate, bands (by service, day, hour, place or carers).", { kind: "one-rate", hourly: "0.00", hours: "every" }),
    statement: proposed("Where is money rounded, and how much of it does one statement hold?", { rounding: "statement-half-up", period: "period-assessed" }),
    continuity: proposed("How many carers may a person have? Kinds: linear, table, maximum, share, and measure, which asks nothing.", {
      kind: "measure",
      doubleHanded: "one-visit",
      days: 14,
      step: 7,
      anchor: "mondays",
      received: "attended",
      scope: "service-user-and-provider",
      shareOf: "windows",
    }),
  })}\n`;
}

function proposed(comment: string, { readings = {}, ...terms }: { readonly readings?: object; readonly [field: string]: unknown }): object {
  const source = { document: "The contract", published: "undated", clause: "1", quote: TEMPLATE_QUOTE };
  return { $comment: comment, versions: [{ firstDay: "unstated", lastDay: "unstated", authority: "proposed", source, ...terms, readings }] };
}
