import type { UndeliveredPay, UndeliveredTerms } from "../payment/undelivered.js";
import { OUTCOMES } from "../visit/outcome.js";
import type { Path } from "./problem.js";

/** Every pay of visits that did not go to plan, and where it stands. */
export function paysOf({ outcomes, unexplained, pastThreshold, tooFewCarers }: UndeliveredTerms): (readonly [Path, UndeliveredPay])[] {
  return [
    ...OUTCOMES.map((outcome) => [["outcomes", outcome], outcomes[outcome]] as const),
    [["unexplained"], unexplained],
    [["pastThreshold"], pastThreshold],
    ...(tooFewCarers === "those-who-came" ? [] : [[["tooFewCarers"], tooFewCarers] as const]),
  ];
}
