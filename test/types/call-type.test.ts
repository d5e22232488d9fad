import { describe, expect, it } from "vitest";
import { errorsOf } from "./errors-of.ts";

const PRELUDE = `
  import { assessVisit, compile, leicester, withReading, type Council, type Leicester, type LeicesterCallType, type Moment, type Rules, type VisitInput } from "../../src/index.js";
  const rules = compile(leicester);
  const visit = { plannedStart: "2026-03-16T08:00", plannedEnd: "2026-03-16T08:30", attendances: [] };
`;

/** What is checked, and whether the compiler must take it. */
const SNIPPETS = {
  "a visit with one of the council's call types": { takes: true, code: 'assessVisit({ ...visit, callType: "critical" }, rules);' },
  "a visit with a call type the council does not have": { takes: false, code: 'assessVisit({ ...visit, callType: "urgent" }, rules);' },
  "a visit whose call type is any text": { takes: false, code: 'const callType: string = "critical"; assessVisit({ ...visit, callType }, rules);' },
  "a visit without a call type": { takes: false, code: "assessVisit({ ...visit }, rules);" },
  "the call type of the answer": { takes: true, code: 'const callType: LeicesterCallType = assessVisit({ ...visit, callType: "critical" }, rules).visit.callType;' },
  "the answer's call type as one the council does not have": { takes: false, code: 'const callType: "urgent" = assessVisit({ ...visit, callType: "critical" }, rules).visit.callType;' },
  "a council read otherwise keeps its call types": { takes: true, code: 'const council: Leicester = withReading(leicester, "exactly-56", "unpaid"); assessVisit({ ...visit, callType: "standard" }, compile(council));' },
  "a council read otherwise has no more call types": { takes: false, code: 'assessVisit({ ...visit, callType: "urgent" }, compile(withReading(leicester, "exactly-56", "unpaid")));' },
  "tolerances for every call type of a council": { takes: true, code: 'const council: Leicester = { ...leicester, callTypes: ["standard"] };' },
  "a tolerance that is missing for a call type": {
    takes: false,
    code: "const council: Leicester = { ...leicester, punctuality: { versions: [{ ...leicester.punctuality.versions[0]!, callTypes: { standard: { early: 30, late: 30 } } }] } };",
  },
  "a call type that a council does not have among its own": { takes: false, code: 'const council: Leicester = { ...leicester, callTypes: ["standard", "urgent"] };' },
  "a council without a clause that visits need": { takes: false, code: 'const { rate, ...without } = leicester; compile(without);' },
  "a council without a clause, while nobody compiles it": { takes: true, code: 'const { rate, ...without } = leicester; const council: Council<LeicesterCallType> = without;' },
  "a number as a moment, which minutes are not": { takes: false, code: "const at: Moment = 30;" },
  "an outcome that no export has": { takes: false, code: 'assessVisit({ ...visit, callType: "critical", outcome: "no-acces" }, rules);' },
  "a council written down, with its call types": { takes: true, code: "const mine: Leicester = { ...leicester, id: 'mine', punctuality: { versions: [{ ...leicester.punctuality.versions[0]!, callTypes: { standard: { early: 5, late: 5 }, critical: null } }] } };" },
  "a call type in a clause that the council does not have": {
    takes: false,
    code: "const mine: Council<'standard'> = { id: 'mine', name: 'Mine', nation: 'scotland', callTypes: ['standard'], targets: { versions: [{ ...leicester.targets.versions[0]!, readings: {}, punctuality: { standard: '0.90', urgent: '0.95' } }] } };",
  },
  "a misspelt term": {
    takes: false,
    code: "const mine: Council<'standard'> = { id: 'mine', name: 'Mine', nation: 'scotland', callTypes: ['standard'], statement: { versions: [{ ...leicester.statement.versions[0]!, roundings: 'line-half-up' }] } };",
  },
  "a choice that sets what the clause does not have": {
    takes: false,
    code: "const mine: Council<'standard'>['statement'] = { versions: [{ ...leicester.statement.versions[0]!, readings: { r: { silent: '?', adopted: 'a', choices: { a: { says: 'A.', set: { hourly: '1.00' } } } } } }] };",
  },
  "rules of any council, for code that works with all of them": { takes: true, code: 'const any: Rules = rules; const input: VisitInput = { ...visit, callType: "anything" };' },
} as const;

const errors = errorsOf(PRELUDE, SNIPPETS);

describe("what the compiler takes", () => {
  it.each(Object.entries(SNIPPETS).filter(([, { takes }]) => takes).map(([name]) => name))("%s", (name) => {
    expect(errors.get(name)).toEqual([]);
  });
});

describe("what the compiler refuses", () => {
  it.each(Object.entries(SNIPPETS).filter(([, { takes }]) => !takes).map(([name]) => name))("%s", (name) => {
    expect(errors.get(name)).toHaveLength(1);
  });

  it("says which call types there are", () => {
    expect(errors.get("a visit with a call type the council does not have")).toEqual(["Type '\"urgent\"' is not assignable to type 'LeicesterCallType'."]);
  });
});
