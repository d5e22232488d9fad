import { describe, expect, it } from "vitest";
import { momentOf } from "../../src/index.js";
import { dayNumber } from "../../src/shared/day.js";
import { clockWords, counted, dayWords, everyKindSaid, grouped, lengthWords, listed, percentText, percentWords, poundsWords, shareWords, timeWords } from "../../src/shared/words.js";

describe("numbers in words", () => {
  it.each([
    [0, "0"],
    [999, "999"],
    [1000, "1,000"],
    [5852, "5,852"],
    [1234567, "1,234,567"],
    ["48912.43", "48,912.43"],
    ["1000.123456", "1,000.123456"],
    [12345678901234567890n, "12,345,678,901,234,567,890"],
  ])("%s is %s", (value, text) => {
    expect(grouped(value)).toBe(text);
  });

  it("counts one and many", () => {
    expect([counted(0, "visit"), counted(1, "visit"), counted(2000, "visit")]).toEqual(["0 visits", "1 visit", "2,000 visits"]);
    expect(counted(2, "person", "people")).toBe("2 people");
  });

  it.each([
    [0, "0 seconds"],
    [1, "1 second"],
    [59, "59 seconds"],
    [60, "1 minute"],
    [61, "1 minute 1 second"],
    [31 * 60 + 5, "31 minutes 5 seconds"],
    [7199, "119 minutes 59 seconds"],
    [7200, "2 hours"],
    [7261, "2 hours 1 minute 1 second"],
  ])("%i seconds are %s", (seconds, text) => {
    expect(lengthWords(seconds)).toBe(text);
  });

  it("lists with commas and a last word", () => {
    expect([listed([]), listed(["a"]), listed(["a", "b"]), listed(["a", "b", "c"]), listed(["a", "b"], "or")]).toEqual(["", "a", "a and b", "a, b and c", "a or b"]);
  });

  it.each([
    ["0.8919", "89.19", "89.19 %", "89.19 %"],
    ["0.8000", "80.00", "80.00 %", "80 %"],
    ["0.80", "80", "80 %", "80 %"],
    ["0.8", "80", "80 %", "80 %"],
    ["0.055", "5.5", "5.5 %", "5.5 %"],
    ["0.0550", "5.50", "5.50 %", "5.5 %"],
    ["1.0000", "100.00", "100.00 %", "100 %"],
    ["1", "100", "100 %", "100 %"],
    ["0.0000", "0.00", "0.00 %", "0 %"],
    ["0", "0", "0 %", "0 %"],
  ])("the share %s is %s per cent", (share, text, shown, target) => {
    expect([percentText(share), shareWords(share), percentWords(share)]).toEqual([text, shown, target]);
  });

  it("shows pounds exactly, and an amount without an end to the penny and as the fraction it is", () => {
    expect([poundsWords("10.5075"), poundsWords("2647.89"), poundsWords("3734/30"), poundsWords("20/3"), poundsWords("1/300"), poundsWords("599/600"), poundsWords("3000001/3")]).toEqual(["£10.5075", "£2,647.89", "£124.47 (exactly £3734/30)", "£6.67 (exactly £20/3)", "£0.00 (exactly £1/300)", "£1.00 (exactly £599/600)", "£1,000,000.33 (exactly £3000001/3)"]);
  });
});

describe("days and times in words", () => {
  it("names the day with its weekday", () => {
    expect(dayWords("2026-03-16")).toBe("Monday 16 March 2026");
    expect(dayWords(dayNumber("2024-02-29"))).toBe("Thursday 29 February 2024");
  });

  it("leaves out seconds that are none", () => {
    expect([clockWords(momentOf("2026-03-16T08:00")), clockWords(momentOf("2026-03-16T08:17:05")), clockWords(momentOf("2026-03-16T00:00"))]).toEqual(["08:00", "08:17:05", "00:00"]);
  });

  it("is London time, in summer too", () => {
    expect(clockWords(momentOf("2026-07-01T08:00Z"))).toBe("09:00");
  });

  it("says which one it is in the hour that happens twice, and nothing on either side of it", () => {
    const utc = ["2026-10-24T23:59:59Z", "2026-10-25T00:00Z", "2026-10-25T00:59:59Z", "2026-10-25T01:00Z", "2026-10-25T01:59:59Z", "2026-10-25T02:00Z"];
    expect(utc.map((time) => clockWords(momentOf(time)))).toEqual(["00:59:59", "01:00 BST", "01:59:59 BST", "01:00 GMT", "01:59:59 GMT", "02:00"]);
  });

  it("says nothing of the kind where the clocks skip an hour", () => {
    expect([clockWords(momentOf("2026-03-29T00:59:59Z")), clockWords(momentOf("2026-03-29T01:00Z"))]).toEqual(["00:59:59", "02:00"]);
  });

  it("names the day where it is another", () => {
    const day = dayNumber("2026-03-16");
    expect(timeWords(momentOf("2026-03-16T23:59"), day)).toBe("23:59");
    expect(timeWords(momentOf("2026-03-17T00:15"), day)).toBe("00:15 on Tuesday 17 March 2026");
  });
});

it("a kind that no sentence knows is refused by name", () => {
  expect(() => everyKindSaid("unheard-of" as never)).toThrow('explain: the result must be of a kind this version knows, got "unheard-of"');
});
