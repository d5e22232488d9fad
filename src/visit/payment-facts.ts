import { type Day, readDay } from "../shared/day.js";
import type { DecimalText } from "../shared/exact.js";
import type { Moment } from "../shared/moment.js";
import { refuse } from "../shared/refuse.js";
import { type TimeInput, endMomentOf, momentOf } from "../shared/time-text.js";

/**
 * What some councils' payment rules ask of a visit beside its times. A fact that was not given is absent; a rule that
 * needs it then answers with a reason that names it, and never with a guess.
 */
export interface PaymentFacts {
  /** The service, by the council's name for it. */
  readonly service?: string;
  /** The lot of the contract. */
  readonly lot?: string;
  /** The zone of the service user's home. */
  readonly zone?: string;
  /** Miles, as the council measures them for its rates; decimal text from 0. */
  readonly miles?: DecimalText;
  /** This visit is paid by the minute, whatever the table says, where the council's terms have such a switch. */
  readonly ignoresRounding?: boolean;
  /** The start agreed for billing. */
  readonly billedStart?: Moment;
  /** The end agreed for billing. */
  readonly billedEnd?: Moment;
  /** Did the actual times come in time? */
  readonly returnedInTime?: boolean;
  /** The day on which the actual times came. */
  readonly returnedOn?: Day;
  /** When the provider was told that the visit is cancelled. */
  readonly noticeGiven?: Moment;
  readonly hospital?: HospitalStay;
  /** Is this the first visit of a package that the provider took on? */
  readonly firstOfPackage?: boolean;
}

/** A stay in hospital that a visit falls into. */
export interface HospitalStay {
  /** Day of admission. */
  readonly admitted: Day;
  /** Day of discharge (included); `null` while the person is still there. Leave the whole stay out where that is not known. */
  readonly discharged: Day | null;
  /** Are the council's conditions for a retainer met? `null` when nobody said. */
  readonly conditionsMet: boolean | null;
}

/** The same as a caller gives it: times in any form that `momentOf` reads, `null` for what is not known. */
export type PaymentFactsInput = {
  readonly [F in keyof PaymentFacts]: (F extends "billedStart" | "billedEnd" | "noticeGiven" ? TimeInput : PaymentFacts[F]) | null;
};

/** The facts that were given, checked. Throws, naming the field, when one cannot be what it says. */
export function readPaymentFacts(input: PaymentFactsInput): PaymentFacts {
  const facts: { -readonly [F in keyof PaymentFacts]: PaymentFacts[F] } = {};
  for (const name of ["service", "lot", "zone"] as const) {
    const value = given(input[name]);
    if (value === undefined) continue;
    if (typeof value !== "string" || value === "") refuse("readVisit", `${name} must be a name`, value, "Leave it out when it is not known");
    facts[name] = value;
  }
  for (const name of ["ignoresRounding", "returnedInTime", "firstOfPackage"] as const) {
    const value = given(input[name]);
    if (value === undefined) continue;
    if (typeof value !== "boolean") refuse("readVisit", `${name} must be true or false`, value, "Leave it out when it is not known");
    facts[name] = value;
  }
  for (const name of ["billedStart", "noticeGiven"] as const) {
    const value = given(input[name]);
    if (value !== undefined) facts[name] = momentOf(value, name);
  }
  const billedEnd = given(input.billedEnd);
  if (billedEnd !== undefined) facts.billedEnd = facts.billedStart === undefined ? momentOf(billedEnd, "billedEnd") : endMomentOf(billedEnd, facts.billedStart, "billedEnd");
  if (facts.billedStart !== undefined && facts.billedEnd !== undefined && facts.billedEnd < facts.billedStart) {
    refuse("readVisit", "billedEnd must not be before billedStart", input.billedEnd);
  }
  const miles = given(input.miles);
  if (miles !== undefined) {
    if (typeof miles !== "string" || !isMiles(miles)) refuse("readVisit", 'miles must be decimal text from 0 such as "2.5"', miles);
    facts.miles = miles;
  }
  const returnedOn = given(input.returnedOn);
  if (returnedOn !== undefined) facts.returnedOn = checkedDay(returnedOn, "returnedOn");
  const hospital = given(input.hospital);
  if (hospital !== undefined) facts.hospital = readStay(hospital);
  return facts;
}

/** Is a text a number of miles: decimal text from 0? */
export function isMiles(text: string): boolean {
  return /^\d+(\.\d+)?$/.test(text);
}

function readStay({ admitted, discharged, conditionsMet }: HospitalStay): HospitalStay {
  checkedDay(admitted, "hospital.admitted");
  // Days as YYYY-MM-DD compare as text.
  if (discharged !== null && checkedDay(discharged, "hospital.discharged") < admitted) {
    refuse("readVisit", "hospital.discharged must not be before hospital.admitted", discharged);
  }
  if (conditionsMet !== null && typeof conditionsMet !== "boolean") refuse("readVisit", "hospital.conditionsMet must be true, false or null", conditionsMet);
  return { admitted, discharged, conditionsMet };
}

function given<Value>(value: Value | null | undefined): Value | undefined {
  return value === null ? undefined : value;
}

function checkedDay(day: Day, name: string): Day {
  return readDay(day) === undefined ? refuse("readVisit", `${name} must be a day of the calendar as YYYY-MM-DD`, day) : day;
}
