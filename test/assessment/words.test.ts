import { describe, expect, it } from "vitest";
import { classOf } from "../../src/index.js";
import type { AttendanceTerms } from "../../src/assessment/attendance.js";
import { dayNumber } from "../../src/shared/day.js";
import { asMoment } from "../../src/shared/moment.js";
import { momentOf } from "../../src/shared/time-text.js";
import { type Began, missedThresholdWords, visitKindWords } from "../../src/assessment/attendance.words.js";
import { arrivalRuleWords, punctualityWords, toleranceWords } from "../../src/assessment/punctuality.words.js";
import { capitalised, lengthWords } from "../../src/shared/words.js";
import { measured } from "../report/results.ts";

const Q13 = "Leicester City Council, FOI answer, Q13: “… no more than 30 minutes early / late for standard calls”";

describe("punctuality in sentences", () => {
  it("says when, how far from plan, what is allowed, by which clause, and how far the limit is", () => {
    expect(punctualityWords(measured("late", 31 * 60 + 5), Q13)).toEqual([
      `Late: it began at 08:31:05, 31 minutes 5 seconds late (planned for 08:00); 30 minutes early or late are allowed (${Q13}).`,
      "1 minute 5 seconds earlier would have been on time.",
    ]);
    expect(punctualityWords(measured("early", -31 * 60), null)[0]).toBe("Early: it began at 07:29, 31 minutes early (planned for 08:00); 30 minutes early or late are allowed.");
    expect(punctualityWords(measured("on-time", 0), null)[0]).toContain("exactly at the planned start");
  });

  it("limits are included: 29:00 late, 1 minute 1 second later would have been late", () => {
    expect(punctualityWords(measured("on-time", 29 * 60), null)[1]).toBe("1 minute 1 second later would have been late.");
    expect(punctualityWords(measured("on-time", 30 * 60), null)[1]).toBe("1 second later would have been late.");
    expect(punctualityWords(measured("on-time", -30 * 60), null)[1]).toBe("1 second earlier would have been early.");
    expect(punctualityWords(measured("late", 30 * 60 + 1), null)[1]).toBe("1 second earlier would have been on time.");
  });

  it("the distance said is the first that changes the class, for every second within an hour", () => {
    for (const limits of [{ early: 30, late: 30 }, { early: 15, late: 15 }, { early: 5, late: 20 }, { early: 0, late: 0 }]) {
      for (let seconds = -3600; seconds <= 3600; seconds += 7) {
        const verdict = classOf(seconds, limits);
        const said = punctualityWords(measured(verdict, seconds, limits), null)[1]!;
        let shift = 1;
        while (classOf(seconds + shift, limits) === verdict && classOf(seconds - shift, limits) === verdict) shift++;
        const later = classOf(seconds + shift, limits) !== verdict;
        const now = classOf(later ? seconds + shift : seconds - shift, limits);
        const reached = verdict === "on-time" ? now : "on time";
        expect(said, `${seconds} of ${JSON.stringify(limits)}`).toBe(`${capitalised(lengthWords(shift))} ${later ? "later" : "earlier"} would have been ${reached}.`);
      }
    }
  });

  it("names both limits where they differ", () => {
    expect(toleranceWords({ early: 5, late: 20 })).toBe("5 minutes early and 20 minutes late are allowed");
    expect(toleranceWords({ early: 1, late: 1 })).toBe("1 minute early or late is allowed");
  });

  it("says whose arrival counts", () => {
    expect(arrivalRuleWords({ arrival: "together" }, 2)).toBe("It begins at the first moment 2 carers are logged in together.");
    expect(arrivalRuleWords({ arrival: "together" }, 2, false), "where there was no such moment").toBe("It would begin at the first moment 2 carers are logged in together.");
    expect(arrivalRuleWords({ arrival: "together" }, 1)).toBe("It begins when the first carer logs in.");
    expect(arrivalRuleWords({ arrival: "last-carer" }, 2)).toBe("It begins when the last of the required carers first logs in.");
    expect(arrivalRuleWords({ arrival: "first-carer" }, 2)).toBe("It begins when the first carer logs in.");
  });
});

/** A visit planned for 08:00 that began so many seconds after. */
const began = (seconds: number): Began => ({ at: asMoment(momentOf("2026-03-16T08:00") + seconds), day: dayNumber("2026-03-16"), seconds, plannedStart: momentOf("2026-03-16T08:00"), nextPlannedStart: null });

