import type { AssessedContribution, Charge } from "../payment/contribution.js";
import { chargeWords } from "../payment/contribution.words.js";
import type { HospitalRetainer, RetainerDay } from "../payment/hospital-retainer.js";
import { retainerDayWords } from "../payment/hospital-retainer.words.js";
import type { PersonCharge } from "../rules/charges.js";
import type { GroupPayment } from "../rules/groups.js";
import { groupPaymentWords } from "../rules/groups.words.js";
import type { Day } from "../shared/day.js";
import type { DecimalText } from "../shared/exact.js";
import { dayWords } from "../shared/words.js";
import type { HospitalStay } from "../visit/payment-facts.js";
import type { Section } from "./section.js";
import { type ExplainTerms, citedIn } from "./under-terms.js";

/**
 * What does time that was added up come to? Every line with the minutes it completed, and the whole, as `payGroups` gives it.
 *
 * @example
 * ```ts
 * const group = { over: "day", firstDay: "2026-03-16", carer: null, service: null } as const;
 * const lines = [{ visit: "V1", day: "2026-03-16", carer: "C1", minutes: 20, seconds: 1200, completed: { minutesPaid: 15, carried: 5 } }] as const;
 * const payment = { kind: "paid", minutes: 20, minutesPaid: 15, amount: "3.50" } as const;
 * const [section] = explainGroupPayment({ provider: "P1", serviceUser: "SU1", group, lines, payment, restsOn: [] });
 * section!.heading; // => "Provider P1, service user SU1"
 * section!.sentences.slice(1); // => ["Visit V1 of Monday 16 March 2026, carer C1: 20 minutes; it completes 15 minutes of pay, and 5 minutes are left over, and not paid.", "In all 20 minutes, paid 15 minutes: £3.50."]
 * ```
 */
export function explainGroupPayment(payment: GroupPayment, about: ExplainTerms = {}): Section[] {
  return [{ heading: `Provider ${payment.provider}, service user ${payment.serviceUser}`, sentences: groupPaymentWords(payment, { source: citedIn({}, about).source }) }];
}

/**
 * What does a day in hospital pay, by which day of the retainer, and from when on is it less? Takes what `retainerOn`
 * answered, with what it was asked.
 *
 * @example
 * ```ts
 * const terms = { kind: "hospital-retainer", steps: [{ days: 14, share: "1" }], admissionDay: "first-day", dischargeDay: "by-step", conditions: "none" } as const;
 * const stay = { admitted: "2026-03-02", discharged: null, conditionsMet: null } as const;
 * explainRetainer(retainerOn("2026-03-15", stay, terms), "2026-03-15", stay, terms)[0]!.sentences;
 * // => ["Sunday 15 March 2026 pays 100 % of the price of the planned length, as day 14 of 14 of the retainer.", "The person was admitted on Monday 2 March 2026.", "Monday 16 March 2026, if the stay goes on, pays nothing."]
 * ```
 */
export function explainRetainer(answer: RetainerDay, day: Day, stay: HospitalStay | undefined, terms: HospitalRetainer, about: ExplainTerms = {}): Section[] {
  return [{ sentences: retainerDayWords(answer, day, stay, terms, citedIn(terms, about).source) }];
}

/**
 * Why is a person charged so much? Takes what `chargeFor` answered, with what it was asked: whether the charge is the cost or
 * what was assessed, and how far the one is from the other.
 *
 * @example
 * ```ts
 * const assessed = [{ firstDay: "2026-04-06", lastDay: "open", amount: "60.00" }] as const;
 * explainCharge(chargeFor("90.00", true, "2026-04-06", assessed), "90.00", true, "2026-04-06", assessed)[0]!.sentences;
 * // => ["The charge is £60.00, what was assessed.", "The cost is £90.00: £30.00 above it."]
 * ```
 */
export function explainCharge(charge: Charge, cost: DecimalText, wholeCostKnown: boolean, day: Day, contributions: readonly AssessedContribution[], about: ExplainTerms = {}): Section[] {
  // Days as YYYY-MM-DD compare as text.
  const holding = contributions.filter(({ firstDay, lastDay }) => firstDay <= day && (lastDay === "open" || day <= lastDay));
  const assessed = holding.length === 1 ? holding[0]!.amount : null;
  return [{ sentences: chargeWords(charge, { cost, wholeCostKnown, assessed }, citedIn({}, about).source) }];
}

/**
 * The same of what `chargesFor` answered: one person's charge for one period. With the pounds that were assessed for the
 * period it also says how far the cost is below them.
 *
 * @example
 * ```ts
 * const charge = { kind: "charged", amount: "14.01", by: "cost" } as const;
 * const person = { serviceUser: "SU1", firstDay: "2026-03-16", lastDay: "2026-03-22", cost: "14.01", costKnown: true, charge } as const;
 * const [section] = explainPersonCharge(person, "20.00");
 * section!.heading; // => "Service user SU1, Monday 16 March 2026 to Sunday 22 March 2026 (both included)"
 * section!.sentences; // => ["The charge is £14.01, the cost.", "That is £5.99 below what was assessed, £20.00."]
 * ```
 */
export function explainPersonCharge({ serviceUser, firstDay, lastDay, cost, costKnown, charge }: PersonCharge, assessed: DecimalText | null = null, about: ExplainTerms = {}): Section[] {
  const sentences = chargeWords(charge, { cost, wholeCostKnown: costKnown, assessed }, citedIn({}, about).source);
  return [{ heading: `Service user ${serviceUser}, ${dayWords(firstDay)} to ${dayWords(lastDay)} (both included)`, sentences }];
}
