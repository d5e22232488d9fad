import { paidMinutesTable } from "../payment/paid-minutes-table.js";
import type { PaidMinutesTerms } from "../payment/paid-minutes.js";
import { type ReadBands, readBands } from "../payment/rate-bands.js";
import type { RateConditions } from "../payment/rate-conditions.js";
import type { RateTerms } from "../payment/rate.js";
import type { Clauses } from "../rules/council.js";
import type { HolidayCalendar } from "../shared/bank-holidays.js";
import { compare } from "../shared/fractions.js";
import type { Noted } from "./note.js";

/**
 * Where the first minutes of a stay are free beside prices by the hour. Paid minutes are laid from the beginning of a stay,
 * so that it is the last minutes that go unpaid. Of a contract that has one of the two itself, at that one.
 */
export function firstMinutesNotes(own: Clauses, { paidMinutes, rate, basis }: Clauses, calendar: HolidayCalendar): Noted[] {
  // Time that is added up is not laid from the beginning of any stay.
  if (basis?.versions.every(({ per }) => typeof per === "object") === true) return [];
  const free = paidMinutes?.versions.map(areFirstMinutesFree) ?? [];
  const hourly = rate?.versions.map((terms) => hasPricesByTheHour(terms, calendar)) ?? [];
  if (!free.includes(true) || !hourly.includes(true)) return [];
  const [clause, versions] = own.paidMinutes !== undefined ? ["paidMinutes", free] as const : ["rate", own.rate === undefined ? [] : hourly] as const;
  return versions.flatMap((is, i): Noted[] => (is ? [[[clause, "versions", i], "first-minutes-unpaid"]] : []));
}

/**
 * Are short stays free, and every longer one paid less than its minutes? Where parts of a unit are dropped, a stay of whole
 * units is paid in full; and so is a longer stay where only short ones are free.
 */
function areFirstMinutesFree(terms: PaidMinutesTerms): boolean {
  const { byMinute } = paidMinutesTable(terms);
  const stays = [...byMinute.entries()].slice(1);
  const paid = stays.filter(([, minutes]) => minutes > 0);
  return paid.length > 0 && stays.some(([, minutes]) => minutes === 0) && paid.every(([stay, minutes]) => minutes < stay);
}

/** Can a stay reach from one price into another within a day, and is it not priced whole by its start? */
function hasPricesByTheHour(terms: RateTerms, calendar: HolidayCalendar): boolean {
  if (terms.kind === "one-rate" || terms.across === "by-start") return false;
  const prices = readBands(terms, calendar).bands;
  return terms.bands.some(({ when }, i) => when !== "otherwise" && when.hours !== undefined && terms.bands.some((other, k) => k !== i && canMeet(when, other.when) && differ(prices[i]!, prices[k]!)));
}

/** Is there a day and a visit of which both bands can hold, but for the hour? */
function canMeet(one: RateConditions, other: RateConditions | "otherwise"): boolean {
  if (other === "otherwise") return true;
  return (["days", "services", "lots", "zones", "carersRequired"] as const).every((condition) => {
    const [mine, theirs]: (readonly (string | number)[] | undefined)[] = [one[condition], other[condition]];
    return mine === undefined || theirs === undefined || mine.some((name) => theirs.includes(name));
  });
}

function differ({ price: one }: Priced, { price: other }: Priced): boolean {
  return one.kind !== "hourly" || other.kind !== "hourly" || compare(one.perMinute, other.perMinute) !== 0;
}

type Priced = ReadBands["bands"][number];
