import * as fc from "fast-check";
import { type Leicester, type LeicesterCallType, OUTCOMES, type Outcome, type VisitInput, leicester, readingsOf, withReading } from "../../src/index.js";

/** A visit in seconds after its planned start. */
export interface Sketch {
  readonly callType: LeicesterCallType;
  readonly carersRequired: number;
  readonly plannedLength: number;
  readonly outcome: Outcome | null;
  readonly logs: readonly { readonly carer: string; readonly logIn: number | null; readonly logOut: number | null }[];
  /** The planned start of the service user's next visit. */
  readonly next: number | null;
}

/** Around every limit of punctuality and of the threshold, and anywhere. */
const arrivals = fc.oneof(
  fc.tuple(fc.constantFrom(-3600, -1800, -900, 0, 900, 1800, 3600, 7200), fc.integer({ min: -1, max: 1 })).map(([limit, by]) => limit + by),
  fc.integer({ min: -4000, max: 8000 }),
);

/** Around every limit of the bands, and anywhere. */
const lengths = fc.oneof(
  fc.tuple(fc.constantFrom(0, 1, 25, 26, 40, 41, 55, 56, 57, 60, 61, 70, 71, 86, 116, 120), fc.constantFrom(-31, -30, -29, -1, 0, 1, 29, 30, 31)).map(([minutes, by]) => Math.max(0, minutes * 60 + by)),
  fc.nat(6000),
);

const log = fc
  .record({ carer: fc.constantFrom("A", "B", "C", "D"), logIn: arrivals, length: lengths, missing: fc.constantFrom("nothing", "nothing", "nothing", "nothing", "nothing", "nothing", "nothing", "log-out", "both", "log-in") })
  .map(({ carer, logIn, length, missing }) => ({
    carer,
    logIn: missing === "both" || missing === "log-in" ? null : logIn,
    logOut: missing === "both" || missing === "log-out" ? null : logIn + length,
  }));

/** Two logs of one carer or two, one beginning where the other ends. */
const touching = fc.tuple(log, fc.constantFrom("A", "B"), lengths).map(([first, carer, length]) => {
  const from = first.logOut ?? 0;
  return [first, { carer, logIn: from, logOut: from + length }];
});

/** Two logs of one carer or two, apart, that together are about as long as a limit of the bands. */
const halves = fc
  .record({ minutes: fc.constantFrom(26, 41, 56, 57, 71), by: fc.integer({ min: -130, max: 130 }), first: fc.nat(1500), carer: fc.constantFrom("A", "B"), start: fc.nat(120), later: fc.nat(120) })
  .map(({ minutes, by, first, carer, start, later }) => [
    { carer: "A", logIn: start, logOut: start + first },
    { carer, logIn: 2000 + later, logOut: 2000 + later + Math.max(0, minutes * 60 + by - first) },
  ]);

/** Visits of one to three carers with their awkward ways: surplus, missing and touching logs, outcomes, lengths at every limit. */
export const sketches: fc.Arbitrary<Sketch> = fc.record({
  callType: fc.constantFrom("standard", "critical"),
  carersRequired: fc.constantFrom(1, 1, 2, 2, 3),
  plannedLength: fc.oneof(fc.constantFrom(1800, 2700, 3600), fc.constantFrom(0, -60, 59, 60, 1530, 3360), lengths),
  outcome: fc.option(fc.constantFrom(...OUTCOMES), { freq: 1 }),
  logs: fc.oneof(fc.array(log, { maxLength: 1 }), fc.array(log, { maxLength: 5 }), touching, halves),
  next: fc.option(fc.oneof(fc.constantFrom(1800, 7200), fc.integer({ min: 1, max: 9000 }))),
});

/** A sketch as a visit planned at a moment, in seconds since 1970. */
export function visitAt(plannedStart: number, sketch: Sketch): VisitInput<LeicesterCallType> {
  const time = (seconds: number | null): Date | null => (seconds === null ? null : new Date((plannedStart + seconds) * 1000));
  return {
    callType: sketch.callType,
    carersRequired: sketch.carersRequired,
    plannedStart: time(0)!,
    plannedEnd: time(sketch.plannedLength)!,
    outcome: sketch.outcome,
    attendances: sketch.logs.map(({ carer, logIn, logOut }) => ({ carer, logIn: time(logIn), logOut: time(logOut) })),
    nextPlannedStart: time(sketch.next),
  };
}

/** One choice of each of some readings. A choice that asks for a value gets one. */
export type Choices = Readonly<Record<string, string>>;

const HOURS = "07:00-20:00";

/** Leicester with these choices, one after the other. */
export function withChoices(choices: Choices, council: Leicester = leicester): Leicester {
  return Object.entries(choices).reduce((before, [reading, choice]) => (choice === "day-time-only" ? withReading(before, reading, choice, HOURS) : withReading(before, reading, choice)), council);
}

/** A random choice of every reading. */
export const choices: fc.Arbitrary<Choices> = fc.record(
  Object.fromEntries(readingsOf(leicester).map(({ reading, choices: all }) => [reading, fc.constantFrom(...all.map(({ choice }) => choice))])),
);
