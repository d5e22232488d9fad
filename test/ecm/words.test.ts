import { describe, expect, it } from "vitest";
import { type EcmRow, momentOf } from "../../src/index.js";
import { dayNumber } from "../../src/shared/day.js";
import { rowFindingWords } from "../../src/ecm/findings.words.js";
import { conflictWords, ecmRowWords } from "../../src/ecm/rows.words.js";

const row: EcmRow = {
  row: 7,
  provider: "P1",
  visit: "V1",
  day: dayNumber("2026-03-16"),
  serviceUser: "SU1",
  callType: "standard",
  carersRequired: 1,
  plannedStart: momentOf("2026-03-16T23:30"),
  plannedEnd: momentOf("2026-03-17T00:15"),
  carer: "C1",
  logIn: momentOf("2026-03-16T23:31:05"),
  logOut: momentOf("2026-03-17T00:12"),
  outcome: null,
  captureMethod: "nfc",
};

describe("a row of an export in words", () => {
  it("says who was logged, when and how", () => {
    expect(ecmRowWords(row)).toBe("Row 7: carer C1, in at 23:31:05, out at 00:12 on Tuesday 17 March 2026, by NFC tag.");
    expect(ecmRowWords({ ...row, logOut: null, captureMethod: "app" })).toBe("Row 7: carer C1, in at 23:31:05, no log-out, by app.");
    expect(ecmRowWords({ ...row, logIn: null, captureMethod: "manual" })).toBe("Row 7: carer C1, no log-in, out at 00:12 on Tuesday 17 March 2026, entered by hand.");
    expect(ecmRowWords({ ...row, logIn: null, logOut: null, captureMethod: null })).toBe("Row 7: carer C1, expected, but not logged.");
    expect(ecmRowWords({ ...row, carer: null, logIn: null, logOut: null, outcome: "hospital", captureMethod: "phone" })).toBe("Row 7: nobody attended, by phone; the record says that the person was in hospital.");
  });

  it("rows that agree have no contradiction", () => {
    expect(conflictWords([])).toEqual([]);
    expect(conflictWords([row])).toEqual([]);
    expect(conflictWords([row, { ...row, row: 8, carer: "C2", logOut: null }])).toEqual([]);
  });

  it("rows that contradict each other say in what, and which row says what", () => {
    const other = { ...row, row: 8, serviceUser: "SU2", callType: "critical", carersRequired: 2, plannedStart: momentOf("2026-03-16T23:45"), plannedEnd: momentOf("2026-03-16T23:59"), outcome: "refused" } as const;
    expect(conflictWords([row, other, { ...row, row: 9 }])).toEqual([
      "The rows disagree about the service user: “SU1” in rows 7 and 9; “SU2” in row 8.",
      "The rows disagree about the priority: “standard” in rows 7 and 9; “critical” in row 8.",
      "The rows disagree about the carers required: 1 carer in rows 7 and 9; 2 carers in row 8.",
      "The rows disagree about the planned start: 23:30 in rows 7 and 9; 23:45 in row 8.",
      "The rows disagree about the planned end: 00:15 on Tuesday 17 March 2026 in rows 7 and 9; 23:59 in row 8.",
      "The rows disagree about the outcome: none recorded in rows 7 and 9; the person declined the visit in row 8.",
    ]);
  });
});

describe("a finding in words", () => {
  it("says where it is, what stood there, what it means and what becomes of the row", () => {
    expect(rowFindingWords({ code: "unreadable-time", row: 9, column: "planned_end", value: "25:00" })).toBe(
      "Row 9, column planned_end, “25:00”: A time is not YYYY-MM-DDThh:mm[:ss] with Z, an offset or nothing, or not a time from 1996 on. The row is rejected; the visit it belongs to cannot be determined until it is corrected.",
    );
    expect(rowFindingWords({ code: "missing-value", row: 9, column: "visit_id", value: "" })).toMatch(/^Row 9, column visit_id, empty: /);
    expect(rowFindingWords({ code: "log-out-missing", row: 9, column: "actual_end" })).toBe("Row 9, column actual_end: A carer logged in and did not log out: how long they were there is not known until that is corrected. The row is kept; correct it.");
    expect(rowFindingWords({ code: "planned-end-not-after-start", row: 9 })).toMatch(/ The row is kept; look at it\.$/);
    expect(rowFindingWords({ code: "skipped-hour", row: 9 })).toMatch(/ The row is kept as it is\.$/);
  });

  it("of a rejected row that belongs to no visit, says that none is counted for it", () => {
    const said = rowFindingWords({ code: "unreadable-time", row: 9, column: "planned_start", value: "9 am", unplaced: { provider: "P1", visit: "V1" } });
    expect(said).toMatch(/The row is rejected\. Its provider, its visit id or its planned day cannot be read, so it belongs to no visit, and no visit is counted for it until it is corrected\.$/);
    expect(said).not.toContain("the visit it belongs to");
  });

  it("cuts what is too long to read", () => {
    expect(rowFindingWords({ code: "unknown-outcome", row: 9, column: "outcome", value: "x".repeat(61) })).toContain(`“${"x".repeat(60)}…”`);
    expect(rowFindingWords({ code: "unknown-outcome", row: 9, column: "outcome", value: "x".repeat(60) })).toContain(`“${"x".repeat(60)}”`);
  });

  it("a column that no clause asks for is a matter of the heading", () => {
    expect(rowFindingWords({ code: "unasked-column", row: 1, column: "fault" })).toBe("Heading, column “fault”: No clause that is applied asks for the column. Its values are read and checked all the same.");
  });

  it("an unknown column is a matter of the heading, with the name it may have meant", () => {
    expect(rowFindingWords({ code: "unknown-column", row: 1, column: "carer", value: 'Did you mean "carer_id"?' })).toBe(
      "Heading, column “carer”: The column is none of the canonical export's; it is ignored. Did you mean \"carer_id\"?",
    );
    expect(rowFindingWords({ code: "unknown-column", row: 1, column: "notes", value: "Known: visit_id, carer_id" })).toMatch(/ Known: visit_id, carer_id\.$/);
  });
});
