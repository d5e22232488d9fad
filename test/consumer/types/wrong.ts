// A consumer's mistakes. The line after each comment must be refused with one of its errors, and no other line with any.
import { type VisitAssessment, assessVisit, bandFor, compile, leicester, momentOf } from "homecare-rules";
import { assessment, rules, visit } from "./use.js";

// refused TS2322: Leicester has no urgent calls
assessVisit({ ...visit, callType: "urgent" }, compile(leicester));
// refused TS2322: a bare number is no moment, whatever its unit
assessVisit({ ...visit, plannedStart: 1774767600 }, rules);
// refused TS2345 TS2741: a visit without a planned end
assessVisit({ callType: "standard", plannedStart: "2026-03-29T08:00", attendances: [] }, rules);
// refused TS2345: a council whose clauses are missing
compile({ id: "nowhere", name: "Nowhere", nation: "scotland", callTypes: ["standard"] });
// refused TS2345: minutes are numbers
bandFor("26", []);
// refused TS2353: a duration is no time
momentOf({ hours: 8 });
// refused TS2367: late is no kind of visit
export const isLate = assessment.kind.kind === "late";
// refused TS2339: an unpaid line has no amount
export const amounts = assessment.payment.lines.map((line) => line.amount);
// refused TS2339: a missed visit has no arrival
export const arrivalOf = ({ punctuality }: VisitAssessment) => punctuality.arrival;
// refused TS2540: results are read-only
assessment.carers.understaffed = false;
// refused TS2307: what is not a door is closed
export type { Fraction } from "homecare-rules/dist/shared/exact.js";
// refused TS2307: there is no such council
export { nowhere } from "homecare-rules/councils/nowhere";
