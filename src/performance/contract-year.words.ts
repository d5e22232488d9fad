import { type Day, dateOf, dayNumber, dayNumberOf } from "../shared/day.js";
import { dayWords, percentWords, withSource } from "../shared/words.js";
import { type ContractYearTargets, type Target, contractYearOn, targetOn } from "./contract-year.js";

/** Which target is there on a day, by which contract year, and when does it change next? */
export function targetWords(day: Day, target: Target, source: string | null): string[] {
  if (target === null) return [withSource("The council sets no target.", source)];
  if (typeof target === "string") return [withSource(`The target is ${percentWords(target)}, whatever the day.`, source)];
  const year = contractYearOn(day, target.firstDay);
  if (year === null) return [withSource(`${dayWords(day)} is before the first contract year, which begins on ${dayWords(target.firstDay)}: there is no target yet.`, source)];
  const last = beginOf(year + 1, target) - 1;
  const current = targetOn(day, target);
  return [
    withSource(`${dayWords(day)} is in contract year ${year}, from ${dayWords(beginOf(year, target))} to ${dayWords(last)} (both included): ${shown(current)}.`, source),
    nextWords(year, current, target),
  ];
}

function shown(target: string | null): string {
  return target === null ? "there is no target" : `the target is ${percentWords(target)}`;
}

function nextWords(year: number, current: string | null, target: ContractYearTargets): string {
  for (let next = year + 1; next <= target.years.length + 1; next++) {
    const then = next <= target.years.length ? target.years[next - 1]! : target.afterwards === "as-the-last" ? (target.years.at(-1) ?? null) : null;
    if (then !== current) return `From ${dayWords(beginOf(next, target))} on, ${shown(then)}.`;
  }
  return "It does not change in a later year.";
}

function beginOf(year: number, { firstDay }: ContractYearTargets): number {
  const first = dateOf(dayNumber(firstDay));
  return dayNumberOf(first.year + year - 1, first.month, first.dayOfMonth);
}
