// What do other kinds of clause cost? Each council below is Leicester's with one clause of another kind; times beside
// Leicester's own, in one run.
//
//   npm run build && node bench/kinds.mjs
import { execFileSync } from "node:child_process";
import { assessExport, bankHolidays, compile, leicester } from "../dist/index.js";

const ROUNDS = 7;
const bytes = execFileSync("node", ["scripts/make-export.mjs", "--service-users", "800", "--providers", "13", "--weeks", "6"], { maxBuffer: 1 << 30 });

async function* chunks() {
  for (let at = 0; at < bytes.length; at += 1 << 18) yield bytes.subarray(at, at + (1 << 18));
}

/** Leicester with a clause in other terms; its readings go, since they are of the old ones. */
function otherwise(clause, terms) {
  const [{ firstDay, lastDay, authority, source }] = leicester[clause]?.versions ?? leicester.basis.versions;
  return { ...leicester, [clause]: { versions: [{ firstDay, lastDay, authority, source, ...terms, readings: {} }] } };
}
const [basis] = leicester.basis.versions;
const [attendance] = leicester.attendance.versions;
const { basis: whose, per, sameCarer, surplusCarers, most } = basis;
const time = { basis: whose, per, sameCarer, surplusCarers, most };
const window = { days: 14, step: 7, anchor: "mondays", received: "attended", scope: "service-user-and-provider", shareOf: "windows" };
const outcomes = Object.fromEntries(Object.keys(attendance.outcomes).map((outcome) => [outcome, { kind: "nothing" }]));
const hours = (pounds, when) => ({ name: JSON.stringify(when), when, price: { kind: "hourly", pounds } });

const councils = {
  "Leicester's own": leicester,
  "minutes up to the next 5": otherwise("paidMinutes", { kind: "increments", partMinutes: "dropped", minutes: 5, round: "up" }),
  "time of a day added up": otherwise("basis", { ...time, undelivered: "nothing", per: { kind: "added-up", over: "day", carers: "each", services: "together", severalRates: "as-completed" } }),
  "rates by day and hour, split": otherwise("rate", {
    kind: "bands", across: "split", times: "paid",
    dayKinds: [{ name: "bank holiday", on: { kind: "bank-holidays", substitutes: "included" } }, { name: "weekend", on: { kind: "weekdays", weekdays: ["saturday", "sunday"] } }],
    bands: [hours("28.02", { days: ["bank holiday"] }), hours("15.41", { days: ["weekend"] }), { name: "day", when: "otherwise", price: { kind: "hourly", pounds: "14.01" } }],
  }),
  "undelivered by outcome": {
    ...otherwise("basis", { ...time, undelivered: "by-outcome" }),
    undelivered: otherwise("undelivered", { outcomes, unexplained: { kind: "nothing" }, pastThreshold: { kind: "nothing" }, tooFewCarers: "those-who-came" }).undelivered,
  },
  "a share by the most frequent carers": otherwise("continuity", { kind: "share", mostFrequent: 3, atLeast: "0.85", limit: "included", doubleHanded: "each-carer", ...window }),
};

const best = {};
const compiled = Object.fromEntries(Object.entries(councils).map(([name, council]) => [name, compile(council, { bankHolidays })]));
for (let round = 0; round < ROUNDS; round++) {
  for (const [name, rules] of Object.entries(compiled)) {
    const start = performance.now();
    await assessExport(chunks, rules);
    best[name] = Math.min(best[name] ?? Infinity, performance.now() - start);
  }
}
const own = best["Leicester's own"];
for (const [name, ms] of Object.entries(best)) console.log(`${name.padEnd(36)} ${ms.toFixed(0).padStart(6)} ms, ${(ms / own).toFixed(2)} of Leicester's`);
