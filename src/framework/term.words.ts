import { type Day, dayNumber } from "../shared/day.js";
import { counted, dayWords, everyKindSaid, withSource } from "../shared/words.js";
import type { TermAnswer, TermProblem } from "./term.js";

/** Is a day in a term, and how far are its ends? */
export function termWords(answer: TermAnswer, day: Day, source: string | null): string[] {
  const asked = dayWords(day);
  switch (answer.kind) {
    case "in-term": {
      const { lastDay, extended, unstated } = answer;
      const end =
        lastDay === "open" ? ", which has no end"
        : lastDay === "unstated" ? ", whose last day is not stated"
        : `, whose last day is ${dayWords(lastDay)}: ${remaining(dayNumber(lastDay) - dayNumber(day))}`;
      return [
        withSource(`${asked} is in the term${end}.`, source),
        ...(extended ? ["It is so only because an extension is used."] : []),
        ...(unstated ? ["The document does not state every day of the term; an unstated day limits nothing."] : []),
      ];
    }
    case "not-started":
      return [withSource(`${asked} is before the term, which starts on ${dayWords(answer.firstDay)}, ${counted(dayNumber(answer.firstDay) - dayNumber(day), "day")} later.`, source)];
    case "ended":
      return [
        withSource(`${asked} is after the term, which ended on ${dayWords(answer.lastDay)}, ${counted(dayNumber(day) - dayNumber(answer.lastDay), "day")} before.`, source),
        ...(answer.mayExtendTo === null ? [] : [`It may be extended up to ${dayWords(answer.mayExtendTo)}, and then the day would be in it.`]),
      ];
    case "cannot-be-determined":
      return [withSource(`Whether ${asked} is in the term cannot be determined: ${TERM_PROBLEM_SAYS[answer.reason]}.`, source)];
    default:
      return everyKindSaid(answer);
  }
}

function remaining(days: number): string {
  return days === 0 ? "that very day" : `${counted(days, "day")} later`;
}

/** What is wrong with a term, to follow "because". */
export const TERM_PROBLEM_SAYS: { readonly [P in TermProblem]: string } = {
  "term-ends-before-it-starts": "it ends before it starts",
  "extension-shortens-term": "its extension ends before the term does",
  "extension-too-long": "its extension goes further than the contract allows",
  "extension-in-part": "a part of the extension is used, where only the whole may be",
  "no-extension-allowed": "it is extended, and the contract allows no extension",
};

/** Is a day in a term, to compare by. */
export function termVerdict(answer: TermAnswer): string {
  if (answer.kind === "cannot-be-determined") return `it could not be determined: ${TERM_PROBLEM_SAYS[answer.reason]}`;
  return answer.kind === "in-term" ? "the day would be in the term" : answer.kind === "not-started" ? "the day would be before the term" : "the day would be after the term";
}
