import { everyKindSaid, listed, quoted, shareWords } from "../shared/words.js";
import { scorePercent } from "./grade.words.js";
import type { ScoredMeasure, Scorecard, ScorecardTerms } from "./scorecard.js";

/** What a measure's share is and what it brings to the score. */
export function scoredMeasureWords({ share, goal }: Scorecard["measures"][number], { weight, scores }: ScoredMeasure, weightsTotal: string): string[] {
  const known = share === null ? "Its share is not known." : `Its share is ${shareWords(share)}.`;
  return [known, `It weighs ${weight} of ${weightsTotal}, and brings ${BRINGS[scores]}.`, ...(goal === null ? ["The council sets no goal for it."] : [])];
}

const BRINGS: { readonly [S in ScoredMeasure["scores"]]: string } = {
  share: "its share",
  "rest-of-share": "what its share leaves of the whole",
  "goal-met": "the whole when its goal is met, and else nothing",
};

/** The score, and which measures are not in it. */
export function scoreWords({ score }: Scorecard, { missing }: Pick<ScorecardTerms, "missing">): string[] {
  switch (score.kind) {
    case "scored":
      return [
        `The score is ${scorePercent(score.score)}${score.score.includes("/") ? `, exactly ${score.score}` : ""}.`,
        ...(score.leftOut.length === 0 ? [] : [`${listed(score.leftOut.map(quoted))} cannot be determined and ${score.leftOut.length === 1 ? "is" : "are"} left out; the others weigh as among themselves.`]),
      ];
    case "cannot-be-determined":
      return [`There is no score, because ${listed(score.missing.map(quoted))} cannot be determined${missing === "left-out" ? " and nothing else is left" : ""}.`];
    default:
      return everyKindSaid(score);
  }
}

/** The score and its grade, to compare by. */
export function scoreVerdict({ score, grade }: Scorecard): string {
  if (score.kind === "cannot-be-determined") return "there would be no score";
  const graded = grade === null ? "" : grade.kind === "graded" ? `, graded ${quoted(grade.grade)}` : ", and its grade could not be determined";
  return `the score would be ${scorePercent(score.score)}${graded}`;
}
