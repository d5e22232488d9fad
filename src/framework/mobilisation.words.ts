import { type Day, dayNumber } from "../shared/day.js";
import { counted, dayWords, everyKindSaid, listed, withSource } from "../shared/words.js";
import type { Milestone, StartAnswer, milestoneOn } from "./mobilisation.js";

/** May a provider work on a day by the mobilisation plan, and what does it wait for? */
export function startWords(answer: StartAnswer, provider: string, day: Day, source: string | null): string[] {
  const when = `on ${dayWords(day)}`;
  switch (answer.kind) {
    case "started":
      return [withSource(`Provider ${provider} has started ${when}: its first day was ${dayWords(answer.firstDay)}, ${ago(dayNumber(day) - dayNumber(answer.firstDay))}.`, source)];
    case "may-start":
      return [withSource(`Provider ${provider} has not started ${when}, and nothing stands in its way.`, source)];
    case "waits":
      return answer.reason === "contingency-period"
        ? [withSource(`Provider ${provider} waits ${when}: no provider starts in the contingency period, which ends on ${dayWords(answer.lastDay)}, ${counted(dayNumber(answer.lastDay) - dayNumber(day), "day")} later.`, source)]
        : [withSource(`Provider ${provider} waits ${when} until ${listed(answer.providers)} ${answer.providers.length === 1 ? "is" : "are"} stable.`, source)];
    case "cannot-be-determined":
      return [withSource(`Whether provider ${provider} may work ${when} cannot be determined: ${START_DOUBT_SAYS[answer.reason]}.`, source)];
    default:
      return everyKindSaid(answer);
  }
}

function ago(days: number): string {
  return days === 0 ? "that very day" : `${counted(days, "day")} before`;
}

/** Why a start cannot be told, to follow "because". */
export const START_DOUBT_SAYS: { readonly [R in Extract<StartAnswer, { kind: "cannot-be-determined" }>["reason"]]: string } = {
  "not-in-the-plan": "the plan does not name it",
  "in-the-plan-twice": "the plan names it twice",
  "started-before-it-may": "it started before the plan lets it",
};

/** Where a plan is at a milestone on a day. */
export function milestoneWords(answer: ReturnType<typeof milestoneOn>, { name, when, firstDay, lastDay }: Milestone, day: Day, source: string | null): string[] {
  const what = `${name} (${when})`;
  const asked = dayWords(day);
  switch (answer) {
    case "ahead":
      return [withSource(`${what} is ahead on ${asked}: its first day is ${counted(dayNumber(firstDay as Day) - dayNumber(day), "day")} later.`, source)];
    case "due":
      return [withSource(`${what} is due on ${asked}: its last day, ${dayWords(lastDay as Day)}, is ${ahead(dayNumber(lastDay as Day) - dayNumber(day))}.`, source)];
    case "past":
      return [withSource(`${what} is past on ${asked}: its last day was ${counted(dayNumber(day) - dayNumber(lastDay as Day), "day")} before.`, source)];
    case "cannot-be-determined":
      return [withSource(`Whether ${what} is due on ${asked} cannot be determined: the document's words name no days.`, source)];
    default:
      return everyKindSaid(answer);
  }
}

function ahead(days: number): string {
  return days === 0 ? "that very day" : `${counted(days, "day")} later`;
}

/** May a provider work, to compare by. */
export function startVerdict(answer: StartAnswer): string {
  if (answer.kind === "cannot-be-determined") return `it could not be determined: ${START_DOUBT_SAYS[answer.reason]}`;
  return answer.kind === "started" ? "it would have started" : answer.kind === "may-start" ? "nothing would stand in its way" : "it would wait";
}
