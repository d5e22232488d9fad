import type { DecimalText, Fraction } from "../shared/exact.js";
import { exactText, fraction } from "../shared/exact.js";
import { compare, minus, quotient, roundedText, times, whole } from "../shared/fractions.js";
import { everyKindSaid, listed, percentWords, quoted } from "../shared/words.js";
import type { GradeAnswer, GradeBand, GradeStretch } from "./grade.js";

/** What an exact score is graded, and how far the next grade is; the score as `scorecard` gives it. */
export function gradeWords(answer: GradeAnswer, score: string, bands: readonly GradeBand[]): string[] {
  const value = scoreOf(score);
  const said = scorePercent(value);
  switch (answer.kind) {
    case "graded": {
      const band = bands.find(({ grade }) => grade === answer.grade);
      return [`A score of ${said} is graded ${quoted(answer.grade)}${band === undefined ? "" : `, ${bandWords(band)}`}.`, ...distanceWords(value, bands, answer.grade)];
    }
    case "cannot-be-determined":
      return answer.reason === "no-grade"
        ? [`A score of ${said} is in no grade, so what it is graded cannot be determined.`, ...distanceWords(value, bands, null)]
        : [`A score of ${said} is in ${answer.grades.length} grades at once, ${listed(answer.grades.map(quoted))}, so what it is graded cannot be determined.`];
    default:
      return everyKindSaid(answer);
  }
}

/** A stretch of scores that earns no grade, or several. */
export function gradeStretchWords({ from, fromLimit, to, toLimit, grades }: GradeStretch): string {
  const which = from === to ? `A score of ${scorePercent(scoreOf(from))}` : `A score from ${scorePercent(scoreOf(from))} (${fromLimit}) to ${scorePercent(scoreOf(to))} (${toLimit})`;
  return `${which} is in ${grades.length === 0 ? "no grade" : `${grades.length} grades at once: ${listed(grades.map(quoted))}`}.`;
}

/** A score from 0 to 1, decimal text or `"7/9"`, as a percentage: exact where it ends. */
export function scorePercent(score: Fraction | string): string {
  const percent = times(typeof score === "string" ? scoreOf(score) : score, whole(100));
  const exact = exactText(percent, 0);
  return exact.includes("/") ? `about ${roundedText(percent, 2)} %` : `${exact} %`;
}

function scoreOf(score: string): Fraction {
  const [part, all] = score.split("/");
  return all === undefined ? fraction(score, "score") : quotient(fraction(part!, "score"), fraction(all, "score"));
}

function bandWords({ from, fromLimit, to, toLimit }: GradeBand): string {
  return `from ${percentWords(from)} (${fromLimit}) to ${percentWords(to)} (${toLimit})`;
}

/** How far above and below the nearest other grade begins. */
function distanceWords(value: Fraction, bands: readonly GradeBand[], earned: string | null): string[] {
  const ends = (end: (band: GradeBand) => DecimalText): { readonly grade: string; readonly away: Fraction }[] =>
    bands.map((band) => ({ grade: band.grade, away: minus(fraction(end(band), "grade"), value) }));
  const edges = bands.filter((band) => band.grade !== earned && [band.from, band.to].some((end) => compare(fraction(end, "grade"), value) === 0)).map(({ grade }) => quoted(grade));
  const near = (candidates: readonly { readonly grade: string; readonly away: Fraction }[]) => candidates.toSorted((a, b) => compare(a.away, b.away))[0];
  const above = near(ends(({ from }) => from).filter(({ away }) => away.numerator > 0n));
  const below = near(ends(({ to }) => to).map(({ grade, away }) => ({ grade, away: minus(whole(0), away) })).filter(({ away }) => away.numerator > 0n));
  return [
    ...(edges.length === 0 ? [] : [`It is at the very edge of ${listed(edges)}.`]),
    ...(above === undefined ? [] : [`${capital(scorePercent(above.away))} below ${quoted(above.grade)}.`]),
    ...(below === undefined ? [] : [`${capital(scorePercent(below.away))} above ${quoted(below.grade)}.`]),
  ];
}

function capital(text: string): string {
  return text.startsWith("about") ? `A${text.slice(1)}` : text;
}
