import { fraction, shareText } from "../shared/exact.js";
import { everyKindSaid, grouped, percentWords, shareWords, withSource } from "../shared/words.js";
import { type Goal, type GoalAnswer, type Measure, checked } from "./goal.js";

/** Was a goal met: the measure, the goal, the verdict, and how many more or fewer would have decided otherwise. */
export function goalWords(answer: GoalAnswer, measure: Measure, goal: Goal, source: string | null): string[] {
  const { part, whole, unknown } = checked(measure);
  const share = unknown > 0 ? `between ${shareWords(shareText(part, whole)!)} and ${shareWords(shareText(part + unknown, whole)!)}` : whole === 0 ? "" : shareWords(shareText(part, whole)!);
  const shown = `${grouped(part)} of ${grouped(whole)}, ${share}${unknown > 0 ? `, because nobody knows of ${grouped(unknown)}` : ""}`;
  switch (answer.kind) {
    case "met":
    case "not-met":
      return [
        withSource(`${shown}; the goal is ${goalText(goal, answer.target)}: ${answer.kind === "met" ? "met" : "not met"}${unknown > 0 ? ", whichever way what is unknown turns out" : ""}.`, source),
        boundaryWords(answer.kind === "met", measure, goal, answer.target),
      ];
    case "cannot-be-determined":
      switch (answer.reason) {
        case "nothing-to-share":
          return [withSource(`There is nothing to share, so the goal of ${goalText(goal, answer.target!)} is neither met nor missed.`, source)];
        case "no-target":
          return [withSource(`${whole === 0 ? "There is nothing to share" : shown}, and the council sets no target on the day: there is nothing to meet.`, source)];
        case "unknown-makes-the-difference":
          return [withSource(`${shown}; whether the goal of ${goalText(goal, answer.target!)} is met cannot be determined: what is unknown makes the difference.`, source), neededWords(part, part + unknown, whole, goal, answer.target!)];
        default:
          return everyKindSaid(answer.reason);
      }
    default:
      return everyKindSaid(answer);
  }
}

/** A goal with its target: `"at least 80 %"`, `"below 1 %"`. */
function goalText({ kind, limit }: Goal, target: string): string {
  const share = percentWords(target);
  if (kind === "at-least") return limit === "included" ? `at least ${share}` : `more than ${share}`;
  return limit === "included" ? `at most ${share}` : `less than ${share}`;
}

/** The least part that reaches an at-least goal, or the largest that an at-most goal allows. */
function edge(whole: number, { kind, limit }: Goal, target: string): number {
  const { numerator, denominator } = fraction(target, "target");
  const [floor, exact] = [(numerator * BigInt(whole)) / denominator, (numerator * BigInt(whole)) % denominator === 0n];
  if (kind === "at-least") return Number(floor) + (exact && limit === "included" ? 0 : 1);
  return Number(floor) - (exact && limit === "excluded" ? 1 : 0);
}

function boundaryWords(met: boolean, measure: Measure, goal: Goal, target: string): string {
  const { part, whole, unknown } = checked(measure);
  const [limit, most] = [edge(whole, goal, target), part + unknown];
  const atLeast = goal.kind === "at-least";
  if (met) {
    const spare = atLeast ? part - limit : limit - most;
    if (atLeast ? limit <= 0 : limit >= whole) return "Any share would have met it.";
    const other = atLeast ? "fewer" : "more";
    return spare === 0 ? `One ${other} would have missed it.` : `${grouped(spare)} ${other} would still have met it.`;
  }
  if (atLeast ? limit > whole : limit < 0) return "No share could have met it.";
  return atLeast ? `${grouped(limit - most)} more would have met it.` : `${grouped(part - limit)} fewer would have met it.`;
}

function neededWords(part: number, most: number, whole: number, goal: Goal, target: string): string {
  const limit = edge(whole, goal, target);
  return `It is met if ${goal.kind === "at-least" ? "at least" : "no more than"} ${grouped(limit - part)} of the ${grouped(most - part)} unknown belong to what is shared.`;
}
