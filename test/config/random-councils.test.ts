import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { councilText, parseCouncil } from "../../src/config/index.js";
import { assessExport, assessVisit, bankHolidays, compile, monthDocument, readingsOf } from "../../src/index.js";
import { UNPAID_REASONS } from "../../src/payment/basis.js";
import { randomMonth } from "../second-reckoning/random-month.ts";
import { bytesOf } from "../helpers.js";
import { councils } from "./arbitrary-council.ts";
import { visits } from "./arbitrary-visits.ts";

const KINDS = ["delivered", "open", "missed", "excused", "not-required", "undetermined"];

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
