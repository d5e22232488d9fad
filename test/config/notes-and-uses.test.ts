import { expect, it } from "vitest";
import { parseCouncil } from "../../src/config/index.js";
import { leicester } from "../../src/index.js";

const JSON_OF = JSON.parse(JSON.stringify(leicester)) as { readonly [clause: string]: { readonly versions: readonly { readonly [field: string]: unknown }[] } };
const parsed = (clauses: object) => {
  const answer = parseCouncil({ ...JSON_OF, ...clauses });
  if (answer.kind === "refused") throw new Error(JSON.stringify(answer.problems));
  return answer;
};
const rate = (bands: readonly object[]) => {
  const { hourly: _one, hours: _every, ...facts } = JSON_OF["rate"]!.versions[0]!;
  return { rate: { versions: [{ ...facts, readings: {}, kind: "bands", dayKinds: [], bands, across: "by-start", times: "paid" }] } };
};
const hourly = { kind: "hourly", pounds: "20.00" };
const notes = (clauses: object) => parsed(clauses).notes.filter(({ code }) => code !== "one-choice").map(({ path, code }) => `${path}: ${code}`);

it("a band for otherwise that can never hold is noted, and one that can is not", () => {
  const otherwise = { name: "rest", when: "otherwise", price: hourly };
  expect(notes(rate([{ name: "every", when: {}, price: hourly }, otherwise]))).toEqual(["rate.versions[0].bands[1]: never-holds"]);
  expect(notes(rate([{ name: "town", when: { zones: ["town"] }, price: hourly }, otherwise]))).toEqual([]);
});

it("a charge's other clauses and a contribution beside pay are noted", () => {
  const { targets, punctuality } = JSON_OF;
  expect(notes({ charge: { targets, punctuality } })).toEqual(["charge.punctuality: charged-by-its-own", "charge.targets: changes-no-charge"]);
});

it("says which further columns the terms ask an export for, of a contract too", () => {
  const zoned = rate([{ name: "town", when: { zones: ["town"] }, price: hourly }]);
  expect(parsed(zoned).uses[0]!.columns).toEqual([{ column: "zone", clauses: ["rate"] }]);
  expect(parsed({ contracts: { rural: zoned } }).uses.map(({ contract, columns }) => [contract, columns.length])).toEqual([[null, 0], ["rural", 1]]);
});

it("lengths without a price, or with two, are left open; an hourly price otherwise leaves none", () => {
  const lengths = [{ from: 30, to: 45, pounds: "10.00" }, { from: 45, to: "open", pounds: "14.00" }];
  const open = (price: object) => parsed(rate([{ name: "day", when: "otherwise", price }])).open.map(({ code, where }) => `${code}: ${where}`);
  expect(open({ kind: "by-length", lengths })).toEqual(["no-price: 0 to 29 minutes in day", "several-prices: 45 minutes in day"]);
  expect(open({ kind: "by-length", lengths: lengths.slice(0, 1), otherwise: hourly })).toEqual([]);
});
