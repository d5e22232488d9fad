import { exactText, fraction } from "../shared/exact.js";
import { compare, minus, quotient, times, whole } from "../shared/fractions.js";
import { counted, exactly, listed, percentWords, poundsWords, quoted } from "../shared/words.js";
import { type Facts, countIn, daySaid, factIn, partWords, placeIn, placesWords, roleWords, spanWords } from "./cited.words.js";
import type { FrameworkFinding, FrameworkFindingCode } from "./findings.js";
import type { StartAnswer } from "./mobilisation.js";
import { TERM_PROBLEM_SAYS } from "./term.words.js";
import type { TermProblem } from "./term.js";

/** A finding about a framework with its own facts: who, where and when, and how far from the limit. `null`: it has none. */
export function findingFactsWords({ code, facts }: Pick<FrameworkFinding, "code" | "facts">): string | null {
  return FACTS_SAY[code](facts);
}

const FACTS_SAY: { readonly [C in FrameworkFindingCode]: (facts: Facts) => string | null } = {
  "unreadable-day": (facts) => `In the ${whoseWords(facts)}: ${quoted(factIn(facts, "day"))}.`,
  "days-contradict": (facts) => `In the ${whoseWords(facts)}: the first day is ${daySaid(factIn(facts, "firstDay"))}, the last ${daySaid(factIn(facts, "lastDay"))}.`,
  "term-contradicts": (facts) =>
    `The term runs ${spanWords(factIn(facts, "firstDay"), factIn(facts, "lastDay"))}; it may be extended to ${daySaid(factIn(facts, "mayExtendTo"))} and is extended to ${daySaid(factIn(facts, "extendedTo"))}: ${TERM_PROBLEM_SAYS[factIn(facts, "problem") as TermProblem]}.`,
  "versions-overlap": (facts) => `The ${partWords(factIn(facts, "of"))}, ${daysIn(facts)}.`,
  "place-twice": (facts) => `The ${placeIn(facts)}.`,
  "service-listed-twice": (facts) => `The service ${quoted(factIn(facts, "service"))}.`,
  "floor-above-ceiling": (facts) => `${poundsWords(factIn(facts, "floor"))} is ${poundsWords(apartText(factIn(facts, "floor"), factIn(facts, "ceiling")))} above ${poundsWords(factIn(facts, "ceiling"))}.`,
  "split-not-whole": (facts) => `They add up to ${percentWords(factIn(facts, "sum"))}.`,
  "unknown-lot": unknownWords("lot"),
  "unknown-locality": unknownWords("locality"),
  "unknown-zone": unknownWords("zone"),
  "membership-outside-term": (facts) => `${memberWords(facts)}, ${daysIn(facts)}; the term is ${spanWords(factIn(facts, "termFirstDay"), factIn(facts, "termLastDay"))}.`,
  "covers-nothing": (facts) => `${memberWords(facts)}, covers no ${COVERED_SAYS[factIn(facts, "of")] ?? factIn(facts, "of")}.`,
  "overlapping-memberships": (facts) => `${memberWords(facts)}, ${daysIn(facts)}.`,
  "too-few-in-role": (facts) => inRoleWords(facts, countIn(facts, "providers"), Number(factIn(facts, "least")), "short of"),
  "too-many-in-role": (facts) => inRoleWords(facts, countIn(facts, "providers"), Number(factIn(facts, "most")), "over"),
  "too-many-places": (facts) => heldWords(facts, Number(factIn(facts, "most"))),
  "too-large-share-of-places": (facts) => {
    const most = times(fraction(factIn(facts, "most"), "most"), whole(Number(factIn(facts, "of"))));
    return `${heldWords(facts, Number(most.numerator / most.denominator))} That limit is ${percentWords(factIn(facts, "most"))} of ${factIn(facts, "of")}.`;
  },
  "too-large-share-of-hours": (facts) => hoursWords(facts, factIn(facts, "most"), "at most"),
  "split-not-met": (facts) => hoursWords(facts, factIn(facts, "stated"), ""),
  "barred-together": (facts) =>
    `Provider ${factIn(facts, "provider")} is ${listed(listIn(facts, "roles").map(roleWords))} ${facts["within"] === "framework" ? "anywhere in the framework" : `in one ${factIn(facts, "within")}`}, ${daysIn(facts)}.`,
  "rank-missing": (facts) => `${memberWords(facts)}.`,
  "rank-twice": (facts) => `Providers ${factIn(facts, "providers")} both have rank ${factIn(facts, "rank")}, ${daysIn(facts)}.`,
  "grades-contradict": (facts) => `Provider ${factIn(facts, "provider")} has ${listed(listIn(facts, "grades").map(quoted))}, ${daysIn(facts)}.`,
  "role-in-no-tier": (facts) => `${memberWords(facts)}.`,
  "not-a-member": (facts) => `Provider ${factIn(facts, "provider")}, named by ${NAMED_BY[factIn(facts, "of")] ?? factIn(facts, "of")}.`,
  "started-before-it-may": (facts) => `Provider ${factIn(facts, "provider")} started on ${daySaid(factIn(facts, "firstDay"))}: ${EARLY_SAYS[factIn(facts, "because") as keyof typeof EARLY_SAYS](facts)}.`,
  "start-twice": (facts) => `Provider ${factIn(facts, "provider")}.`,
  "no-members-named": () => null,
  "provider-count-differs": (facts) => {
    const [members, published] = [Number(factIn(facts, "members")), Number(factIn(facts, "published"))];
    return `${counted(members, "provider")} ${members === 1 ? "is a member" : "are members"}, ${Math.abs(published - members)} ${members < published ? "fewer" : "more"} than the ${published} of the document.`;
  },
};

