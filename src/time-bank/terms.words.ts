import { exactText, fraction } from "../shared/exact.js";
import { counted, exactly, percentWords } from "../shared/words.js";
import type { TimeBankTerms } from "./terms.js";

/** What each term is about, to follow "how": for what nobody has stated. */
export const TERM_ASKS: { readonly [F in keyof TimeBankTerms]: string } = {
  period: "how long a period is",
  carryOver: "how much is carried into the next period",
  capShare: "which share of the planned time may be banked at most",
  capHours: "how many hours may be banked at most",
  overCap: "what becomes of a deposit over the cap",
  ahead: "whether time may be used before it is banked",
};

/** What a term of a time bank says, in a sentence. */
export const TERM_SAYS: { readonly [F in keyof TimeBankTerms]: (value: string) => string } = {
  period: (value) => (value === "calendar-month" ? "A period is a calendar month." : value === "no-end" ? "The period has no end." : `A period is ${counted(Number(value), "day")}.`),
  carryOver: (value) => (value === "all" ? "All that is banked is carried into the next period." : value === "nothing" ? "What is banked lapses when a period ends." : `${counted(Number(value), "minute")} at most ${value === "1" ? "is" : "are"} carried into the next period; the rest lapses.`),
  capShare: (value) => (value === "no-cap" ? "No share of the planned time is a cap." : `No more may be banked than ${percentWords(value)} of the time planned in the period.`),
  capHours: (value) => (value === "no-cap" ? "No number of hours is a cap." : `No more may be banked than ${exactly(exactText(fraction(value, "capHours"), 0), "hour")}.`),
  overCap: (value) => (value === "refused" ? "A deposit over the cap is refused." : "A deposit over the cap is taken up to it, and the rest is refused."),
  ahead: (value) => (value === "allowed" ? "Time may be used before it is banked." : value === "refused" ? "Time is not to be used before it is banked." : `${counted(Number(value), "minute")} may be used before being banked.`),
};
