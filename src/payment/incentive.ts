import { type DecimalText, type Fraction, dividedBy, fraction } from "../shared/exact.js";
import { refuse } from "../shared/refuse.js";
import type { PaymentFacts } from "../visit/payment-facts.js";
import type { UnpaidReason } from "./basis.js";
import { type PlaceConditions, type RateFacts, checkPlaces, holdsThere } from "./rate-conditions.js";
import { unitsIn } from "./rate.js";

/**
 * What is paid on top of the rate between two days. A window that was extended later is a second version of the clause,
 * with the days and the source of the extension.
 */
export interface IncentiveTerms {
  readonly incentives: readonly Incentive[];
}

/** One incentive. It is added to visits that carers attended and that are paid. */
export interface Incentive {
  /** A name of its own, in the council's words. */
  readonly name: string;
  /** For which visits; every condition named must hold. */
  readonly when: PlaceConditions;
  /** Added for each hour paid, in proportion; once for a visit; or once for a package, on its first visit (`firstOfPackage`). */
  readonly for: "hour" | "visit" | "package";
  readonly pounds: DecimalText;
}

/** Incentives in units of money. */
export interface CompiledIncentives {
  readonly terms: IncentiveTerms;
  /** Units a minute, a visit or a package. */
  readonly units: readonly number[];
}

/** What an incentive adds to a visit; or why that cannot be determined. One whose conditions do not hold is not listed. */
export type Addition =
  | { readonly kind: "added"; readonly incentive: string; readonly units: number }
  | { readonly kind: "undetermined"; readonly incentive: string; readonly reason: UnpaidReason | "package-start-not-known" };

/** What do incentives add to a visit that carers attended and that is paid so many minutes? */
export function additionsTo(visit: RateFacts & Pick<PaymentFacts, "firstOfPackage">, minutesPaid: number, { terms, units }: CompiledIncentives): Addition[] {
  return terms.incentives.flatMap((incentive, i): Addition[] => {
    const { name } = incentive;
    const holds = holdsThere(incentive.when, visit);
    if (holds === false || minutesPaid === 0) return [];
    if (holds !== true) return [{ kind: "undetermined", incentive: name, reason: holds }];
    if (incentive.for !== "package") return [{ kind: "added", incentive: name, units: units[i]! * (incentive.for === "hour" ? minutesPaid : 1) }];
    if (visit.firstOfPackage === undefined) return [{ kind: "undetermined", incentive: name, reason: "package-start-not-known" }];
    return visit.firstOfPackage ? [{ kind: "added", incentive: name, units: units[i]! }] : [];
  });
}

/** The amounts of incentives in pence: a minute, a visit or a package. Throws, naming the incentive, when one cannot be reckoned with. */
export function incentivePence({ incentives }: IncentiveTerms): Fraction[] {
  if (incentives.length === 0) refuse("incentive", "incentives must list at least one", "none");
  const names = incentives.map(({ name }) => name);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) refuse("incentive", "each of incentives must have a name of its own", twice);
  return incentives.map((incentive) => {
    checkPlaces(incentive.name, incentive.when);
    const { numerator, denominator } = fraction(incentive.pounds, `pounds of "${incentive.name}"`);
    if (numerator < 0n) refuse("incentive", `pounds of "${incentive.name}" must not be below 0`, incentive.pounds);
    return dividedBy({ numerator: numerator * 100n, denominator }, incentive.for === "hour" ? 60n : 1n);
  });
}

/** Incentives in units of a scale that holds their pence. */
export function compileIncentives(terms: IncentiveTerms, unitsPerPenny: number): CompiledIncentives {
  return { terms, units: incentivePence(terms).map((pence, i) => unitsIn(pence, BigInt(unitsPerPenny), { what: `pounds of "${terms.incentives[i]!.name}"`, text: terms.incentives[i]!.pounds })) };
}
