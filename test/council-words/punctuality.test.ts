import { describe, expect, it } from "vitest";
import { leicester } from "../../src/index.js";
import { after, assessed, log, min, restingOn } from "./visits.ts";

const [version] = leicester.punctuality.versions;

function arrivingAt(seconds: number, callType: "standard" | "critical", choices: Record<string, string> = {}) {
  return assessed({ callType, attendances: [log("C1", seconds, seconds + min(30))] }, choices).punctuality;
}

function twoCarers(logs: ReturnType<typeof log>[], choices: Record<string, string> = {}, callType: "standard" | "critical" = "standard") {
  return assessed({ callType, carersRequired: 2, attendances: logs }, choices);
}

describe("“No more than 15 minutes early / late for critical calls & no more than 30 minutes early / late for standard calls” (Q13)", () => {
  it("the quotation stands in the data, with its question", () => {
    expect(version!.source).toMatchObject({
      clause: "Q13",
      quote: "Early / Late Calls – No more than 15 minutes early / late for critical calls & no more than 30 minutes early / late for standard calls.",
    });
  });

  it.each([
    { callType: "standard", limit: 30 },
    { callType: "critical", limit: 15 },
  ] as const)("a $callType call is on time up to $limit:00 late and early, and no second more", ({ callType, limit }) => {
    expect(arrivingAt(min(limit), callType)).toEqual({
      class: "on-time", arrival: after(min(limit)).getTime() / 1000, seconds: min(limit), tolerance: { early: limit, late: limit }, nearest: { limit: "late", seconds: 0 },
    });
    expect(arrivingAt(min(limit, 1), callType)).toEqual({
      class: "late", arrival: after(min(limit, 1)).getTime() / 1000, seconds: min(limit, 1), tolerance: { early: limit, late: limit }, nearest: { limit: "late", seconds: 1 },
    });
    expect(arrivingAt(-min(limit), callType)).toMatchObject({ class: "on-time", seconds: -min(limit), nearest: { limit: "early", seconds: 0 } });
    expect(arrivingAt(-min(limit, 1), callType)).toMatchObject({ class: "early", seconds: -min(limit, 1), nearest: { limit: "early", seconds: 1 } });
  });

  it("30 minutes are for standard calls only: a critical call 15:01 late is late, a standard one on time", () => {
    expect(arrivingAt(min(15, 1), "critical").class).toBe("late");
    expect(arrivingAt(min(15, 1), "standard").class).toBe("on-time");
  });
});

describe("“Number of early / late calls – no more than 30 minutes (15 minutes for critical calls) early or late based on the agreed start time” (Q11)", () => {
  it("the quotation stands in the data", () => {
    expect(version!.alsoSee![0]).toMatchObject({
      clause: "Q11",
      quote: "Number of early / late calls – no more than 30 minutes (15 minutes for critical calls) early or late based on the agreed start time.",
    });
  });

  it("“based on the agreed start time”: the planned end and the length of the call do not matter", () => {
    for (const planned of [1, 30, 600]) {
      for (const stayed of [0, 1, 30, 600]) {
        const { punctuality } = assessed({ plannedEnd: after(min(planned)), attendances: [log("C1", min(30, 1), min(30 + stayed, 1))] });
        expect(punctuality).toMatchObject({ class: "late", seconds: 1801 });
      }
    }
  });
});

describe("“We commission a time, but the provider is expected to meet the call within 15 minutes” (Q7): reading tolerance", () => {
  it("the quotation stands in the data", () => {
    expect(version!.alsoSee![1]).toMatchObject({ clause: "Q7", quote: "We commission a time, but the provider is expected to meet the call within 15 minutes" });
  });

  it("adopted, 30 and 15: a standard call 15:01 late is on time, and this rests on the reading", () => {
    const call = assessed({ attendances: [log("C1", min(15, 1), min(45))] });
    expect(call.punctuality.class).toBe("on-time");
    expect(restingOn(call)).toContain("tolerance");
  });

  it.each(["standard", "critical"] as const)("15 for every call: a %s call 15:00 late or early is on time, 15:01 is not", (callType) => {
    const choices = { tolerance: "15-for-every-call" };
    expect(arrivingAt(min(15), callType, choices)).toMatchObject({ class: "on-time", tolerance: { early: 15, late: 15 } });
    expect(arrivingAt(min(15, 1), callType, choices).class).toBe("late");
    expect(arrivingAt(-min(15), callType, choices).class).toBe("on-time");
    expect(arrivingAt(-min(15, 1), callType, choices).class).toBe("early");
  });

  it("a standard call rests on it from 15:01 to 30:00 late or early, and a critical one never", () => {
    const rests = (seconds: number, callType: "standard" | "critical"): boolean =>
      restingOn(assessed({ callType, attendances: [log("C1", seconds, seconds + 60)] })).includes("tolerance");
    for (const sign of [1, -1]) {
      expect([min(15), min(15, 1), min(30), min(30, 1)].map((seconds) => rests(sign * seconds, "standard"))).toEqual([false, true, true, false]);
      expect([min(15), min(15, 1), min(30), min(30, 1)].map((seconds) => rests(sign * seconds, "critical"))).toEqual([false, false, false, false]);
    }
  });
});

