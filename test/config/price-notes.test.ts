import { describe, expect, it } from "vitest";
import { type Note, parseCouncil } from "../../src/config/index.js";
import { payingCouncil } from "../published-rules/paying-council.ts";

const sound = JSON.parse(JSON.stringify(payingCouncil("c", {}))) as { readonly [clause: string]: { readonly versions: readonly object[] } };
const facts = { firstDay: "unstated", lastDay: "open", authority: "agreed", source: { document: "A made-up contract", published: "undated", clause: "1", quote: "as it is written" }, readings: {} };
const clause = (name: string, terms: object) => ({ [name]: { versions: [{ ...facts, ...terms }] } });

function notes(...clauses: readonly object[]): string[] {
  const parsed = parseCouncil({ ...sound, ...(Object.assign({}, ...clauses) as object) });
  if (parsed.kind === "refused") throw new Error(JSON.stringify(parsed.problems));
  return parsed.notes.map(({ path, code }: Note) => `${path}: ${code}`);
}

describe("a longer stay that is paid less than a shorter one", () => {
  const length = (from: number, to: number | "open", pounds: string) => ({ from, to, pounds });
  const priced = (lengths: readonly object[], otherwise?: string) =>
    clause("rate", { kind: "bands", dayKinds: [], across: "by-start", times: "paid", bands: [{ name: "day", when: "otherwise", price: { kind: "by-length", lengths, ...(otherwise === undefined ? {} : { otherwise: { kind: "hourly", pounds: otherwise } }) } }] });
  const minutes = clause("paidMinutes", { kind: "exact-minutes", partMinutes: "dropped" });
  const quarters = clause("paidMinutes", { kind: "unit-or-part", unit: 15, zeroMinutes: "unpaid", partMinutes: "up" });
  const at = (place: string) => [`rate.versions[0].bands[0].price.${place}: longer-stay-pays-less`];

  it("is noted at the price of the longer one, in whatever order they stand", () => {
    expect(notes(minutes, priced([length(1, 30, "11.20"), length(31, "open", "4.80")]))).toEqual(at("lengths[1].pounds"));
    expect(notes(minutes, priced([length(31, "open", "11.19"), length(1, 30, "11.20")]))).toEqual(at("lengths[0].pounds"));
  });

  it("is not noted of a price that stays or rises", () => {
    expect(notes(minutes, priced([length(1, 30, "11.20"), length(31, "open", "11.20")]))).toEqual([]);
    expect(notes(minutes, priced([length(31, "open", "11.21"), length(1, 30, "11.20")]))).toEqual([]);
  });

  it("is noted of a price by the hour that begins below the price before it, or ends above the one after it", () => {
    expect(notes(minutes, priced([length(1, 30, "11.20")], "19.20"))).toEqual(at("otherwise.pounds"));
    expect(notes(minutes, priced([length(30, 30, "5.00")], "20.00"))).toEqual(at("lengths[0].pounds"));
    // 31 minutes at £20 an hour are £10.33.
    expect(notes(minutes, priced([length(1, 30, "10.33")], "20.00"))).toEqual([]);
    expect(notes(minutes, priced([length(1, 30, "10.34")], "20.00"))).toEqual(at("otherwise.pounds"));
  });

  it("looks only at the minutes that a stay can be paid, unless a limit makes others", () => {
    const terms = priced([length(30, 30, "11.20"), length(45, 45, "14.00"), length(60, 60, "17.00")], "17.00");
    expect(notes(quarters, terms)).toEqual([]);
    expect(notes(minutes, terms)).toEqual(at("otherwise.pounds"));
    const limited = { basis: { versions: [{ ...sound["basis"]!.versions[0]!, most: "planned-length" }] } };
    expect(notes(quarters, terms, limited)).toEqual(at("otherwise.pounds"));
    const marked = clause("paidMinutes", { kind: "unit-or-part", unit: 15, zeroMinutes: "unpaid", partMinutes: "up", roundingSwitch: "by-visit" });
    expect(notes(marked, terms)).toEqual(at("otherwise.pounds"));
  });
});
