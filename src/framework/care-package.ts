import type { Day } from "../shared/day.js";
import type { DecimalText } from "../shared/exact.js";

/** A package of care to be placed with a provider. It names no person; what it leaves out is not known. */
export interface CarePackage {
  /** Id of the service, as in the framework's scope. */
  readonly service: string;
  /** How it is bought: through the council, or by the person with a direct payment. */
  readonly boughtWith: "commissioned" | "direct-payment";
  readonly lot?: string;
  readonly locality?: string;
  readonly zone?: string;
  /** Types of need beyond the ordinary; empty: none. */
  readonly needs?: readonly string[];
  readonly hoursPerWeek?: DecimalText;
  /** Pounds an hour. */
  readonly price?: DecimalText;
  /** Providers that have said no to it already. */
  readonly declinedBy?: readonly string[];
}

/** May a provider work for the council on a day? The caller's answer, or that of an eligibility rule. */
export type ProviderEligibility = "eligible" | "eligible-with-conditions" | "ineligible" | "cannot-be-determined";

/** Answers for each provider and day; or a record of answers for the day asked, in which a provider left out cannot be determined. */
export type EligibleOn = ((provider: string, day: Day) => ProviderEligibility) | { readonly [provider: string]: ProviderEligibility };
