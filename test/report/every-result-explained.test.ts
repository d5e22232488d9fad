import { describe, expect, it } from "vitest";
import { type Explainable, type LeicesterCallType, type VisitInput, assessVisit, compile, emptyMonth, explain, leicester, monthDocument, toText, withReading } from "../../src/index.js";
import { answers, bands, effects, findings, measured, paymentLines, punctualities, rawCodes, shares, visitKinds, windows } from "./results.ts";

const rules = compile(leicester);

/** What must never stand in a sentence: what JavaScript writes for a value that is not there, and codes. */
function flaws(sentence: string): string[] {
  // Readings are named by their slugs, so that they can be chosen.
  const plain = sentence.replace(/^Read otherwise than adopted: .*|readings? [\w-]+( = [\w-]+)?|[Rr]ead as [\w-]+|read so: [^)]*|Why [\w-]+ is adopted in/g, "…");
  const codes = rawCodes.filter((code) => new RegExp(`(?<![\\w-])${code}(?![\\w-])`).test(plain));
  return [...(/undefined|null|NaN|\[object|  |\$\{/.exec(plain) ?? []), ...codes];
}

/** The sentences of a result, each checked. */
function told(result: Explainable<LeicesterCallType>, about: Parameters<typeof explain>[2] = {}): string {
  const sections = explain(result, rules, about);
  const sentences = sections.flatMap((section) => section.sentences);
  expect(sentences.length).toBeGreaterThan(0);
  for (const sentence of sentences) {
    expect(flaws(sentence), sentence).toEqual([]);
    expect(sentence, "a sentence begins large and ends with a stop").toMatch(/^[\p{Lu}\d£“C][\s\S]*[.?]$/u);
  }
  return toText(sections);
}

describe("every kind and reason of every union has a sentence of its own", () => {
  const families: readonly (readonly [string, readonly Explainable<LeicesterCallType>[]])[] = [
    ["kinds of visit", visitKinds],
    ["punctuality", punctualities],
    ["lines of payment", paymentLines],
    ["bands", bands],
    ["answers whether a rule is in force", answers],
    ["windows of continuity", windows],
    ["effects on performance", effects],
    ["shares against targets", shares],
    ["findings", findings],
  ];

  it.each(families)("%s", (_name, results) => {
    const sentences = results.map((result) => told(result));
    expect(new Set(sentences).size).toBe(sentences.length);
  });

  it("bands, where the minutes are known", () => {
    expect(new Set(bands.map((band) => told(band, { minutes: 40 }))).size).toBe(bands.length);
    expect(told(bands[0]!, { minutes: 40 })).toContain("Paid 30 minutes for 40 minutes");
    expect(told(bands[0]!, { minutes: 40 })).toContain("One minute more pays 45 minutes.");
  });

  it("a rule in force, by the name of its clause", () => {
    expect(told({ kind: "ended", lastDay: "2025-03-31" }, { clause: "paidMinutes" })).toBe("The rule on paid minutes is no longer in force: its last day was Monday 31 March\n  2025.\n");
    expect(told({ kind: "ended", lastDay: "2025-03-31" })).toContain("The rule is no longer in force");
  });
});

describe("whole results", () => {
  const visit: VisitInput<LeicesterCallType> = { callType: "standard", plannedStart: "2026-03-16T08:00", plannedEnd: "2026-03-16T08:45", attendances: [] };
  const came = { carer: "C1", logIn: "2026-03-16T08:05:30", logOut: "2026-03-16T08:46:00" };
  const visits: readonly VisitInput<LeicesterCallType>[] = [
    visit,
    { ...visit, provider: "P1", id: "V1", serviceUser: "SU1" },
    { ...visit, attendances: [came] },
    { ...visit, attendances: [{ ...came, logOut: null }] },
    { ...visit, attendances: [{ carer: "C1", logOut: "2026-03-16T08:46:00" }] },
    { ...visit, attendances: [came, { carer: "C2", logIn: "2026-03-16T09:05:30", logOut: "2026-03-16T09:46:00" }], carersRequired: 2 },
    { ...visit, attendances: [came, { carer: "C2", logIn: "2026-03-16T08:35:30", logOut: "2026-03-16T09:46:00" }], carersRequired: 2 },
    { ...visit, attendances: [came, { carer: "C2", logIn: "2026-03-16T08:35:30", logOut: "2026-03-16T09:46:00" }] },
    ...(["no-access", "hospital", "cancelled-by-person", "cancelled-by-council", "provider-failure", "refused", "aborted", "frustrated", "suspended", "other"] as const).flatMap((outcome) => [
      { ...visit, outcome },
      { ...visit, outcome, attendances: [came] },
    ]),
  ];

  it("a visit, however it went, under every choice of every reading", () => {
    const choices = rules.visitReadings.flatMap(({ reading, choices: all }) => all.map(({ choice }) => [reading, choice] as const));
    for (const [reading, choice] of choices) {
      const read = compile(withReading(leicester, reading, choice));
      for (const input of visits) {
        const sections = explain(assessVisit(input, read), read);
        for (const sentence of sections.flatMap(({ sentences }) => sentences)) expect(flaws(sentence), `${reading} = ${choice}: ${sentence}`).toEqual([]);
        expect(sections.map(({ heading }) => heading)).toEqual(expect.arrayContaining(["Visit", "Attendance", "Punctuality", "The rules"]));
      }
    }
  });

  it("a month without a row, and its document", () => {
    const month = emptyMonth(rules, null);
    expect(told(month)).toContain("No row was accepted");
    expect(told(monthDocument(month, rules))).toBe(told(month));
  });
});

describe("the day whose rules apply", () => {
  const { paidMinutes, punctuality } = leicester;
  const dated = compile({
    ...leicester,
    punctuality: {
      versions: [
        { ...punctuality.versions[0]!, lastDay: "2026-03-16", source: { ...punctuality.versions[0]!.source, quote: "the old rule" } },
        { ...punctuality.versions[0]!, firstDay: "2026-03-17", source: { ...punctuality.versions[0]!.source, quote: "the new rule" } },
      ],
    },
    paidMinutes: { versions: [{ ...paidMinutes.versions[0]!, firstDay: "2026-03-17" }] },
  });

  it("is that of the result, where it says its day", () => {
    expect(explain(measured("late", 1801), dated)[0]!.sentences[0]).toContain("the old rule");
    expect(explain(measured("late", 1801), dated)[0]!.sentences[0]).not.toContain("the new rule");
  });

  it("is the caller's to give, where it does not", () => {
    const [band] = bands;
    expect(() => explain(band!, dated)).toThrow("explain: the rules on paid minutes differ from day to day, so the day must be given");
    expect(explain(band!, dated, { day: "2026-03-17" })[0]!.sentences[0]).toContain("Q16");
    expect(explain(band!, dated, { day: "2026-03-16" })[0]!.sentences[0]).not.toContain("Q16");
  });

  it("a visit before the first version is told that no rule is in force, and when one is", () => {
    const text = toText(explain(assessVisit({ callType: "standard", plannedStart: "2026-03-16T08:00", plannedEnd: "2026-03-16T08:30", attendances: [{ carer: "C1", logIn: "2026-03-16T08:00", logOut: "2026-03-16T08:30" }] }, dated), dated), 1000);
    expect(text).toContain("What is paid cannot be determined: a rule that payment needs is not in force on that day.");
    expect(text).toContain("Leicester City Council's rule on paid minutes is not in force yet: its first day is Tuesday 17 March 2026.");
  });
});
