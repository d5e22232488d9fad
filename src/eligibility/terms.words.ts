import { counted, listed, quoted } from "../shared/words.js";
import { GRADE_SAYS, OF_SAYS } from "./rating.words.js";
import type { Age, EligibilityTerms, RegistrationCheck } from "./terms.js";

/** What a condition asks, to stand before what came of it: `"Rated Good or better in Well-led"`. */
export function conditionWords(condition: string, { registration, ratings, facts, grades }: EligibilityTerms): string {
  const check = registration.find(({ kind }) => kind === condition);
  if (check !== undefined) return registrationWords(check);
  const rating = ratings.find(({ id }) => id === condition);
  if (rating !== undefined) return `Rated ${GRADE_SAYS[rating.atLeast]} or better ${OF_SAYS[rating.of]}${ageWords(rating.maxAge)}`;
  const fact = facts.find(({ id }) => id === condition);
  if (fact !== undefined) return fact.kind === "yes" ? `The answer to ${quoted(fact.fact)} is yes` : `The amount ${quoted(fact.fact)} is at least ${fact.atLeast}`;
  const grade = grades.find(({ id }) => id === condition);
  if (grade !== undefined) return `Graded ${quoted(grade.atLeast)} or better by ${grade.regulator}, ${grade.theme === null ? "as a whole" : `for ${quoted(grade.theme)}`}${ageWords(grade.maxAge)}`;
  return `The condition ${quoted(condition)}`;
}

function registrationWords(check: RegistrationCheck): string {
  switch (check.kind) {
    case "registered":
      return "Registered with the regulator";
    case "not-dormant":
      return "Not dormant";
    case "regulated-activity":
      return `Registered for the activity ${quoted(check.activity)}`;
    case "runs-service":
      return `Runs the service ${listed(check.anyOf.map(quoted), "or")}`;
  }
}

function ageWords(age: Age | undefined): string {
  if (age === undefined) return "";
  return `, published at most ${"months" in age ? counted(age.months, "month") : counted(age.days, "day")} before`;
}
