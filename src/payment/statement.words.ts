import type { StatementTerms } from "./statement.js";

/** Where part-pennies go. */
export const ROUNDING_SAYS: { readonly [R in StatementTerms["rounding"]]: string } = {
  "statement-half-up": "Part-pennies are kept; the provider's statement is rounded once, half a penny up.",
  "line-half-up": "Each line is rounded to the penny, half a penny up.",
  "line-half-even": "Each line is rounded to the penny, half a penny to the even penny.",
};

/** How much one statement holds. */
export const STATEMENT_PERIOD_SAYS: { readonly [P in StatementTerms["period"]]: string } = {
  "period-assessed": "One statement holds the period assessed.",
  "calendar-month": "One statement holds a calendar month.",
  "four-weeks": "One statement holds four weeks from the first day of the period.",
};
