import { describe, expect, it } from "vitest";
import { type NamedWindow, windowGaps, windowOverlaps, windowsAt } from "../../src/assessment/named-windows.js";

const ends = { fromLimit: "included", toLimit: "included" } as const;
const windows: readonly NamedWindow[] = [
  { name: "breakfast", from: "07:00", to: "10:00", ...ends },
  { name: "late morning", from: "09:00", to: "11:30", ...ends },
  { name: "lunch", from: "11:30", to: "14:30", ...ends },
  { name: "tea", from: "14:30", to: "16:00", ...ends },
  { name: "evening", from: "18:00", to: "22:00", ...ends },
];

describe("R16, in part: where named windows overlap and leave gaps", () => {
  it("09:30 is in two windows, 17:00 in none", () => {
    expect(windowsAt("09:30", windows)).toEqual(["breakfast", "late morning"]);
    expect(windowsAt("17:00", windows)).toEqual([]);
    expect(windowsAt("08:59", windows)).toEqual(["breakfast"]);
    expect(windowsAt("10:01", windows)).toEqual(["late morning"]);
  });

  it("the overlaps are found exactly: 9 to 10, and the single moments 11:30 and 14:30", () => {
    expect(windowOverlaps(windows)).toEqual([
      { from: "09:00", to: "10:00", ...ends, windows: ["breakfast", "late morning"] },
      { from: "11:30", to: "11:30", ...ends, windows: ["late morning", "lunch"] },
      { from: "14:30", to: "14:30", ...ends, windows: ["lunch", "tea"] },
    ]);
  });

  it("the gaps are found exactly: before 7, between 4 and 6, after 10 at night", () => {
    const between = { fromLimit: "excluded", toLimit: "excluded", windows: [] } as const;
    expect(windowGaps(windows)).toEqual([
      { ...between, from: "00:00", fromLimit: "included", to: "07:00" },
      { ...between, from: "16:00", to: "18:00" },
      { ...between, from: "22:00", to: "24:00" },
    ]);
  });
});
