import type { Clause } from "../contract/clause.js";
import type { Document } from "../contract/source.js";
import type { TimeBankTerms } from "../time-bank/terms.js";

const scrutiny: Document = {
  document: "Leicester City Council, scrutiny minutes, Future of domiciliary care",
  published: "undated, before October 2023",
};

/**
 * Leicester's time banking, to be tried with a number of providers. The minutes give no number and no rule, so each term is
 * unstated until somebody states it, and no balance can be determined before.
 *
 * @example
 * ```ts
 * const { versions } = leicesterTimeBank;
 * versions[0]!.authority; // => "trial"
 * timeBank({ firstDay: "2026-04-01", lastDay: "2026-04-30", entries: [], planned: [] }, versions[0]!);
 * // => { kind: "cannot-be-determined", unstated: ["period", "carryOver", "capShare", "capHours", "overCap", "ahead"] }
 * ```
 */
export const leicesterTimeBank: Clause<TimeBankTerms> = {
  versions: [
    {
      firstDay: "unstated",
      lastDay: "unstated",
      authority: "trial",
      source: {
        ...scrutiny,
        clause: "Future of domiciliary care, in response to questions from Members",
        quote: "Providers were enthusiastic about piloting time banking; therefore it would be trailed in a number of providers. Concerns had been raised around recording of hours under time banking.",
      },
      alsoSee: [
        {
          ...scrutiny,
          clause: "Future of domiciliary care, as presented",
          quote: "Enhancements set out included the suggestion for time banking so that more flexibility would be possible",
        },
        { ...scrutiny, clause: "Future of domiciliary care, in response to questions from Members", quote: "The Council had been in-touch with another Authority who used time banking." },
      ],
      period: "unstated",
      carryOver: "unstated",
      capShare: "unstated",
      capHours: "unstated",
      overCap: "unstated",
      ahead: "unstated",
      readings: {
        period: {
          silent: "The minutes do not say in which period banked time is to be used.",
          adopted: "unstated",
          choices: {
            unstated: { says: "The period is not stated: no balance can be determined.", set: { period: "unstated" } },
            "calendar-month": { says: "In the calendar month.", set: { period: "calendar-month" } },
            days: { says: "In so many days, counted from the first day of the account.", set: {}, asks: { field: "period", for: "the days in a period, as a whole number" } },
            "no-end": { says: "At any time.", set: { period: "no-end" } },
          },
        },
        "carry-over": {
          silent: "The minutes do not say what becomes of time that is still banked when a period ends.",
          adopted: "unstated",
          choices: {
            unstated: { says: "What becomes of it is not stated: no balance can be determined.", set: { carryOver: "unstated" } },
            all: { says: "All of it is carried on.", set: { carryOver: "all" } },
            nothing: { says: "Time still banked when a period ends lapses.", set: { carryOver: "nothing" } },
            "some-minutes": { says: "So many minutes are carried on, and the rest lapses.", set: {}, asks: { field: "carryOver", for: "the most minutes carried on, as a whole number" } },
          },
        },
        "cap-share": {
          silent: "The minutes do not say how much of the planned time may be banked.",
          adopted: "unstated",
          choices: {
            unstated: { says: "The share is not stated: no balance can be determined.", set: { capShare: "unstated" } },
            "no-cap": { says: "Any share of it.", set: { capShare: "no-cap" } },
            share: { says: "A share of the minutes planned in the period.", set: {}, asks: { field: "capShare", for: "the share, as decimal text from 0 to 1" } },
          },
        },
        "cap-hours": {
          silent: "The minutes do not say how many hours may be banked.",
          adopted: "unstated",
          choices: {
            unstated: { says: "The number of hours is not stated: no balance can be determined.", set: { capHours: "unstated" } },
            "no-cap": { says: "Any number.", set: { capHours: "no-cap" } },
            hours: { says: "So many hours at most; of this and a share of the planned time, the lower counts.", set: {}, asks: { field: "capHours", for: "the hours, as decimal text" } },
          },
        },
        "over-the-cap": {
          silent: "The minutes do not say what becomes of time above a cap.",
          adopted: "unstated",
          choices: {
            unstated: { says: "What becomes of it is not stated: no balance can be determined.", set: { overCap: "unstated" } },
            refused: { says: "A deposit that goes over it is refused.", set: { overCap: "refused" } },
            "up-to-the-cap": { says: "Time is banked up to the cap, and the rest is refused.", set: { overCap: "up-to-the-cap" } },
          },
        },
        "taken-ahead": {
          silent: "The minutes do not say whether time may be used before it is banked.",
          adopted: "unstated",
          choices: {
            unstated: { says: "Whether it may is not stated: no balance can be determined.", set: { ahead: "unstated" } },
            refused: { says: "Time may not be used before it is banked.", set: { ahead: "refused" } },
            allowed: { says: "Time may be used before it is banked, without a limit.", set: { ahead: "allowed" } },
            "some-minutes": { says: "Time may be used before it is banked, up to so many minutes.", set: {}, asks: { field: "ahead", for: "the most minutes taken ahead, as a whole number" } },
          },
        },
      },
    },
  ],
};
