import { describe, expect, it } from "vitest";
import { OUTCOMES, type Outcome, leicester } from "../../src/index.js";
import { after, assessed, documentOf, log, min, restingOn } from "./visits.ts";

const [version] = leicester.attendance.versions;
const nobody = { attendances: [] };

describe("“A visit is classified as missed where it is not attended by provider staff when the visit was required” (Q13)", () => {
  it("the quotation stands in the data", () => {
    expect(version!.source).toMatchObject({
      clause: "Q13",
      quote:
        "A visit is classified as missed where it is not attended by provider staff when the visit was required. Visits that were not completed due to a non-access, hospital admission, or other similar reason are not counted as ‘missed’ but as a planned visit",
    });
  });

  it("nobody came and nothing is recorded: missed, not assessable for punctuality, nothing paid", () => {
    const call = assessed(nobody);
    expect(call.kind).toEqual({ kind: "missed", reason: "unexplained" });
    expect(call.punctuality).toEqual({ class: "not-assessable", reason: "not-delivered", nearest: null });
    expect(call.payment).toEqual({ lines: [{ kind: "unpaid", carer: null, reason: "not-attended", minutes: null }], minutesPaid: 0, amount: "0.00" });
  });

  it("a carer who was expected and did not come is nobody who attended", () => {
    expect(assessed({ attendances: [{ carer: "C1" }, { carer: "C2", logIn: null, logOut: null }] }).kind).toEqual({ kind: "missed", reason: "unexplained" });
  });

  it("attended by anybody, the call is not missed, however late and by however few", () => {
    expect(assessed({ carersRequired: 3, attendances: [log("C1", min(300), min(300))] }).kind).toEqual({ kind: "delivered" });
  });
});

describe("“not completed due to a non-access, hospital admission, or other similar reason are not counted as ‘missed’ but as a planned visit”: reading similar-reasons", () => {
  const adopted: Record<Outcome, ReturnType<typeof assessed>["kind"]> = {
    "no-access": { kind: "excused", outcome: "no-access", attended: false },
    hospital: { kind: "excused", outcome: "hospital", attended: false },
    "cancelled-by-person": { kind: "excused", outcome: "cancelled-by-person", attended: false },
    refused: { kind: "excused", outcome: "refused", attended: false },
    frustrated: { kind: "excused", outcome: "frustrated", attended: false },
    aborted: { kind: "excused", outcome: "aborted", attended: false },
    "cancelled-by-council": { kind: "not-required", outcome: "cancelled-by-council" },
    suspended: { kind: "not-required", outcome: "suspended" },
    "provider-failure": { kind: "missed", reason: "provider-failure" },
    other: { kind: "undetermined", reason: "undecided-outcome" },
  };
  const onlyTwo: typeof adopted = {
    ...adopted,
    "cancelled-by-person": { kind: "missed", reason: "cancelled-by-person" },
    refused: { kind: "missed", reason: "refused" },
    frustrated: { kind: "missed", reason: "frustrated" },
    aborted: { kind: "missed", reason: "aborted" },
  };

  it.each(OUTCOMES)("nobody came, outcome %s: as the adopted reading says, and as only no access and hospital would", (outcome) => {
    expect(assessed({ ...nobody, outcome }).kind).toEqual(adopted[outcome]);
    expect(assessed({ ...nobody, outcome }, { "similar-reasons": "no-access-and-hospital" }).kind).toEqual(onlyTwo[outcome]);
    const differs = adopted[outcome].kind !== onlyTwo[outcome].kind;
    expect(restingOn(assessed({ ...nobody, outcome })).includes("similar-reasons")).toBe(differs);
  });

  it("each choice says of every outcome what its data makes of it", () => {
    const named: Record<Outcome, string> = {
      "no-access": "no access", hospital: "hospital", "cancelled-by-person": "cancelled by the person", refused: "refused", frustrated: "frustrated", aborted: "aborted",
      "cancelled-by-council": "cancelled by the council", suspended: "suspended", "provider-failure": "provider failure", other: "other",
    };
    const ends = { excused: /excused$/, missed: /missed$/, "not-required": /not required$/, undetermined: /undetermined$/ };
    for (const { says, set } of Object.values(version!.readings["similar-reasons"]!.choices)) {
      const parts = says.replace(/\.$/, "").toLowerCase().split("; ");
      for (const outcome of OUTCOMES) expect(parts.filter((part) => part.includes(named[outcome])), `${outcome}: ${says}`).toEqual([expect.stringMatching(ends[set.outcomes![outcome]])]);
    }
  });

  it("“but as a planned visit”: an excused visit is counted as a visit, and is in no share", async () => {
    const { total } = await documentOf([{ carer: "", outcome: "hospital" }, { carer: "", outcome: "suspended" }, { carer: "", outcome: "other" }, {}]);
    expect(total).toMatchObject({ visits: 4, delivered: 1, missed: 0, excused: 1, notRequired: 1, undetermined: 1 });
    expect(total.punctuality.standard.assessed).toBe(1);
  });
});

describe("“We rely on providers reporting this to us.” (Q12): reading unexplained", () => {
  it("the quotation stands in the data", () => {
    expect(version!.alsoSee).toMatchObject([{ clause: "Q12", quote: "Do you rely on providers reporting this to you, or do you monitor their electronic call monitoring systems independently / run reports? We rely on providers reporting this to us." }]);
  });

  it("undetermined: nobody came and nothing is recorded cannot be determined", () => {
    expect(assessed(nobody, { unexplained: "undetermined" }).kind).toEqual({ kind: "undetermined", reason: "unexplained" });
    expect(assessed(nobody, { unexplained: "undetermined" }).payment.lines).toEqual([{ kind: "unpaid", carer: null, reason: "undetermined", minutes: null }]);
  });

  it("how many missed visits rest on this is said", async () => {
    const { total, restsOn } = await documentOf([{ carer: "" }, { carer: "" }, { carer: "", outcome: "provider-failure" }, {}]);
    expect(total.missed).toBe(3);
    expect(restsOn.find(({ reading }) => reading === "unexplained")).toEqual({ reading: "unexplained", of: "visits", count: 2 });
  });
});

