import { exactText, fraction } from "../shared/exact.js";
import { compare, minus } from "../shared/fractions.js";
import { everyKindSaid, poundsWords, withSource } from "../shared/words.js";
import type { PriceAnswer, PriceTerms } from "./price.js";

/** Is an hourly price within the limits, and how far from the nearest? */
export function priceWords(answer: PriceAnswer, price: string, { floor, ceiling }: Pick<PriceTerms, "floor" | "ceiling">, source: string | null): string[] {
  const asked = `${poundsWords(price)} an hour`;
  switch (answer.kind) {
    case "within":
      return [withSource(`${asked} is within the limits.`, source), ...(floor === null ? [] : [distance(price, floor, "lowest")]), ...(ceiling === null ? [] : [distance(price, ceiling, "highest")])];
    case "no-limits":
      return [withSource(`${asked} may be paid: there is no lowest and no highest price.`, source)];
    case "below-floor":
      return [withSource(`${asked} is ${apart(answer.limit, price)} below the lowest price, ${poundsWords(answer.limit)} (included): it is refused.`, source)];
    case "above-ceiling":
      return [withSource(`${asked} is ${apart(price, answer.limit)} above the highest price, ${poundsWords(answer.limit)} (included): ${OUTCOME_SAYS[answer.outcome]}.`, source)];
    default:
      return everyKindSaid(answer);
  }
}

/** What happens to a price outside the limits. */
const OUTCOME_SAYS: { readonly [O in "refused" | "exceptional-route"]: string } = { refused: "it is refused", "exceptional-route": "it is decided by the exceptional route" };

function apart(higher: string, lower: string): string {
  return poundsWords(exactText(minus(fraction(higher, "price"), fraction(lower, "price")), 2));
}

function distance(price: string, limit: string, which: "lowest" | "highest"): string {
  const [a, b] = [fraction(price, "price"), fraction(limit, "limit")];
  if (compare(a, b) === 0) return `That is the ${which} price.`;
  return `That is ${which === "lowest" ? apart(price, limit) : apart(limit, price)} ${which === "lowest" ? "above" : "below"} the ${which} price, ${poundsWords(limit)} (included).`;
}

/** Is a price within the limits, to compare by. */
export function priceVerdict(answer: PriceAnswer): string {
  switch (answer.kind) {
    case "within":
    case "no-limits":
      return "the price would be within the limits";
    case "below-floor":
    case "above-ceiling":
      return `the price would be ${answer.kind === "below-floor" ? "below the lowest" : "above the highest"}, ${poundsWords(answer.limit)}: ${OUTCOME_SAYS[answer.outcome]}`;
    default:
      return everyKindSaid(answer);
  }
}
