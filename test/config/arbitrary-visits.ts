import * as fc from "fast-check";
import { OUTCOMES } from "../../src/visit/outcome.js";
import type { VisitInput } from "../../src/visit/visit.js";
import type { Call } from "./arbitrary-council.ts";

/** Days at the ends of terms, at clock changes, on a bank holiday and past those that are known. */
export const DAYS = ["2025-10-26", "2026-03-16", "2026-03-28", "2026-03-29", "2026-05-25", "2040-06-01"] as const;

const time = fc.integer({ min: 0, max: 24 * 60 - 1 }).map((minute) => `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`);
/** Mostly nothing: with an outcome or another visit beside its logs, little of a visit can be determined. */
function seldom<Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> {
  return fc.oneof({ arbitrary: fc.constant(null), weight: 6 }, { arbitrary: value, weight: 1 });
}

/** Any visit, with the further facts that some kinds of terms ask for, or without. */
export const visits: fc.Arbitrary<VisitInput<Call>> = fc
  .record(
    {
      day: fc.constantFrom(...DAYS),
      callType: fc.constantFrom<Call>("standard", "critical"),
      carersRequired: fc.integer({ min: 1, max: 3 }),
      start: fc.option(time, { freq: 9 }),
      length: fc.constantFrom(-5, 0, 15, 30, 45, 60, 600),
      logs: fc.array(fc.record({ carer: fc.constantFrom("A", "B", "C"), from: fc.integer({ min: -90, max: 90 }), minutes: fc.option(fc.nat(200), { freq: 8 }) }), { maxLength: 4 }),
      outcome: seldom(fc.constantFrom(...OUTCOMES)),
      window: fc.constantFrom(null, null, "morning", "night", "elsewhere"),
      facts: fc.record(
        {
          service: fc.constantFrom("reablement", "home-care"), lot: fc.constantFrom("1", "2"), zone: fc.constantFrom("north", "south"), miles: fc.constantFrom("0", "3", "3.01", "9"),
          ignoresRounding: fc.boolean(), returnedOn: fc.constantFrom(...DAYS), firstOfPackage: fc.boolean(), fault: fc.constantFrom("provider" as const, "person" as const, "other" as const),
          hospital: fc.record({ admitted: fc.constantFrom(...DAYS), discharged: fc.constant(null), conditionsMet: fc.option(fc.boolean()) }),
        },
        { requiredKeys: [] },
      ),
      merged: seldom(
        fc.oneof(
          fc.record({ kind: fc.constant("done-in-another" as const), visit: fc.constant("V2"), attended: fc.option(fc.boolean()), agreed: fc.option(fc.boolean()) }),
          fc.constant({ kind: "holds-another" as const, visit: "V2" }),
        ),
      ),
      isNoticed: fc.boolean(),
      isBilled: fc.boolean(),
    },
  )
  .map(({ day, start, length, logs, window, facts, isNoticed, isBilled, ...visit }) => {
    const base = Date.parse(`${day}T${start ?? "12:00"}:00Z`);
    const at = (minutes: number): Date => new Date(base + minutes * 60_000);
    return {
      ...visit,
      ...facts,
      id: "V1",
      serviceUser: "SU",
      plannedStart: start === null ? null : at(0),
      plannedEnd: start === null ? null : at(length),
      plannedDay: start === null ? day : null,
      plannedWindow: window,
      attendances: logs.map(({ carer, from, minutes }) => ({ carer, logIn: at(from), logOut: minutes === null ? null : at(from + minutes) })),
      noticeGiven: isNoticed ? at(-3000) : null,
      billedStart: isBilled ? at(5) : null,
      billedEnd: isBilled ? at(25) : null,
    };
  });
