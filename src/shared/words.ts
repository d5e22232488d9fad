import { type Day, type DayNumber, dateOf, dayNumber, weekday } from "./day.js";
import { londonDay, londonOffset, londonSecondOfDay, wallTime } from "./london.js";
import { HOUR, MINUTE, type Moment } from "./moment.js";
import { refuse } from "./refuse.js";

// Plain British English for numbers, days and times: the same on every machine, without a locale.

const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/** A whole number with commas between thousands: `"5,852"`. */
export function grouped(value: number | bigint | string): string {
  const [whole, ...places] = String(value).split(".");
  return [whole!.replace(/\B(?=(\d{3})+$)/g, ","), ...places].join(".");
}

/** A count and what is counted: `"1 visit"`, `"5,852 visits"`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${grouped(count)} ${count === 1 ? one : many}`;
}

/** An exact number, as decimal text or `"10/3"`, and what is counted: `"1 hour"`, `"22.5 hours"`. */
export function exactly(value: string, one: string, many = `${one}s`): string {
  return `${value.includes("/") ? value : grouped(value)} ${value === "1" ? one : many}`;
}

/** A name in kebab-case as words: `"locality partner"`. */
export function slugWords(slug: string): string {
  return slug.replaceAll("-", " ");
}

/** A sentence with the place it rests on in brackets before its stop; as it is where there is none. */
export function withSource(sentence: string, source: string | null): string {
  return source === null ? sentence : `${sentence.slice(0, -1)} (${source}).`;
}

/** A length in minutes and seconds, in hours too from two hours on: `"31 minutes 5 seconds"`. */
export function lengthWords(seconds: number): string {
  const hours = seconds < 2 * HOUR ? 0 : Math.floor(seconds / HOUR);
  const minutes = Math.floor((seconds - hours * HOUR) / MINUTE);
  const parts = [
    ...(hours === 0 ? [] : [counted(hours, "hour")]),
    ...(minutes === 0 ? [] : [counted(minutes, "minute")]),
    ...(seconds % MINUTE === 0 ? [] : [counted(seconds % MINUTE, "second")]),
  ];
  return parts.length === 0 ? "0 seconds" : parts.join(" ");
}

/** `"a"`, `"a and b"`, `"a, b and c"`. */
export function listed(items: readonly string[], last: "and" | "or" = "and"): string {
  return items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} ${last} ${items.at(-1)!}`;
}

/** A day with its weekday: `"Monday 16 March 2026"`. */
export function dayWords(day: Day | DayNumber): string {
  const number = typeof day === "number" ? day : dayNumber(day);
  const { year, month, dayOfMonth } = dateOf(number);
  return `${WEEKDAYS[weekday(number) - 1]!} ${dayOfMonth} ${MONTHS[month - 1]!} ${year}`;
}

/** The London time of day, `"08:17:25"` or `"08:00"`; in the hour that happens twice it says which one it is. */
export function clockWords(at: Moment): string {
  const second = londonSecondOfDay(at);
  const parts = [Math.floor(second / HOUR), Math.floor(second / MINUTE) % 60, ...(second % MINUTE === 0 ? [] : [second % MINUTE])];
  const which = wallTime(at + londonOffset(at)) !== "twice" ? "" : londonOffset(at) === 0 ? " GMT" : " BST";
  return `${parts.map((part) => String(part).padStart(2, "0")).join(":")}${which}`;
}

/** The London time of day, with the day when it is not the one the sentence is about. */
export function timeWords(at: Moment, day: DayNumber): string {
  return londonDay(at) === day ? clockWords(at) : `${clockWords(at)} on ${dayWords(londonDay(at))}`;
}

/** A share as a percentage with the places it has, `"0.8919"` as `"89.19 %"`. */
export function shareWords(share: string): string {
  return `${percentText(share)} %`;
}

/** A target or limit as a percentage without zeros at the end, `"0.80"` as `"80 %"`. */
export function percentWords(share: string): string {
  return `${percentText(share).replace(/\.(\d*?)0*$/, ".$1").replace(/\.$/, "")} %`;
}

/** A decimal text from 0 times a hundred, without rounding: `"0.8919"` is `"89.19"`. */
export function percentText(share: string): string {
  const [whole = "0", places = ""] = share.split(".");
  const padded = places.padEnd(2, "0");
  return `${whole}${padded.slice(0, 2)}.${padded.slice(2)}`.replace(/^0+(?=\d)/, "").replace(/\.$/, "");
}

/** An amount in pounds: `"£2,647.89"`, `"£10.5075"`; one that no decimals write to the penny, half a penny up, and as it is: `"£6.67 (exactly £20/3)"`. */
export function poundsWords(amount: string): string {
  const [numerator, denominator] = amount.split("/");
  if (denominator === undefined) return `£${grouped(amount)}`;
  const [over, under] = [BigInt(numerator!.replace("-", "")) * 200n, BigInt(denominator)];
  const pence = String((over + under) / (under * 2n)).padStart(3, "0");
  return `£${amount.startsWith("-") ? "-" : ""}${grouped(`${pence.slice(0, -2)}.${pence.slice(-2)}`)} (exactly £${amount})`;
}

/** A sentence with its first letter large. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A text in quotation marks. */
export function quoted(text: string): string {
  return `“${text}”`;
}

/** For the end of a switch over every kind: does not compile when one is left out. */
export function everyKindSaid(value: never): never {
  refuse("explain", "the result must be of a kind this version knows", value);
}
