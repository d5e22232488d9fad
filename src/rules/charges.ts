import { UNPAID_REASONS } from "../payment/basis.js";
import { type AssessedContribution, type Charge, chargeFor, chargePeriod } from "../payment/contribution.js";
import { poundsText, wholePennies } from "../payment/statement.js";
import { type Total, addTo, emptyTotal, valueOf } from "../payment/total.js";
import { byCodePoint } from "../shared/code-points.js";
import { type Day, type DayNumber, dayNumber, dayText } from "../shared/day.js";
import type { DecimalText } from "../shared/exact.js";
import { refuse } from "../shared/refuse.js";
import { type VisitAssessment, additions } from "./assess-visit.js";
import { type Rules, rulesOn } from "./compile.js";
import { groupsOf, settleGroup } from "./groups.js";
import { priceOfLine } from "./money.js";

/** What a person is charged for one period. */
export interface PersonCharge {
  readonly serviceUser: string;
  /** First and last day of the period (both included). */
  readonly firstDay: Day;
  readonly lastDay: Day;
  /** The cost of the visits given, in pounds, half up to the penny. */
  readonly cost: DecimalText;
  /** `false` when the cost of a visit cannot be determined: it is not in the cost. */
  readonly costKnown: boolean;
  readonly charge: Charge;
}

/**
 * What is each person charged: for each period, the lower of the cost of their visits and what they were assessed to be
 * able to pay? Takes visits assessed by the rules of the charge (`compile(chargeOf(council))`), whole periods of them, and
 * the contributions by service user. In the order of service user and first day. Throws when the rules have no
 * contribution, or none in force on the day of a visit.
 *
 * @example
 * ```ts
 * const { paidMinutes, basis, rate, statement } = leicester;
 * const { readings: _none, ...facts } = statement.versions[0]!;
 * const contribution = { versions: [{ ...facts, period: "week", assessedOn: "first-day", readings: {} }] } as const;
 * const rules = compile(chargeOf({ ...leicester, charge: { paidMinutes, basis, rate, statement, contribution } }));
 * const visit = { serviceUser: "SU1", callType: "standard", plannedStart: "2026-03-16T08:00", plannedEnd: "2026-03-16T09:00", attendances: [{ carer: "C1", logIn: "2026-03-16T08:00", logOut: "2026-03-16T09:00" }] } as const;
 * const assessed = { SU1: [{ firstDay: "2026-03-16", lastDay: "open", amount: "10.00" }] } as const;
 * const [charge] = chargesFor([assessVisit(visit, rules)], assessed, rules);
 * charge.cost; // => "14.01"
 * charge.charge; // => { kind: "charged", amount: "10.00", by: "contribution" }
 * ```
 */
export function chargesFor<CallType extends string>(
  assessments: readonly VisitAssessment<CallType>[],
  contributions: { readonly [serviceUser: string]: readonly AssessedContribution[] },
  rules: Rules<CallType>,
): PersonCharge[] {
  const costs = new Map<string, Cost>();
  const costOf = (serviceUser: string, day: DayNumber): Cost => {
    const terms = rulesOn(rules, day).contribution;
    if (terms === null) refuse("chargesFor", `${rules.council.name} must have a contribution in force on ${dayText(day)}`, terms, "Compile the charge: compile(chargeOf(council))");
    const { firstDay, lastDay } = chargePeriod(day, terms);
    const key = `${serviceUser}\u0000${firstDay}\u0000${lastDay}`;
    let cost = costs.get(key);
    if (cost === undefined) {
      costs.set(key, (cost = { serviceUser, firstDay, lastDay, assessedOn: terms.assessedOn === "first-day" ? firstDay : lastDay, units: emptyTotal(), known: true }));
    }
    return cost;
  };
  for (const { visit, carers, payment } of assessments) {
    const day = dayNumber(visit.day);
    const dayRules = rulesOn(rules, day);
    const cost = costOf(visit.serviceUser, day);
    for (const line of payment.lines) {
      if (line.kind === "unpaid" && UNPAID_REASONS[line.reason] === "undetermined") cost.known = false;
      if (line.kind !== "paid") continue;
      const price = priceOfLine(line, visit, dayRules, rules.unitsPerPenny);
      if (price.kind === "priced") addTo(cost.units, price.units);
    }
    for (const addition of additions(visit, carers.came.length, payment.minutesPaid, dayRules, rules.unitsPerPenny) ?? []) {
      if (addition.kind === "added") addTo(cost.units, addition.units);
      else cost.known = false;
    }
  }
  for (const { entries, visit } of groupsOf(assessments, rules)) {
    const settled = settleGroup(entries, rules.unitsPerPenny);
    const cost = costOf(visit.serviceUser, dayNumber(entries.at(-1)!.visit.day));
    if (settled.kind === "paid") addTo(cost.units, settled.units);
    else if (UNPAID_REASONS[settled.reason] === "undetermined") cost.known = false;
  }
  return [...costs.values()]
    .sort((a, b) => byCodePoint(a.serviceUser, b.serviceUser) || a.firstDay - b.firstDay)
    .map(({ serviceUser, firstDay, lastDay, assessedOn, units, known }) => {
      const cost = poundsText(wholePennies(valueOf(units), rules.unitsPerPenny));
      return { serviceUser, firstDay: dayText(firstDay), lastDay: dayText(lastDay), cost, costKnown: known, charge: chargeFor(cost, known, dayText(assessedOn), contributions[serviceUser] ?? []) };
    });
}

interface Cost {
  readonly serviceUser: string;
  readonly firstDay: DayNumber;
  readonly lastDay: DayNumber;
  readonly assessedOn: DayNumber;
  readonly units: Total;
  known: boolean;
}
