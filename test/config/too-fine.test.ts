import { expect, it } from "vitest";
import { parseCouncil } from "../../src/config/index.js";
import { payingCouncil } from "../published-rules/paying-council.ts";

const sound = JSON.parse(JSON.stringify(payingCouncil("c", {}))) as object;
const facts = { firstDay: "unstated", lastDay: "open", authority: "agreed", source: { document: "A made-up contract", published: "undated", clause: "1", quote: "as it is written" }, readings: {} };
const hourly = (pounds: string) => ({ kind: "hourly", pounds });
const share = (of: string, text: string) => ({ kind: "share-of", band: of, share: text });
const HOURS = ["06:00-12:00", "12:00-18:00", "18:00-06:00"];

/** What is refused of bands with these prices, by name. */
function refused(prices: { readonly [band: string]: object }, across = "split"): string[] {
  const bands = Object.entries(prices).map(([name, price], i) => ({ name, when: { hours: HOURS[i] }, price }));
  const parsed = parseCouncil({ ...sound, rate: { versions: [{ ...facts, kind: "bands", dayKinds: [], bands, across, times: "paid" }] } });
  return parsed.kind === "council" ? [] : parsed.problems.map(({ path, expected, got }) => `${path.replace("rate.versions[0].bands", "")}: ${expected.replace(" for exact sums in whole numbers", "")}, got ${got}`);
}

it("a price too fine to add is named at its share or its pounds, wherever it stands", () => {
  expect(refused({ day: hourly("18.50"), night: share("day", "1.33333333") })).toEqual(['[1].price.share: share of "night" must be coarse enough, got "1.33333333"']);
  expect(refused({ night: share("day", "1.33333333"), day: hourly("18.50") })).toEqual(['[0].price.share: share of "night" must be coarse enough, got "1.33333333"']);
  expect(refused({ day: hourly("18.50"), night: hourly("24.6666666666") })).toEqual(['[1].price.pounds: price of "night" must be coarse enough, got "24.6666666666"']);
  // Half of a fine price is finer still, and it is not the half that is to be written with fewer places.
  expect(refused({ half: share("day", "0.5"), day: hourly("18.3333333333"), late: hourly("20.00") })).toEqual(['[1].price.pounds: price of "day" must be coarse enough, got "18.3333333333"']);
  expect(refused({ day: hourly("18.50"), night: share("day", "1.5"), late: share("night", "1.11111111") })).toEqual(['[2].price.share: share of "late" must be coarse enough, got "1.11111111"']);
});

it("of prices by length, the one of them that is", () => {
  const lengths = [{ from: 1, to: 30, pounds: "10.00" }, { from: 31, to: 60, pounds: "16.123456789012345" }];
  expect(refused({ day: hourly("18.50"), night: { kind: "by-length", lengths, otherwise: hourly("17.00") } }, "by-start")).toEqual(['[1].price.lengths[1].pounds: price of "night" must be coarse enough, got "16.123456789012345"']);
  const otherwise = { kind: "by-length", lengths: lengths.slice(0, 1), otherwise: hourly("17.123456789012345") };
  expect(refused({ day: hourly("18.50"), night: otherwise }, "by-start")).toEqual(['[1].price.otherwise.pounds: price of "night" must be coarse enough, got "17.123456789012345"']);
});

it("a price that is too large is named itself, beside a finer one", () => {
  expect(refused({ day: hourly("99999999999.01"), night: share("day", "0.333") })).toEqual(['[0].price.pounds: price of "day" must be coarse enough, got "99999999999.01"']);
  expect(refused({ day: hourly("18.123"), night: hourly("99999999999.00") })).toEqual(['[1].price.pounds: price of "night" must be coarse enough, got "99999999999.00"']);
});

it("a share of four places of a price in pence is not too fine, nor are pounds of six, up to £99.99 an hour", () => {
  for (const pounds of ["24.666667", "99.999999"]) expect(refused({ day: hourly("18.50"), night: hourly(pounds), late: share("day", "1.5") }), pounds).toEqual([]);
  for (const pounds of ["18.50", "19.99", "99.99"]) for (const text of ["1.3333", "0.9999", "1.4999"]) expect(refused({ day: hourly(pounds), night: share("day", text) }), `${text} of ${pounds}`).toEqual([]);
});
