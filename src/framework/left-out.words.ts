import { exactText, fraction } from "../shared/exact.js";
import { minus } from "../shared/fractions.js";
import { type Day, dayNumber, readDay } from "../shared/day.js";
import { counted, exactly, listed, quoted, slugWords } from "../shared/words.js";
import { type Facts, countIn, daySaid, factIn, roleWords, spanWords } from "./cited.words.js";
import { LEFT_OUT, type LeftOutCode, type LeftOutReason } from "./left-out.js";
import type { StartAnswer } from "./mobilisation.js";
import { START_DOUBT_SAYS } from "./mobilisation.words.js";

/** One reason for which a member is offered nothing, to follow its name: with its facts and how far the limit is. */
export function leftOutWords({ code, facts }: Pick<LeftOutReason, "code" | "facts">, day: Day): string {
  const says: string = LEFT_OUT[code];
  return `${says.charAt(0).toLowerCase()}${says.slice(1, -1)}${DETAILS[code](facts, day)}.`;
}

type Detail = (facts: Facts, day: Day) => string;

const none: Detail = () => "";

const covers: Detail = (facts) => `; it covers ${factIn(facts, "covers")}`;

const DETAILS: { readonly [C in LeftOutCode]: Detail } = {
  "not-in-lot": (facts) => `, ${factIn(facts, "lot")}; it covers ${factIn(facts, "covers")}`,
  "not-in-locality": (facts) => `, ${factIn(facts, "locality")}; it covers ${factIn(facts, "covers")}`,
  "lot-not-given": covers,
  "locality-not-given": covers,
  "membership-not-started": (facts, day) => `, on ${daySaid(factIn(facts, "firstDay"))}${apart(factIn(facts, "firstDay"), day)}`,
  "membership-ended": (facts, day) => `, on ${daySaid(factIn(facts, "lastDay"))}${apart(factIn(facts, "lastDay"), day)}`,
  "role-in-no-tier": (facts) => `, ${roleWords(factIn(facts, "role"))}`,
  "grade-not-given": none,
  "grade-in-no-tier": (facts) => `, ${quoted(factIn(facts, "grade"))}`,
  "grades-contradict": (facts) => `, ${listed(typeof facts["grades"] === "object" ? facts["grades"].map(quoted) : [])}`,
  "rank-not-given": none,
  "zone-not-covered": (facts) => `, ${factIn(facts, "zone")}; it covers ${factIn(facts, "covers")}`,
  "zone-not-given": covers,
  "need-not-covered": (facts) => `, ${countIn(facts, "needs") === 0 ? "of which there are none beyond the ordinary" : factIn(facts, "needs")}; it covers ${factIn(facts, "covers")}`,
  "needs-not-given": covers,
  suspended: (facts) => `, ${spanWords(factIn(facts, "firstDay"), factIn(facts, "lastDay"))}`,
  "not-eligible": none,
  "eligibility-cannot-be-determined": none,
  "not-started": none,
  "provider-before-not-stable": (facts) => `: ${factIn(facts, "before")}`,
  "contingency-period": (facts, day) => `, which lasts until ${daySaid(factIn(facts, "lastDay"))} (included)${apart(factIn(facts, "lastDay"), day)}`,
  "start-cannot-be-determined": (facts) => `: ${START_DOUBT_SAYS[factIn(facts, "because") as Extract<StartAnswer, { kind: "cannot-be-determined" }>["reason"]]}`,
  "capacity-not-given": none,
  "capacity-too-small": (facts) => {
    const short = minus(fraction(factIn(facts, "asked"), "asked"), fraction(factIn(facts, "free"), "free"));
    return `: ${exactly(factIn(facts, "free"), "hour")} a week, ${exactly(exactText(short, 0), "hour")} short of ${factIn(facts, "asked")}`;
  },
  declined: none,
  "an-earlier-tier-can": (facts) => `; its tier is ${slugWords(factIn(facts, "tier"))}`,
  "nobody-to-distribute": (facts) => `; its tier is ${slugWords(factIn(facts, "tier"))}`,
};

/** How many days a day is before or after the one asked about. */
function apart(text: string, day: Day): string {
  const at = readDay(text);
  if (at === undefined) return "";
  const days = at - dayNumber(day);
  return days === 0 ? ", the day asked about" : days > 0 ? `, ${counted(days, "day")} later` : `, ${counted(-days, "day")} before`;
}
