import { type DecimalText, exactText, fraction } from "../shared/exact.js";
import { minus } from "../shared/fractions.js";
import { everyKindSaid, poundsWords, withSource } from "../shared/words.js";
import type { Charge } from "./contribution.js";

/** What a person is charged: whether that is the cost or what was assessed, and how far the one is from the other. */
export function chargeWords(charge: Charge, { cost, wholeCostKnown, assessed }: ChargeAbout, source: string | null): string[] {
  switch (charge.kind) {
    case "charged": {
      const least = wholeCostKnown ? "" : " at least";
      if (charge.by === "contribution") {
        return [withSource(`The charge is ${poundsWords(charge.amount)}, what was assessed.`, source), `The cost is${least} ${poundsWords(cost)}: ${poundsWords(differenceOf(cost, charge.amount))} above it.`];
      }
      return [withSource(`The charge is ${poundsWords(charge.amount)}, the cost${wholeCostKnown ? "" : " as far as it is known"}.`, source), ...shortOf(cost, assessed)];
    }
    case "undetermined":
      return [
        `${withSource(`What is charged cannot be determined: ${REASON_SAYS[charge.reason]}.`, source)} That is not 0.`,
        ...(charge.reason === "cost-not-known" ? [`What is known of the cost is ${poundsWords(cost)}.`, ...shortOf(cost, assessed)] : []),
      ];
    default:
      return everyKindSaid(charge);
  }
}

/** What a charge is made of, as far as it is known. */
export interface ChargeAbout {
  readonly cost: DecimalText;
  readonly wholeCostKnown: boolean;
  /** What was assessed for the period, where one amount was and the caller says it. */
  readonly assessed: DecimalText | null;
}

const REASON_SAYS: { readonly [R in Extract<Charge, { kind: "undetermined" }>["reason"]]: string } = {
  "no-contribution": "nothing was assessed for the period",
  "several-contributions": "several amounts were assessed for the same day",
  "cost-not-known": "a part of the cost is not known, and the rest does not reach what was assessed",
};

function shortOf(cost: DecimalText, assessed: DecimalText | null): string[] {
  if (assessed === null) return [];
  const short = differenceOf(assessed, cost);
  return [fraction(short, "cost").numerator === 0n ? "That is just what was assessed." : `That is ${poundsWords(short)} below what was assessed, ${poundsWords(assessed)}.`];
}

function differenceOf(a: DecimalText, b: DecimalText): string {
  return exactText(minus(fraction(a, "cost"), fraction(b, "contribution")), 2);
}