describe("reading not-completed: a carer came and was turned away, found nobody in, or had to stop", () => {
  const came = { plannedEnd: after(min(45)), attendances: [log("C1", min(5), min(31))] };

  it.each(["no-access", "refused", "frustrated", "aborted"] as const)("%s with a log-in is excused; the arrival stays a fact, and the time there is banded and paid", (outcome) => {
    const call = assessed({ ...came, outcome });
    expect(call.kind).toEqual({ kind: "excused", outcome, attended: true });
    expect(call.carers).toEqual({ required: 1, came: ["C1"], understaffed: false });
    expect(call.punctuality).toEqual({ class: "not-assessable", reason: "not-delivered", nearest: null });
    expect(call.payment).toMatchObject({ minutesPaid: 30, amount: "7.005", lines: [{ kind: "paid", carer: "C1", measured: "logged", minutes: 26, banded: 30 }] });
    expect(restingOn(call)).toContain("not-completed");
  });

  it("nothing: nothing is paid", () => {
    expect(assessed({ ...came, outcome: "refused" }, { "not-completed": "nothing" }).payment.lines).toEqual([{ kind: "unpaid", carer: null, reason: "not-completed", minutes: null }]);
  });

  it("planned length: the planned 45 minutes are banded and paid, for as many carers as required", () => {
    const { payment } = assessed({ ...came, outcome: "aborted", carersRequired: 2 }, { "not-completed": "planned-length" });
    expect(payment).toMatchObject({ minutesPaid: 90, amount: "21.015" });
    expect(payment.lines).toHaveLength(2);
    expect(payment.lines[0]).toMatchObject({ kind: "paid", carer: null, measured: "planned", minutes: 45, minutesPaid: 45 });
  });

  it.each(["hospital", "cancelled-by-person", "cancelled-by-council", "suspended", "provider-failure", "other"] as const)(
    "a log-in beside %s is a contradiction: undetermined, unpaid until corrected",
    async (outcome) => {
      const call = assessed({ ...came, outcome });
      expect(call.kind).toEqual({ kind: "undetermined", reason: "attended-and-not-delivered" });
      expect(call.payment.lines).toEqual([{ kind: "unpaid", carer: null, reason: "undetermined", minutes: null }]);
      const { total, findings } = await documentOf([{ outcome }]);
      expect(total.undetermined).toBe(1);
      expect(findings).toEqual([{ code: "attended-and-not-delivered", severity: "error", of: "visits", count: 1 }]);
    },
  );
});

describe("“e.g. any call delivered 1 hour earlier / later than the agreed commissioned call time is a ‘missed’ call” (the question of Q13): reading missed-threshold", () => {
  const arriving = (seconds: number, choice: string, next: Date | null = null) =>
    assessed({ attendances: [log("C1", seconds, seconds + 60)], nextPlannedStart: next }, { "missed-threshold": choice });

  it("none (adopted): a late visit is late however late", () => {
    for (const seconds of [min(60), min(600), -min(600)]) expect(arriving(seconds, "none", after(min(30))).kind).toEqual({ kind: "delivered" });
  });

  it.each([
    { seconds: min(59, 59), kind: { kind: "delivered" } },
    { seconds: min(60), kind: { kind: "missed", reason: "past-threshold" } },
    { seconds: -min(59, 59), kind: { kind: "delivered" } },
    { seconds: -min(60), kind: { kind: "missed", reason: "past-threshold" } },
  ])("sixty minutes: $seconds seconds after the agreed start is $kind.kind", ({ seconds, kind }) => {
    expect(arriving(seconds, "sixty-minutes").kind).toEqual(kind);
    expect(restingOn(arriving(seconds, "none")).includes("missed-threshold")).toBe(kind.kind === "missed");
  });

  it("after the next visit: missed from the planned start of the service user's next visit on, never without one", () => {
    const next = after(min(120));
    expect(arriving(min(119, 59), "after-next-visit", next).kind).toEqual({ kind: "delivered" });
    expect(arriving(min(120), "after-next-visit", next).kind).toEqual({ kind: "missed", reason: "past-threshold" });
    expect(arriving(min(600), "after-next-visit").kind).toEqual({ kind: "delivered" });
  });

  it("a visit missed past the threshold has no punctuality and is not paid", () => {
    const call = arriving(min(60), "sixty-minutes");
    expect(call.punctuality).toEqual({ class: "not-assessable", reason: "not-delivered", nearest: null });
    expect(call.payment).toEqual({ lines: [{ kind: "unpaid", carer: null, reason: "past-threshold", minutes: null }], minutesPaid: 0, amount: "0.00" });
  });

  it("in a month, the next visit is the service user's own, of whichever provider", async () => {
    const rows = [
      { visit: "late", logIn: "10:00", logOut: "10:20" },
      { visit: "next", provider: "P2", start: "10:00", end: "10:30" },
      { visit: "another", user: "SU2", start: "09:00", end: "09:30" },
    ];
    expect((await documentOf(rows, { "missed-threshold": "after-next-visit" })).total).toMatchObject({ delivered: 2, missed: 1 });
    const earlier = rows.map((row) => (row.visit === "late" ? { ...row, logIn: "09:59" } : row));
    expect((await documentOf(earlier, { "missed-threshold": "after-next-visit" })).total).toMatchObject({ delivered: 3, missed: 0 });
  });
});