describe("kinds of visit in sentences", () => {
  it("say what happened and what follows", () => {
    expect(visitKindWords({ kind: "excused", outcome: "hospital", attended: false })).toBe("Excused, and so not counted as missed: nobody came, and the record says that the person was in hospital.");
    expect(visitKindWords({ kind: "missed", reason: "provider-failure" })).toBe("Missed: nobody came, and the record says that the provider failed to come.");
    expect(visitKindWords({ kind: "undetermined", reason: "log-in-missing" })).toBe("Cannot be determined: a carer logged out and never in; correct the log-in.");
  });

  it("say from when on a visit would be missed, where the terms have such a threshold", () => {
    const minutes = { missedThreshold: { kind: "minutes", minutes: 60 } } as const;
    expect(missedThresholdWords({ missedThreshold: { kind: "none" } }, began(0))).toEqual([]);
    const limit = "From 60 minutes early or late on (included), a visit counts as missed.";
    expect(missedThresholdWords(minutes, began(59 * 60))).toEqual([limit, "This one was 1 minute short of that."]);
    expect(missedThresholdWords(minutes, began(-59 * 60 - 59))).toEqual([limit, "This one was 1 second short of that."]);
    expect(missedThresholdWords(minutes, null)).toEqual([limit]);
    expect(missedThresholdWords(minutes, { ...began(0), seconds: null }), "a plan without a time").toEqual([limit]);
    expect(missedThresholdWords({ missedThreshold: { kind: "next-visit" } }, began(0))).toEqual(["From the planned start of the service user's next visit on (included), a visit counts as missed."]);
  });

  it("say of a missed one how far it was past that, on both sides of every limit", () => {
    const said = (missedThreshold: AttendanceTerms["missedThreshold"], at: Began): string => missedThresholdWords({ missedThreshold }, at)[1]!;
    const late = (exactly: "missed" | "not-missed"): AttendanceTerms["missedThreshold"] => ({ kind: "early-or-late", early: "never", late: { minutes: 45, exactly } });
    expect(said({ kind: "minutes", minutes: 60 }, began(3600))).toBe("This one began at 09:00, 60 minutes late: 1 second earlier would not have been missed.");
    expect(said({ kind: "minutes", minutes: 60 }, began(-3660))).toBe("This one began at 06:59, 61 minutes early: 1 minute 1 second later would not have been missed.");
    expect(said(late("not-missed"), began(46 * 60))).toBe("This one began at 08:46, 46 minutes late: 1 minute earlier would not have been missed.");
    expect(said(late("not-missed"), began(45 * 60))).toBe("This one was 1 second short of that.");
    expect(said(late("missed"), began(45 * 60))).toBe("This one began at 08:45, 45 minutes late: 1 second earlier would not have been missed.");
    expect(said(late("missed"), began(-7200)), "never missed for being early").toBeUndefined();
    expect(said({ kind: "next-visit" }, { ...began(1800), nextPlannedStart: momentOf("2026-03-16T08:30") })).toBe("This one began at 08:30, 30 minutes late: 1 second earlier would not have been missed.");
    expect(said({ kind: "next-visit" }, { ...began(1799), nextPlannedStart: momentOf("2026-03-16T08:30") })).toBe("This one was 1 second short of that.");
    expect(said({ kind: "cut-off", by: "09:00", exactly: "not-missed" }, began(3600))).toBe("This one was 1 second short of that.");
    expect(said({ kind: "cut-off", by: "08:00", exactly: "missed" }, began(3600)), "planned for 08:00").toBe("This one was planned for 08:00, not before that: it is not judged by it.");
    expect(said({ kind: "cut-off", by: "08:01", exactly: "missed" }, began(60))).toBe("This one began at 08:01, 1 minute late: 1 second earlier would not have been missed.");
    expect(said({ kind: "cut-off", by: "09:00", exactly: "missed" }, { ...began(3600), plannedStart: null })).toBe("This one began at 09:00, 60 minutes late: 1 second earlier would not have been missed.");
    expect(said({ kind: "cut-off", by: "09:00", exactly: "missed" }, began(3600))).toBe("This one began at 09:00, 60 minutes late: 1 second earlier would not have been missed.");
  });

  it("say nothing of pay, and nothing of one council's words", () => {
    expect(visitKindWords({ kind: "open" })).toBe("Open: it was attended, but a log-out is missing.");
    expect(visitKindWords({ kind: "not-required", outcome: "suspended" })).toBe("Not required, and so not counted as missed: nobody came, and the record says that the service was suspended.");
    expect(visitKindWords({ kind: "missed", reason: "other" })).toBe("Missed: nobody came, and the record says that the reason is “other”.");
  });
});