const COVERED_SAYS: { readonly [list: string]: string } = { lots: "lot", localities: "locality", zones: "zone", needs: "need" };
const NAMED_BY: { readonly [of: string]: string } = { suspension: "a suspension", grade: "a grade", start: "a start", hours: "its hours" };
const EARLY_SAYS: { readonly [R in Extract<StartAnswer, { kind: "waits" }>["reason"]]: (facts: Facts) => string } = {
  "contingency-period": (facts) => `the contingency period lasts until ${daySaid(factIn(facts, "until"))} (included)`,
  "provider-before-not-stable": (facts) => `before it, ${factIn(facts, "before")} ${countIn(facts, "before") === 1 ? "was" : "were"} not stable yet`,
};

function listIn(facts: Facts, name: string): readonly string[] {
  const value = facts[name];
  return typeof value === "object" ? value : [];
}

function memberWords(facts: Facts): string {
  return `Provider ${factIn(facts, "provider")}, as ${roleWords(factIn(facts, "role"))}`;
}

function whoseWords(facts: Facts): string {
  return `${partWords(factIn(facts, "of"))}${facts["provider"] === undefined ? "" : ` of provider ${factIn(facts, "provider")}`}`;
}

function daysIn(facts: Facts): string {
  return spanWords(factIn(facts, "firstDay"), factIn(facts, "lastDay"));
}

function unknownWords(kind: "lot" | "locality" | "zone"): (facts: Facts) => string {
  return (facts) => {
    const by = facts["role"] === undefined ? `Provider ${factIn(facts, "provider")}, in ${NAMED_BY[factIn(facts, "of")] ?? factIn(facts, "of")},` : `${memberWords(facts)},`;
    return `${by} names the ${kind} ${quoted(factIn(facts, kind))}.${facts["nearest"] === undefined ? "" : ` The nearest is ${quoted(factIn(facts, "nearest"))}.`}`;
  };
}

function inRoleWords(facts: Facts, came: number, limit: number, which: "short of" | "over"): string {
  const names = came === 0 ? "" : ` (${factIn(facts, "providers")})`;
  const place = placeIn(facts);
  return `${place.charAt(0).toUpperCase()}${place.slice(1)} has ${came === 0 ? "no provider" : counted(came, "provider")} as ${roleWords(factIn(facts, "role"))}${names}, ${Math.abs(limit - came)} ${which} ${limit}; ${daysIn(facts)}.`;
}

function heldWords(facts: Facts, most: number): string {
  const [held, place] = [countIn(facts, "held"), factIn(facts, "place")];
  return `${memberWords(facts)}, holds ${placesWords(place, held)} (${factIn(facts, "held")}), ${held - most} over ${most}; ${daysIn(facts)}.`;
}

/** A share of hours beside the one stated: how many hours above or short of it. */
function hoursWords(facts: Facts, stated: string, limit: string): string {
  const [part, all] = [fractionOf(factIn(facts, "hours")), fractionOf(factIn(facts, "of"))];
  const exact = times(fraction(stated, "stated"), all);
  const apart = minus(part, exact);
  const over = compare(apart, whole(0)) > 0;
  const size = exactText(over ? apart : minus(whole(0), apart), 0);
  const place = placeIn(facts);
  return `${place.charAt(0).toUpperCase()}${place.slice(1)}: ${exactly(factIn(facts, "hours"), "hour")} of ${factIn(facts, "of")} as ${roleWords(factIn(facts, "role"))}, ${exactly(size, "hour")} ${over ? "above" : "short of"} ${limit === "" ? "" : `${limit} `}${percentWords(stated)}.`;
}

/** An exact number as the checks write it: decimal text, or `"10/3"`. */
function fractionOf(text: string): ReturnType<typeof fraction> {
  const [part, divisor] = text.split("/");
  return divisor === undefined ? fraction(text, "hours") : quotient(fraction(part!, "hours"), fraction(divisor, "hours"));
}

function apartText(higher: string, lower: string): string {
  return exactText(minus(fraction(higher, "price"), fraction(lower, "price")), 2);
}
