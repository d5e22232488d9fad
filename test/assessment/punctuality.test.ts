import { describe, expect, it } from "vitest";
import { type PunctualityTerms, type Tolerance, classOf, distanceToLimit, leicester } from "../../src/index.js";
import { punctualityOf, punctualityRule } from "../../src/assessment/punctuality.js";
import { at, came, log } from "./stays.ts";

const terms = leicester.punctuality.versions[0]!;
const rule = punctualityRule(terms);
const SECONDS = Array.from({ length: 7401 }, (_, i) => i - 3700);

describe("every second from 61:40 early to 61:40 late", () => {
  it.each([
    { callType: "standard", limit: 1800 },
    { callType: "critical", limit: 900 },
  ] as const)("of a $callType call is on time within $limit seconds, both limits included, and says how far the next limit is", ({ callType, limit }) => {
    const visit = { callType, carersRequired: 1, plannedStart: at(0) };
    const reckoned = SECONDS.map((seconds) => punctualityOf(visit, came(log("C1", seconds, seconds)), rule));
    // Early or late by how much, and the limit on that side, by the words of the contract.
    const said = SECONDS.map((seconds) => ({
      class: seconds >= 0 ? (seconds <= limit ? "on-time" : "late") : -seconds <= limit ? "on-time" : "early",
      arrival: at(seconds),
      seconds,
      tolerance: { early: limit / 60, late: limit / 60 },
    }));
    expect(reckoned).toEqual(said);
    const distances = SECONDS.map((seconds) => distanceToLimit(seconds, terms.callTypes[callType] as Tolerance));
    expect(distances).toEqual(SECONDS.map((seconds) => ({ limit: seconds >= 0 ? "late" : "early", seconds: Math.abs(Math.abs(seconds) - limit) })));
  });

  it("with other limits early and late, each on its own side", () => {
    const tolerance = { early: 5, late: 20 };
    const wrong = SECONDS.filter((seconds) => classOf(seconds, tolerance) !== (seconds < -300 ? "early" : seconds > 1200 ? "late" : "on-time"));
    expect(wrong).toEqual([]);
    const nearer = SECONDS.map((seconds) => [Math.abs(seconds - 1200), Math.abs(seconds + 300)] as const);
    expect(SECONDS.map((seconds) => distanceToLimit(seconds, tolerance))).toEqual(
      nearer.map(([late, early]) => (late <= early ? { limit: "late", seconds: late } : { limit: "early", seconds: early })),
    );
  });
});

describe("the limit next to an arrival", () => {
  it.each([
    { seconds: 0, nearest: { limit: "late", seconds: 1800 } },
    { seconds: -1, nearest: { limit: "early", seconds: 1799 } },
    { seconds: 1740, nearest: { limit: "late", seconds: 60 } },
    { seconds: 1860, nearest: { limit: "late", seconds: 60 } },
    { seconds: -1860, nearest: { limit: "early", seconds: 60 } },
  ])("$seconds seconds after the planned start is the $nearest.limit one, $nearest.seconds seconds away", ({ seconds, nearest }) => {
    expect(distanceToLimit(seconds, { early: 30, late: 30 })).toEqual(nearest);
  });

  it("no tolerance: the planned start itself is on time, a second either side is not", () => {
    const none = { early: 0, late: 0 };
    expect([-1, 0, 1].map((seconds) => classOf(seconds, none))).toEqual(["early", "on-time", "late"]);
    expect(distanceToLimit(0, none)).toEqual({ limit: "late", seconds: 0 });
  });
});

describe("too few carers", () => {
  const visit = { callType: "critical", carersRequired: 2, plannedStart: at(0) } as const;
  const read = (tooFewCarers: PunctualityTerms["tooFewCarers"], arrival: PunctualityTerms["arrival"] = "together") => punctualityRule({ ...terms, arrival, tooFewCarers });
  const one = came(log("A", 901, 2000));

  it("not assessable, judged by the last who came, or late without an arrival", () => {
    expect(punctualityOf(visit, one, read("not-assessable"))).toEqual({ class: "not-assessable", reason: "too-few-carers" });
    expect(punctualityOf(visit, one, read("last-arrival"))).toEqual({ class: "late", arrival: at(901), seconds: 901, tolerance: { early: 15, late: 15 } });
    expect(punctualityOf(visit, one, read("late"))).toEqual({ class: "late", arrival: null, reason: "too-few-carers", tolerance: { early: 15, late: 15 } });
  });

  it("the first carer's arrival needs no second one", () => {
    expect(punctualityOf(visit, one, read("late", "first-carer"))).toMatchObject({ class: "late", seconds: 901 });
    expect(punctualityOf(visit, came(log("A", 900, 2000)), read("late", "first-carer"))).toMatchObject({ class: "on-time", seconds: 900 });
  });

  it("the last of the required carers needs not be there with the first", () => {
    const apart = came(log("A", 0, 10), log("B", 20, 30));
    expect(punctualityOf(visit, apart, read("late", "last-carer"))).toMatchObject({ class: "on-time", seconds: 20 });
    expect(punctualityOf(visit, apart, read("late"))).toMatchObject({ class: "late", arrival: null });
  });

  it("more carers than required: the arrival is that of the required ones", () => {
    const three = came(log("A", 0, 3000), log("B", 100, 3000), log("C", 2000, 3000));
    expect(punctualityOf(visit, three, read("late"))).toMatchObject({ class: "on-time", seconds: 100 });
    expect(punctualityOf(visit, three, read("late", "last-carer"))).toMatchObject({ class: "on-time", seconds: 100 });
  });
});
