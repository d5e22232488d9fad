import { describe, expect, it } from "vitest";
import * as library from "../../src/index.js";
import {
  type Section,
  type TimeBankTerms,
  explainArrangement, explainBlockPayment, explainCapture, explainCqcReading, explainDashboard, explainEligibility, explainExit, explainFrameworkCheck, explainGoal, explainGrade, explainGradeHoles, explainGrowth, explainMilestone,
  explainOffers, explainPercentDifferences, explainPrice, explainRating, explainRatingMix, explainRatingWord, explainRatingsBeside, explainRegime, explainRulesApply, explainScope, explainScorecard, explainStart, explainTarget, explainTerm,
  explainTimeBank, explainVisitDue, explainVisitLength, explainWindows, explainWindowsAt,
  arrangementOn, checkFramework, eligibility, eligibilityDocument, eligibilityUnder, explainEligibilityDocument, explainFlips, goalAnswer, leicesterEligibility, leicesterFrameworks, leicestershire, milestoneOn, offers, plymouth, readCqcRecords,
  scorecard, timeBank, visitLength, whoFlips,
  type Day, type HospitalRetainer, type HospitalStay, chargeFor, retainerOn,
} from "../../src/index.js";
import { explainContinuityHoles } from "../../src/report/explain-continuity.js";
import { explainCharge, explainGroupPayment, explainPersonCharge, explainRetainer } from "../../src/report/explain-pay.js";
import { explainBankHoliday, explainRateCells } from "../../src/report/explain-rates.js";
import { LOCATION, rated } from "../eligibility/fixtures.js";
import { frameworkWith, source, version } from "../framework/fixtures.js";
import {
  DAY, NATIONS, UNSTATED, bankHolidayAnswers, block, blockPayments, charges, cqcFindings, dues, eligibilities, exits, frameworkFindings, gaps, goalKinds, goals, gradeAnswers, groupPayments, keys, leftOut, lengthRules, lengths, measures, notChecked, offersAnswers, outcomes, packages, prices,
  rateCells, ratingWords, ratings, rawCodes, regimes, retainer, retainerDays, rules, rulesApply, scopes, starts, stay, stretches, termAnswers, terms, timeBanks,
} from "./apart-results.ts";