describe("reading arrival: the text does not say when a call for two carers starts", () => {
  // The first comes on the minute, goes after 20 minutes and returns; the second comes at 35 minutes.
  const logs = [log("A", 0, min(20)), log("A", min(40), min(50)), log("B", min(35), min(60))];

  it.each([
    { choice: "together", seconds: min(40), class: "late", says: "the first moment both are there" },
    { choice: "last-carer", seconds: min(35), class: "late", says: "when the second first logs in" },
    { choice: "first-carer", seconds: 0, class: "on-time", says: "when the first logs in" },
  ])("$choice: the arrival is $says", ({ choice, seconds, class: expected }) => {
    expect(twoCarers(logs, { arrival: choice }).punctuality).toMatchObject({ class: expected, seconds });
    expect(restingOn(twoCarers(logs, { arrival: choice }))).toContain("arrival");
  });

  it("together: an attendance without a log-out counts as there from its log-in on", () => {
    expect(twoCarers([log("A", 0, null), log("B", min(30), min(60))]).punctuality).toMatchObject({ class: "on-time", seconds: min(30) });
  });

  it("together: moments that touch count as together, a second apart does not", () => {
    expect(twoCarers([log("A", 0, min(20)), log("B", min(20), min(40))]).punctuality).toMatchObject({ class: "on-time", seconds: min(20) });
    expect(twoCarers([log("A", 0, min(20)), log("B", min(20, 1), min(40))]).punctuality).toMatchObject({ class: "not-assessable", reason: "too-few-carers", nearest: null });
  });

  it("“different” carers: one carer logged in twice at once is one carer", () => {
    expect(twoCarers([log("A", 0, min(30)), log("A", 0, min(30))]).punctuality).toMatchObject({ class: "not-assessable", reason: "too-few-carers" });
  });
});

describe("reading too-few-carers: the text does not say whether a call is on time that never had its carers together", () => {
  const one = [log("A", min(31), min(60))];

  it("adopted: not assessable, counted apart, and said to rest on the reading", () => {
    const call = twoCarers(one);
    expect(call.punctuality).toEqual({ class: "not-assessable", reason: "too-few-carers", nearest: null });
    expect(restingOn(call)).toContain("too-few-carers");
  });

  it("last-arrival: judged by the last carer who came", () => {
    const choices = { "too-few-carers": "last-arrival" };
    expect(twoCarers(one, choices).punctuality).toMatchObject({ class: "late", seconds: min(31) });
    expect(twoCarers([log("A", min(30), min(60))], choices).punctuality).toMatchObject({ class: "on-time", seconds: min(30) });
    // Two came, never together: the later of them.
    expect(twoCarers([log("A", 0, min(10)), log("B", min(29), min(60))], choices).punctuality).toMatchObject({ class: "on-time", seconds: min(29) });
    expect(twoCarers([log("A", 0, min(10)), log("B", min(31), min(60))], choices).punctuality).toMatchObject({ class: "late", seconds: min(31) });
  });

  it("late: late, without an arrival to measure", () => {
    expect(twoCarers([log("A", 0, min(30))], { "too-few-carers": "late" }).punctuality).toEqual({
      class: "late", arrival: null, reason: "too-few-carers", tolerance: { early: 30, late: 30 }, nearest: null,
    });
  });

  it("understaffed is a count of its own: fewer different carers than required came, whatever the reading", () => {
    for (const choice of ["not-assessable", "last-arrival", "late"]) {
      expect(twoCarers(one, { "too-few-carers": choice }).carers).toEqual({ required: 2, came: ["A"], understaffed: true });
      expect(twoCarers([...one, log("A", 0, 1)], { "too-few-carers": choice }).carers.understaffed).toBe(true);
      expect(twoCarers([...one, log("B", 0, 1)], { "too-few-carers": choice }).carers).toEqual({ required: 2, came: ["B", "A"], understaffed: false });
    }
  });
});
