import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { councilText, parseCouncil } from "../../src/config/index.js";
import { OUTCOMES, type VisitInput, assessExport, assessVisit, bankHolidays, compile, monthDocument, readingsOf } from "../../src/index.js";
import { UNPAID_REASONS } from "../../src/payment/basis.js";
import { randomMonth } from "../second-reckoning/random-month.ts";
import { bytesOf } from "../helpers.js";
import { type Call, councils } from "./arbitrary-council.ts";

const KINDS = ["delivered", "open", "missed", "excused", "not-required", "undetermined"];
const DAYS = ["2025-10-26", "2026-03-16", "2026-03-28", "2026-03-29", "2026-05-25", "2040-06-01"] as const;

const time = fc.integer({ min: 0, max: 24 * 60 - 1 }).map((minute) => `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`);
/** Any visit, with the further facts that some kinds of terms ask for, or without. */
const visits: fc.Arbitrary<VisitInput<Call>> = fc
  .record(
    {
      day: fc.constantFrom(...DAYS),
      callType: fc.constantFrom<Call>("standard", "critical"),
      carersRequired: fc.integer({ min: 1, max: 3 }),
      start: fc.option(time, { freq: 9 }),
      length: fc.constantFrom(-5, 0, 15, 30, 45, 60, 600),
      logs: fc.array(fc.record({ carer: fc.constantFrom("A", "B", "C"), from: fc.integer({ min: -90, max: 90 }), minutes: fc.option(fc.nat(200), { freq: 8 }) }), { maxLength: 4 }),
      outcome: fc.option(fc.constantFrom(...OUTCOMES)),
      window: fc.constantFrom(null, null, "morning", "night", "elsewhere"),
      facts: fc.record(
        {
          service: fc.constantFrom("reablement", "home-care"), lot: fc.constantFrom("1", "2"), zone: fc.constantFrom("north", "south"), miles: fc.constantFrom("0", "3", "3.01", "9"),
          ignoresRounding: fc.boolean(), returnedOn: fc.constantFrom(...DAYS), firstOfPackage: fc.boolean(), fault: fc.constantFrom("provider" as const, "person" as const, "other" as const),
          hospital: fc.record({ admitted: fc.constantFrom(...DAYS), discharged: fc.constant(null), conditionsMet: fc.option(fc.boolean()) }),
          merged: fc.record({ kind: fc.constant("done-in-another" as const), visit: fc.constant("V2"), attended: fc.option(fc.boolean()), agreed: fc.option(fc.boolean()) }),
        },
        { requiredKeys: [] },
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

describe("random councils", () => {
  it("are the same after JSON, and canonical text stays as it is", () => {
    fc.assert(
      fc.property(councils, (council) => {
        const parsed = parseCouncil(JSON.stringify(council));
        expect(parsed.kind === "refused" ? parsed.problems : []).toEqual([]);
        expect(parsed).toMatchObject({ council, visitCouncil: council, cannot: [] });
        const text = councilText(council);
        const again = parseCouncil(text);
        expect(again.kind === "council" && again.council).toEqual(council);
        expect(again.kind === "council" && councilText(again.council)).toBe(text);
      }),
      { numRuns: 60 },
    );
  });

  it("every visit ends with a result or a named reason, and what it rests on is a reading of the council", () => {
    fc.assert(
      fc.property(councils, fc.array(visits, { minLength: 1, maxLength: 12 }), (council, all) => {
        const rules = compile(council, { bankHolidays });
        const adopted = new Map(readingsOf(council).map(({ reading, adopted }) => [reading, adopted]));
        for (const visit of all) {
          const { kind, punctuality, payment, restsOn } = assessVisit(visit, rules);
          expect(KINDS).toContain(kind.kind);
          if (kind.kind === "undetermined") expect(kind.reason).toMatch(/^[a-z]+(-[a-z]+)*$/);
          expect(["on-time", "early", "late", "not-assessable"]).toContain(punctuality.class);
          if (punctuality.class === "not-assessable") expect(punctuality.reason).toMatch(/^[a-z]+(-[a-z]+)*$/);
          expect(Number.isSafeInteger(payment.minutesPaid) && payment.minutesPaid >= 0).toBe(true);
          expect(payment.amount).toMatch(/^\d+(\.\d+|\/\d+)?$/);
          for (const line of payment.lines) if (line.kind === "unpaid") expect(UNPAID_REASONS).toHaveProperty([line.reason]);
          for (const { reading, adopted: choice } of restsOn) expect(adopted.get(reading)).toBe(choice);
        }
      }),
      { numRuns: 150 },
    );
  });

  it("a month of any rows has every visit once, and every provider's figures", async () => {
    await fc.assert(
      fc.asyncProperty(councils, fc.nat(1000), async (council, seed) => {
        const rules = compile(council, { bankHolidays });
        const document = monthDocument(await assessExport(() => bytesOf(randomMonth(seed)), rules), rules);
        for (const figures of [document.total, ...document.providers]) {
          const { visits: every, delivered, open, missed, excused, notRequired, undetermined } = figures;
          expect(delivered + open + missed + excused + notRequired + undetermined).toBe(every);
        }
        const slugs = new Set([...readingsOf(council).map(({ reading }) => reading), "repeated-hour", "applies"]);
        for (const { reading } of document.restsOn) expect(slugs).toContain(reading);
      }),
      { numRuns: 40 },
    );
  });
});