/** What must never stand in a sentence: what JavaScript writes for a value that is not there, codes, and days as codes. */
function flaws(sentence: string): string[] {
  // Readings are named by their slugs, so that they can be chosen.
  const plain = sentence.replace(/reading [\w-]+( = [\w-]+)?|[Rr]ead as [\w-]+|read so: [^)]*/g, "…");
  const codes = rawCodes.filter((code) => new RegExp(`(?<![\\w-])${code}(?![\\w-])`).test(plain));
  return [...(/undefined|null|NaN|Infinity|\[object|  |\$\{|\.\.|\d{4}-\d\d-\d\d(?!”)/.exec(plain) ?? []), ...codes];
}

/** The sentences of a result, each checked. */
function told(sections: readonly Section[]): string {
  const sentences = sections.flatMap((section) => section.sentences);
  expect(sentences.length).toBeGreaterThan(0);
  for (const sentence of sentences) {
    expect(flaws(sentence), sentence).toEqual([]);
    expect(sentence, "a sentence begins large and ends with a stop").toMatch(/^[\p{Lu}\d£“][\s\S]*[.?]$/u);
  }
  for (const { heading } of sections) expect(rawCodes).not.toContain(heading);
  return sections.flatMap(({ heading, sentences: own }) => [heading ?? "", ...own]).join("\n");
}

function eachOfItsOwn(results: readonly (readonly Section[])[]): void {
  const texts = results.map(told);
  expect(texts.length).toBeGreaterThan(1);
  expect(new Set(texts).size, [...texts].sort().find((text, i, all) => text === all[i + 1])).toBe(texts.length);
}

const framework = frameworkWith();
const scope = framework.scope.versions[0]!;
const plan = { authority: "agreed", source, readings: {}, gate: "none", contingency: "none", milestones: [], starts: [] } as const;
const milestone = { id: "start", name: "Start", when: "March 2026", firstDay: "2026-03-01", lastDay: "2026-03-31", source } as const;
const monitoring = version({ routine: [], intensive: [], trigger: { kind: "recorded-concern" }, visitWeek: "seven-days-apart" } as const);
const asked = { provider: "P1", day: DAY, concerns: [] } as const;
const exit = { provider: "P1", place: "a", hoursPerWeek: "10" } as const;
const account = { firstDay: "2026-03-01", lastDay: "2026-03-31", entries: [], planned: [] } as const;
const bank: TimeBankTerms = { period: "calendar-month", carryOver: "20", capShare: "0.10", capHours: "2.50", overCap: "refused", ahead: "60" };
const bands = [{ grade: "Fair", from: "0.50", fromLimit: "included", to: "0.80", toLimit: "excluded" }, { grade: "Good", from: "0.80", fromLimit: "included", to: "1", toLimit: "included" }] as const;

describe("every kind and reason of a result that comes from no council's rules has sentences of its own", () => {
  it.each<readonly [string, readonly (readonly Section[])[]]>([
    ["lengths of visits", lengths.map((result) => explainVisitLength(result, { minutes: result.kind === "conforms" ? 30 : 22, tasks: null, facts: {} }, { rules: lengthRules }))],
    ["lengths that are not known", lengths.filter(({ kind }) => kind === "cannot-be-determined").map((result) => explainVisitLength(result, { minutes: null, tasks: null, facts: {} }, { rules: lengthRules }))],
    ["stretches of the day", stretches.map((stretch) => explainWindows([stretch]))],
    ["grades", gradeAnswers.map((answer) => explainGrade(answer, "7/9", bands))],
    ["time banks", timeBanks.map((answer) => explainTimeBank(answer, account, bank))],
    ["conditions of eligibility", outcomes.map((outcome) => explainEligibility({ provider: "1-100", day: DAY, kind: "eligible", deciding: [], conditions: [outcome], restsOn: [] }, terms))],
    ["answers to who may join", eligibilities.map((answer) => explainEligibility(answer, terms))],
    ["rules on who may join", rules.map((rule) => explainEligibility({ ...eligibilities[0]!, rule }, terms))],
    ["ratings", ratings.map((answer) => explainRating(answer, { service: "Homecare agencies", of: "well-led" }, DAY))],
    ["words in the place of ratings", ratingWords.map((says) => explainRatingWord(says, "the word"))],
    ["findings of CQC data", cqcFindings.map((finding) => explainCqcReading({ records: [], counted: "rows", read: 1, accepted: 0, rejected: 1, findings: [finding] }))],
    ["findings about frameworks", frameworkFindings.map((finding) => explainFrameworkCheck({ framework: "made-up", authority: "agreed", findings: [finding], notChecked: [] }, framework))],
    ["what was not checked", notChecked.map((unchecked) => explainFrameworkCheck({ framework: "made-up", authority: "agreed", findings: [], notChecked: [unchecked] }, framework))],
    ["offers", offersAnswers.map((answer) => explainOffers(answer, framework, packages[0]!, DAY))],
    ["packages", packages.map((carePackage) => explainOffers(offersAnswers[0]!, framework, carePackage, DAY))],
    ["exits", [...exits, ...leftOut.map((one) => ({ ...exits[0]!, leftOut: [one] }))].map((answer) => explainExit(answer, framework, exit, DAY))],
    ["days of a term", termAnswers.map((answer) => explainTerm(answer, framework, DAY))],
    ["scopes", scopes.map((answer) => explainScope(answer, "home-care", scope))],
    ["scopes of a service that is not listed", scopes.map((answer) => explainScope(answer, "nothing", scope))],
    ["prices", prices.map((answer) => explainPrice(answer, "18.00", { floor: "16.12", ceiling: "18.00", aboveCeiling: "refused" }))],
    ["starts", starts.map((answer) => explainStart(answer, plan, "P1", DAY))],
    ["milestones", (["2026-02-28", "2026-03-01", "2026-03-31", "2026-04-01"] as const).map((day) => explainMilestone(milestoneOn(milestone, day), milestone, day))],
    ["milestones without days", [explainMilestone("cannot-be-determined", milestone, DAY), explainMilestone("due", milestone, DAY)]],
    ["care inside and outside the rules", rulesApply.map((answer) => explainRulesApply(answer))],
    ["blocks", blockPayments.map((payment) => explainBlockPayment(payment, block))],
    ["arrangements", [true, false].map((there) => explainArrangement(there, block, DAY))],
    ["regimes", regimes.map((answer) => explainRegime(answer, asked, monitoring))],
    ["visits due", dues.map((answer) => explainVisitDue(answer, [], asked, monitoring))],
    ["bank holidays", bankHolidayAnswers.flatMap((answer) => keys(NATIONS).map((nation) => explainBankHoliday(answer, DAY, nation)))],
    ["days in hospital", retainerDays.map((answer) => explainRetainer(answer, DAY, stay, retainer))],
    ["charges", charges.map((charge) => explainCharge(charge, "50.00", true, DAY, []))],
    ["charges of a period", charges.map((charge) => explainPersonCharge({ serviceUser: "SU1", firstDay: DAY, lastDay: "2026-03-22", cost: "50.00", costKnown: true, charge }))],
    ["time added up", groupPayments.map((payment) => explainGroupPayment(payment))],
    ["visits of no rate, and of several", [[], ...rateCells.map((cell) => [cell])].map((cells) => explainRateCells(cells))],
    ["numbers of visits for which no carers are allowed", [[], [{ from: 8, to: 8 }], [{ from: 1, to: 1 }], [{ from: 8, to: 9 }], [{ from: 14, to: "open" as const }]].flatMap((holes) => [explainContinuityHoles({ gaps: holes, overlaps: [] }), ...(holes.length === 0 ? [] : [explainContinuityHoles({ gaps: [], overlaps: holes })])])],
    ["dashboards", [[], ...gaps.map((gap) => [gap])].map((found) => explainDashboard(found, DAY))],
  ])("%s", (_name, results) => eachOfItsOwn(results));

  it("goals, for every measure: met, not met and each reason", () => {
    const seen = new Set<string>();
    for (const goal of [...goals, { ...goals[0]!, target: null }]) {
      for (const measure of measures) {
        const answer = goalAnswer(measure, DAY, goal);
        seen.add(answer.kind === "cannot-be-determined" ? answer.reason : answer.kind);
        told(explainGoal(answer, measure, goal, { source }));
      }
    }
    expect([...seen].sort()).toEqual(keys(goalKinds).sort());
  });
});

describe("the nearest boundary", () => {
  const sentences = (sections: readonly Section[]): string[] => sections.flatMap((section) => [...section.sentences]);

  it.each([
    ["at-least", "included", 7, "1 more would have met it."],
    ["at-least", "included", 8, "One fewer would have missed it."],
    ["at-least", "included", 9, "1 fewer would still have met it."],
    ["at-least", "excluded", 8, "1 more would have met it."],
    ["at-least", "excluded", 9, "One fewer would have missed it."],
    ["at-most", "included", 8, "One more would have missed it."],
    ["at-most", "included", 7, "1 more would still have met it."],
    ["at-most", "included", 10, "2 fewer would have met it."],
    ["at-most", "excluded", 8, "1 fewer would have met it."],
    ["at-most", "excluded", 7, "One more would have missed it."],
  ] as const)("of a goal %s (%s) with %i of 10", (kind, limit, part, boundary) => {
    const goal = { kind, limit, target: "0.80" };
    const measure = { part, whole: 10 };
    expect(sentences(explainGoal(goalAnswer(measure, DAY, goal), measure, goal))[1]).toBe(boundary);
  });

  it("of a goal is true: every measure of up to 12, moved as it says, decides as it says", () => {
    for (const goal of [...goals, ...goals.map((one) => ({ ...one, target: "0" })), ...goals.map((one) => ({ ...one, target: "1" })), ...goals.map((one) => ({ ...one, target: "0.33" }))]) {
      for (let whole = 1; whole <= 12; whole++) {
        for (let part = 0; part <= whole; part++) {
          const [, boundary] = sentences(explainGoal(goalAnswer({ part, whole }, DAY, goal), { part, whole }, goal));
          const met = (moved: number): boolean => goalAnswer({ part: moved, whole }, DAY, goal).kind === "met";
          const [, count, way, verdict] = /^(One|\d+) (more|fewer) would (have met it|have missed it|still have met it)\.$/.exec(boundary!) ?? [];
          if (count === undefined) {
            const all = Array.from({ length: whole + 1 }, (_, n) => met(n));
            expect(all, boundary).toEqual(all.map(() => boundary === "Any share would have met it."));
            continue;
          }
          const step = way === "more" ? 1 : -1;
          const moved = part + step * (count === "One" ? 1 : Number(count));
          if (verdict === "have met it") expect([met(part), met(moved - step), met(moved)], boundary).toEqual([false, false, true]);
          else if (verdict === "have missed it") expect([met(part), met(moved)], boundary).toEqual([true, false]);
          else expect([met(part), met(moved), met(moved + step)], boundary).toEqual([true, true, false]);
        }
      }
    }
  });

  it("of a goal with something unknown", () => {
    const goal = { kind: "at-least", limit: "included", target: "0.80" } as const;
    const measure = { part: 7, whole: 10, unknown: 2 };
    expect(sentences(explainGoal(goalAnswer(measure, DAY, goal), measure, goal))).toEqual([
      "7 of 10, between 70.00 % and 90.00 %, because nobody knows of 2; whether the goal of at least 80 % is met cannot be determined: what is unknown makes the difference.",
      "It is met if at least 1 of the 2 unknown belong to what is shared.",
    ]);
  });

  it("of a grade: how far below the next, and above the one before", () => {
    expect(sentences(explainGrade({ kind: "graded", grade: "Fair" }, "0.79", bands))[1]).toBe("1 % below “Good”.");
    expect(sentences(explainGrade({ kind: "graded", grade: "Good" }, "0.85", bands)).slice(1)).toEqual(["5 % above “Fair”."]);
    expect(sentences(explainGrade({ kind: "graded", grade: "Good" }, "0.80", bands)).slice(1)).toEqual(["It is at the very edge of “Fair”."]);
    expect(sentences(explainGrade({ kind: "cannot-be-determined", reason: "no-grade" }, "1/3", bands))[1]).toBe("About 16.67 % below “Fair”.");
  });

  it("of hours split between roles, on both sides", () => {
    const check = (facts: object) => sentences(explainFrameworkCheck({ framework: "made-up", authority: "agreed", findings: [{ code: "split-not-met", facts: { ...facts, of: "100", share: "0", lot: "a", role: "principal", stated: "0.70" }, source }], notChecked: [] }, framework))[2];
    expect(check({ hours: "38" })).toBe("Lot a: 38 hours of 100 as principal, 32 hours short of 70 %.");
    expect(check({ hours: "71" })).toBe("Lot a: 71 hours of 100 as principal, 1 hour above 70 %.");
  });

  it("of capacity, of a price and of a day", () => {
    expect(sentences(explainOffers({ kind: "nobody", order: "all", authority: "agreed", source, leftOut: leftOut.filter(({ reasons }) => reasons[0]!.code === "capacity-too-small"), notChecked: [], restsOn: [] }, framework, packages[1]!, DAY)).at(-1)).toBe(
      "Provider P9: it has too few free hours for the package: 8 hours a week, 32 hours short of 40.",
    );
    expect(sentences(explainPrice({ kind: "within" }, "16.13", { floor: "16.12", ceiling: "16.13", aboveCeiling: "refused" })).slice(1)).toEqual(["That is £0.01 above the lowest price, £16.12 (included).", "That is the highest price."]);
    expect(sentences(explainTerm({ kind: "not-started", firstDay: "2026-03-17" }, framework, DAY))[0]).toContain("starts on Tuesday 17 March 2026, 1 day later");
  });

  it("of an amount, a grade and the age of a rating", () => {
    const boundary = (condition: string) => outcomes.filter((outcome) => outcome.condition === condition && outcome.kind === "met").map((outcome) => explainEligibility({ ...eligibilities[0]!, conditions: [outcome] }, terms).flatMap((section) => section.sentences).slice(3));
    expect(boundary("turnover")).toEqual([["That is 0.01 short of 3000000."], ["That is the least amount that meets it."], ["That is 0.5 above 3000000."]]);
    expect(boundary("support")).toEqual([["That is 1 grade short of “4”.", "It has been too old since Wednesday 21 May 2025."], ["“4” is the lowest grade that meets it.", "It has been too old since Wednesday 21 May 2025."], ["That is 2 grades above “4”.", "It has been too old since Wednesday 21 May 2025."], []]);
    expect(boundary("well-led")[0]).toEqual(["That is 1 rating above Good, the lowest that meets it.", "It is not too old up to Thursday 20 May 2027 (included)."]);
    expect(boundary("well-led").at(-1)![0]).toBe("That is 2 ratings short of Good.");
  });

  it("of the time bank: what may still be taken out, and what would lapse", () => {
    const boundary = (more: Partial<TimeBankTerms>, answer = timeBanks[0]!) => explainTimeBank(answer, account, { ...bank, ...more })[0]!.sentences.slice(1);
    expect(boundary({})).toEqual(["90 minutes may be taken out, ahead of being banked; one more would be refused.", "10 minutes of it would lapse if a period ended now."]);
    expect(boundary({ ahead: "refused", carryOver: "all" })).toEqual(["30 minutes may be taken out; one more would be refused.", "Nothing of it would lapse if a period ended now."]);
    expect(boundary({ ahead: "allowed", carryOver: "nothing" })).toEqual(["Any number of minutes may be taken out.", "30 minutes of it would lapse if a period ended now."]);
  });

  it("of a named window, the shorter way round the clock", () => {
    const windows = [{ name: "night", from: "22:00", fromLimit: "included", to: "07:00", toLimit: "excluded" }] as const;
    expect(explainWindowsAt(["night"], "23:30", windows)[0]!.sentences[1]).toBe("The nearest end of a window is 22:00, when “night” begins: 90 minutes away.");
    expect(explainWindowsAt([], "23:30", [{ ...windows[0], name: "small hours", from: "00:30" }])[0]!.sentences[1]).toBe("The nearest end of a window is 00:30, when “small hours” begins: 60 minutes away.");
    expect(explainWindowsAt([], "07:00", windows)[0]!.sentences[1]).toBe("The nearest end of a window is 07:00, when “night” ends: that very time.");
  });

  it("of a retainer: the next day of the stay that pays otherwise", () => {
    const next = (day: Day, of: HospitalRetainer = retainer, during: HospitalStay = stay) => sentences(explainRetainer(retainerOn(day, during, of), day, during, of));
    expect(next("2026-03-16")).toEqual(["Monday 16 March 2026 pays 100 % of the price of the planned length, as day 1 of 14 of the retainer.", "The person was admitted on Monday 16 March 2026.", "Monday 23 March 2026, if the stay goes on, pays 50 % of it."]);
    expect(next("2026-03-22")[2]).toBe("Monday 23 March 2026, if the stay goes on, pays 50 % of it.");
    expect(next("2026-03-29")[2]).toBe("Monday 30 March 2026, if the stay goes on, pays nothing.");
    expect(next("2026-03-22", retainer, { ...stay, discharged: "2026-03-22" }).slice(1)).toEqual(["The person was admitted on Monday 16 March 2026 and discharged on Sunday 22 March 2026."]);
    expect(next("2026-03-16", { ...retainer, admissionDay: "in-full" }, { ...stay, conditionsMet: false })).toEqual(["Monday 16 March 2026 pays 100 % of the price of the planned length, as the day of admission or discharge.", "The person was admitted on Monday 16 March 2026.", "Tuesday 17 March 2026, if the stay goes on, pays nothing."]);
    expect(next("2026-03-16", { ...retainer, admissionDay: "in-full", steps: [{ days: 14, share: "1" }] })[2]).toBe("Tuesday 31 March 2026, if the stay goes on, pays nothing.");
    expect(next("2026-03-16", { ...retainer, steps: [{ days: "open", share: "1" }] })).toEqual(["Monday 16 March 2026 pays 100 % of the price of the planned length, as day 1 of the retainer, which has no last day.", "The person was admitted on Monday 16 March 2026."]);
    expect(next("2026-03-30")[0]).toBe("Nothing is paid for Monday 30 March 2026, because the retainer is paid for 14 days, the last of them was Sunday 29 March 2026, and this is 1 day after it.");
    expect(next("2026-03-16", { ...retainer, admissionDay: "nothing" })[0]).toBe("Nothing is paid for Monday 16 March 2026, because no retainer is paid for the day of admission.");
    expect(next("2026-03-20", { ...retainer, dischargeDay: "nothing" }, { ...stay, discharged: "2026-03-20" })[0]).toBe("Nothing is paid for Friday 20 March 2026, because no retainer is paid for the day of discharge.");
    expect(next("2026-03-15")[0]).toBe("What Sunday 15 March 2026 pays cannot be determined: the day is not one of the days in hospital that are named.");
  });

  it("of time added up: what is carried on from line to line, or paid ahead, by the second; and what is left over after the last", () => {
    const carried = (line: number): string[] => groupPayments.flatMap((payment) => explainGroupPayment(payment)[0]!.sentences[line]!.split("15 minutes of pay, and ").slice(1));
    expect(carried(1)).toEqual(["5 minutes are carried on.", "1 minute is carried on.", "nothing is carried on.", "1 minute is paid ahead.", "10 minutes are paid ahead."]);
    expect(carried(2)).toEqual([
      "5 minutes are left over, and not paid.",
      "1 minute is left over, and not paid.",
      "1 second is left over, and not paid.",
      "nothing is left over.",
      "1 second is paid beyond the time added up.",
      "2 minutes 20 seconds are paid beyond the time added up.",
    ]);
    const [first, second] = [{ visit: "V1", day: DAY, carer: null, minutes: 12, seconds: 760, completed: { minutesPaid: 15, carried: -2 } }, { visit: "V2", day: DAY, carer: null, minutes: 5, seconds: 300, completed: { minutesPaid: 0, carried: 3 } }] as const;
    expect(explainGroupPayment({ ...groupPayments[0]!, lines: [first, second] })[0]!.sentences.slice(1, 3)).toEqual([
      "Visit V1 of Monday 16 March 2026: 12 minutes 40 seconds; it completes 15 minutes of pay, and 2 minutes 20 seconds are paid ahead.",
      "Visit V2 of Monday 16 March 2026: 5 minutes; it completes 0 minutes of pay, and 2 minutes 40 seconds are left over, and not paid.",
    ]);
  });

  it("of time added up: over which day, or from when on, and on which readings what it comes to rests", () => {
    const restsOn = [{ reading: "rounding", clause: "paidMinutes", adopted: "nearest" }, { reading: "sum", clause: "basis", adopted: "each" }];
    const said = groupPayments.slice(0, 3).map((payment) => explainGroupPayment({ ...payment, restsOn })[0]!.sentences);
    expect(said.map((sentences) => sentences[0])).toEqual(["Time is added up over the day Monday 16 March 2026, carer C1.", "Time is added up over the calendar month from Sunday 1 March 2026, all carers together, service home care.", "Time is added up over the period assessed, all carers together."]);
    for (const sentences of said) expect(sentences.at(-1)).toBe("That rests on reading rounding = nearest and reading sum = each.");
  });

  it("of a charge: how far cost and assessed amount are apart, and what is known of the cost", () => {
    const of = (cost: string, known: boolean, amount: string) => {
      const assessed = [{ firstDay: DAY, lastDay: DAY, amount }] as const;
      return sentences(explainCharge(chargeFor(cost, known, DAY, assessed), cost, known, DAY, assessed, { source }));
    };
    expect(of("50.00", true, "60.00")).toEqual(["The charge is £50.00, the cost (A made-up council's contract, 2020, 1: “as the test says”).", "That is £10.00 below what was assessed, £60.00."]);
    expect(of("60.00", true, "60.00").slice(1)).toEqual(["That is just what was assessed."]);
    expect(of("60.01", true, "60.00").slice(1)).toEqual(["The cost is £60.01: £0.01 above it."]);
    expect(of("60.01", false, "60.00").slice(1)).toEqual(["The cost is at least £60.01: £0.01 above it."]);
    expect(of("59.99", false, "60.00").slice(1)).toEqual(["What is known of the cost is £59.99.", "That is £0.01 below what was assessed, £60.00."]);
  });

  it("of a target that changes with the contract year", () => {
    const rising = { firstDay: "2024-04-01", years: ["0.80", "0.80", null], afterwards: "none" } as const;
    expect(explainTarget("2024-04-01", rising)[0]!.sentences).toEqual(["Monday 1 April 2024 is in contract year 1, from Monday 1 April 2024 to Monday 31 March 2025 (both included): the target is 80 %.", "From Wednesday 1 April 2026 on, there is no target."]);
    expect(explainTarget("2026-04-01", rising)[0]!.sentences[1]).toBe("It does not change in a later year.");
    eachOfItsOwn([explainTarget("2024-03-31", rising), explainTarget(DAY, rising), explainTarget(DAY, null), explainTarget(DAY, "0.80")]);
  });
});

describe("whole results", () => {
  const objects = [rated("1-100", "Good", "Good"), rated("1-200", "Requires improvement", "Good"), { ...LOCATION, locationId: "1-300", registrationStatus: "Deregistered", deregistrationDate: "2025-01-01" }, rated("1-400", "Goodish", "Good"), 5];
  const reading = readCqcRecords(objects);

  it("a list of providers under each version, none, or several at once: every provider with what decides, each reading, each finding", () => {
    const several = { versions: leicesterEligibility.versions.map((one) => ({ ...one, authority: "recommended" as const })) };
    const later = { versions: [{ ...leicesterEligibility.versions[0]!, firstDay: "2027-01-01" as const }] };
    const texts = ([[leicesterEligibility, ["proposed"]], [leicesterEligibility, ["recommended"]], [leicesterEligibility, undefined], [several, ["recommended"]], [later, ["proposed"]]] as const).map(([clause, authorities]) =>
      told(explainEligibilityDocument(eligibilityDocument("leicester", clause, reading, DAY, authorities), clause)),
    );
    expect(new Set(texts).size).toBe(texts.length);
    expect(texts[1]).toContain("of 4 providers, 1 may, 0 may with conditions, 2 may not, and of 1 it cannot be determined.");
    expect(texts[1]).toContain("Provider 1-100\nProvider 1-100 may join on Monday 16 March 2026");
    expect(texts[1]).toContain("Provider 1-200\nProvider 1-200 may not join on Monday 16 March 2026: 1 condition is not met.\nRated Good or better overall: not met (Leicester City Council, scrutiny minutes");
    expect(texts[1]).toContain("Record 1-400 at [3].currentRatings.overall.rating, which holds “Goodish”");
    expect(texts[2]).toContain("No terms on who may join bind anybody: they are proposed and recommended only");
    expect(texts[3]).toContain("apply at once, so the contract contradicts itself");
    expect(texts[4]).toContain("its first day is Friday 1 January 2027");
  });

  it("who changes answer, from each version to the other, and from terms that stand alone", () => {
    const [proposed, recommended] = leicesterEligibility.versions;
    for (const [from, to] of [[proposed!, recommended!], [recommended!, proposed!], [terms, recommended!]] as const) told(explainFlips(whoFlips(reading.records, DAY, from, to), from, to));
    const text = told(explainFlips(whoFlips(reading.records, DAY, proposed!, recommended!), proposed!, recommended!));
    expect(text).toContain("It is eligible with conditions under the first terms, and not eligible under the second.");
    expect(text).toContain("That is 1 rating short of Good.");
    expect(told(explainFlips(whoFlips([], DAY, terms, terms), terms, terms))).toContain("0 of 0 providers change answer");
  });

  it("an answer without its terms is refused; one whose rule is in force has them", () => {
    expect(() => explainEligibility(eligibility(reading.records[0]!, DAY, terms))).toThrow("explainEligibility: the terms must be given");
    const answer = eligibilityUnder(reading.records[3]!, DAY, leicesterEligibility, ["proposed"]);
    const text = told(explainEligibility(answer));
    expect(text).toContain("No document says so: it is adopted by reading registration.");
    expect(text).toMatch(/Whether provider 1-400 may join on .* cannot be determined: 1 condition of 5/);
  });

  it("every built-in framework, checked and asked for an offer", () => {
    for (const records of [leicesterFrameworks, leicestershire, plymouth]) {
      for (const known of records.frameworks) {
        told(explainFrameworkCheck(checkFramework(known), known));
        for (const carePackage of packages) {
          const answer = offers(known, carePackage, DAY, { as: known.authority });
          told(explainOffers(answer, known, carePackage, DAY));
        }
      }
      for (const arrangement of records.arrangements) told(explainArrangement(arrangementOn(arrangement, DAY), arrangement, DAY));
    }
  });

  it("every term of a time bank in every choice, and a reading it rests on", () => {
    const choices: { readonly [F in keyof TimeBankTerms]: readonly string[] } = { period: ["calendar-month", "no-end", "28", "1"], carryOver: ["all", "nothing", "1", "30"], capShare: ["no-cap", "0.10"], capHours: ["no-cap", "1", "2.5"], overCap: ["refused", "up-to-the-cap"], ahead: ["refused", "allowed", "1", "60"] };
    eachOfItsOwn([explainTimeBank(timeBank(account, UNSTATED), account, UNSTATED), ...keys(choices).flatMap((term) => choices[term].map((value) => explainTimeBank(timeBank(account, UNSTATED), account, { ...UNSTATED, [term]: value })))]);
    const entries = [{ id: "a", day: "2026-03-02", kind: "deposit", minutes: 150 }] as const;
    const stated = version({ ...bank, capShare: "no-cap" }, { readings: { "over-the-cap": { silent: "It is silent.", adopted: "refused", choices: { refused: { says: "It is refused.", set: { overCap: "refused" } }, taken: { says: "It is taken up to the cap.", set: { overCap: "up-to-the-cap", capHours: "2" } } } } } }) as TimeBankTerms;
    const read = { ...stated, capHours: "2" };
    expect(told(explainTimeBank(timeBank({ ...account, entries }, read), { ...account, entries }, read))).toContain("read as taken, 120 minutes would be banked");
  });

  it("a length that rests on a reading names what another choice would make of it", () => {
    const facts = { minutes: 25, tasks: [], facts: {} };
    const read = version({ rules: [lengthRules[0]!] }, { readings: { least: { silent: "It is silent.", adopted: "half-hour", choices: { "half-hour": { says: "Half an hour.", set: {} }, quarter: { says: "A quarter of an hour.", set: { rules: [{ ...lengthRules[0]!, limit: { kind: "at-least", minutes: 15 } }] } } } } } });
    const text = told(explainVisitLength(visitLength(facts, read), facts, read));
    expect(text).toContain("(A made-up council's contract, 2020, 1: “as the test says”)");
    expect(text).toContain("read as quarter, the planned length conforms to every rule");
  });

  it("a scorecard, whatever its measures bring", () => {
    const goal = goals[0]!;
    const of = (missing: "left-out" | "cannot-be-determined", grades: typeof bands | readonly []) => ({ measures: (["share", "rest-of-share", "goal-met"] as const).map((scores) => ({ name: scores.replace(/-/g, " "), goal: scores === "share" ? null : goal, weight: "1", scores })), weightsTotal: "3", missing, grades });
    const given = { share: { part: 1, whole: 3 }, "goal met": { part: 4, whole: 5 } };
    eachOfItsOwn(
      (["left-out", "cannot-be-determined"] as const).flatMap((missing) => [bands, [] as const].flatMap((grades) => [given, { ...given, "rest of share": { part: 1, whole: 2 } }, {}].map((measured) => explainScorecard(scorecard(measured, DAY, of(missing, grades)), measured, DAY, of(missing, grades), { source })))).filter((sections, i, all) => all.findIndex((other) => JSON.stringify(other) === JSON.stringify(sections)) === i),
    );
  });

  it("gaps and overlaps of grades, captures, mixes, growth", () => {
    eachOfItsOwn([explainGradeHoles({ gaps: [], overlaps: [] }), explainGradeHoles({ gaps: [{ from: "0.8", fromLimit: "included", to: "0.8", toLimit: "included", grades: [] }], overlaps: [] }), explainGradeHoles({ gaps: [], overlaps: [{ from: "0", fromLimit: "included", to: "1/3", toLimit: "excluded", grades: ["Fair", "Good"] }] })]);
    const methods = { app: 1, phone: 2, nfc: 3, manual: 4, notGiven: 5 };
    eachOfItsOwn((["visits", "attendances"] as const).flatMap((of) => (["unknown", "not-electronic", "left-out"] as const).flatMap((notGiven) => [[], ["app", "phone", "nfc", "manual"] as const].map((electronic) => explainCapture({ methods, electronic: { part: 6, whole: 15, unknown: notGiven === "unknown" ? 5 : 0 } }, { electronic, of, notGiven })))));
    told(explainCapture({ methods: { app: 0, phone: 0, nfc: 0, manual: 0, notGiven: 0 }, electronic: { part: 0, whole: 0 } }, { electronic: ["app"], of: "visits", notGiven: "unknown" }, { source }));
    const counts = { outstanding: 1, good: 2, "requires-improvement": 3, inadequate: 4 };
    const shares = { outstanding: "0.1", good: "0.2", "requires-improvement": "0.3", inadequate: "0.4" };
    const none = { outstanding: null, good: null, "requires-improvement": null, inadequate: null };
    eachOfItsOwn([explainRatingMix({ inspected: 10, unrated: 0, counts, shares }), explainRatingMix({ inspected: 10, unrated: 2, counts, shares }, { source }), explainRatingMix({ inspected: 0, unrated: 1, counts, shares: none })]);
    eachOfItsOwn([explainPercentDifferences([], { source }), explainPercentDifferences([{ rating: "requires-improvement", printed: "80", computed: "81" }], { source })]);
    eachOfItsOwn((["1.00", "-1.00", "0.00", null] as const).map((points) => explainRatingsBeside([{ rating: "requires-improvement", share: points === null ? null : "0.5", national: "0.4", points }])));
    const year = { year: "22/23", hours: "1000", basis: "delivered", increase: "10", percent: "1.00", stated: null } as const;
    const printed = { increase: "10", increaseDiffers: "0", percent: "1", percentAgrees: true };
    eachOfItsOwn(
      [year, { ...year, basis: "forecast" as const }, { ...year, increase: null, percent: null }, { ...year, increase: "-10" }, { ...year, percent: null }, { ...year, stated: printed }, { ...year, stated: { ...printed, increaseDiffers: "-0.04", percentAgrees: false } }, { ...year, stated: { ...printed, increaseDiffers: "0.01" } }, { ...year, stated: { ...printed, increaseDiffers: null, percentAgrees: null } }].map((one) =>
        explainGrowth([one], { source }),
      ),
    );
  });
});

it("every function that answers has its words, and the others say why they have none", () => {
  const main = "explain";
  const data = "gives back data to work with, and no judgement";
  const door: { readonly [name: string]: string } = {
    momentOf: data, londonText: data, readDay: data, citing: data, withClauseReading: data, readVisit: data, readRows: data, frameworkReadings: data, withChoice: data, withFrameworkReading: data, readingsOf: data, readOtherwise: data, withReading: data, compile: data,
    frameworkOf: data, extended: data, withFormerBranches: data, emptyMonth: data, mergeMonths: data, lacksTargets: data, isAmountUnknown: data, compileStandard: data, sameService: data, isRatingsSheet: data, gapsOf: data, overlapsOf: data, nextBand: data, holesIn: data, overlapsIn: data, carersAllowed: data, contractOf: data, chargeOf: data,
    classOf: main, distanceToLimit: main, inForce: main, bandFor: main, paidMinutesFor: main, continuityWindows: main, isWithin: main, standing: main, performanceEffect: main, assessVisit: main, assessExport: main, statementsOf: main, monthDocument: main, visitStory: main, listVisits: main,
    windowStretches: "explainWindows", windowGaps: "explainWindows", windowOverlaps: "explainWindows", windowsAt: "explainWindowsAt", visitLength: "explainVisitLength",
    contractYearOn: "explainTarget", targetOn: "explainTarget", goalAnswer: "explainGoal", gradeHoles: "explainGradeHoles", scorecard: "explainScorecard", captureBy: "explainCapture",
    bankHolidayOn: "explainBankHoliday", continuityHoles: "explainContinuityHoles", rateHoles: "explainRateCells", rateOverlaps: "explainRateCells", retainerOn: "explainRetainer", payGroups: "explainGroupPayment", chargeFor: "explainCharge",
    chargesFor: "explainPersonCharge",
    timeBank: "explainTimeBank", timeBankPeriods: "explainTimeBank",
    readRatingWord: "explainRatingWord", ratingOn: "explainRating", readCqcRecords: "explainCqcReading", readRatingsSheet: "explainCqcReading", readRatingsSheetText: "explainCqcReading", eligibility: "explainEligibility", eligibilityUnder: "explainEligibility",
    whoFlips: "explainFlips", eligibilityDocument: "explainEligibilityDocument",
    lastDayOf: "explainTerm", termOn: "explainTerm", scopeOf: "explainScope", priceWithin: "explainPrice", startOn: "explainStart", milestoneOn: "explainMilestone", checkFramework: "explainFrameworkCheck", offers: "explainOffers", divideOnExit: "explainExit",
    arrangementOn: "explainArrangement", blockPayment: "explainBlockPayment", rulesApplyTo: "explainRulesApply", dashboardGaps: "explainDashboard", regimeOn: "explainRegime", nextVisitDue: "explainVisitDue",
    ratingMix: "explainRatingMix", mixOf: "explainRatingMix", percentDifferences: "explainPercentDifferences", besideNational: "explainRatingsBeside", growthOf: "explainGrowth",
  };
  const doors = Object.keys(library).filter((name) => name.startsWith("explain"));
  // Words themselves, and the one error.
  const words = [...doors, "toText", "monthPage", "outcomeWords", "UnreadableExport"];
  const functions = Object.entries(library).filter(([name, value]) => typeof value === "function" && !words.includes(name)).map(([name]) => name);
  expect(functions.sort()).toEqual(Object.keys(door).sort());
  expect([...new Set(Object.values(door))].filter((name) => name !== data).sort()).toEqual(doors.filter((name) => name !== "explainGrade").sort());
});
