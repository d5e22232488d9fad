import { describe, expect, it } from "vitest";
import { momentOf } from "../../src/index.js";
import { randomMonth } from "../second-reckoning/random-month.ts";
import { type Fields, countsOf, documentOf, exportOf, row, told } from "./exports.ts";

/** Planned start, planned end, log-in and log-out of the one row, in UTC. */
async function timesOf(fields: Fields, repeatedHour?: "earlier" | "later"): Promise<readonly string[]> {
  const { accepted } = await told(exportOf(row(fields)), repeatedHour === undefined ? {} : { repeatedHour });
  const [one] = accepted;
  return [one!.plannedStart, one!.plannedEnd, one!.logIn, one!.logOut].map((moment) => (moment === null ? "none" : new Date(moment * 1000).toISOString().slice(11, 19)));
}

const autumn = (planned_start: string, planned_end: string, actual_start: string, actual_end: string): Fields => {
  const on = (time: string): string => (time === "" ? "" : `2026-10-25T${time}`);
  return { planned_start: on(planned_start), planned_end: on(planned_end), actual_start: on(actual_start), actual_end: on(actual_end) };
};

describe("in the night the clocks go back, a wall time from 01:00 to 01:59:59 happens twice", () => {
  it.each<readonly [string, Fields, readonly string[]]>([
    ["the earlier is meant", autumn("01:00", "01:30", "01:05", "01:35"), ["00:00:00", "00:30:00", "00:05:00", "00:35:00"]],
    ["an end outside it is what it says", autumn("01:30", "02:00", "01:31", "02:05"), ["00:30:00", "02:00:00", "00:31:00", "02:05:00"]],
    ["a start before it is what it says", autumn("00:45", "01:15", "00:50", "01:20"), ["23:45:00", "00:15:00", "23:50:00", "00:20:00"]],
    ["a log-out that would precede its log-in is the later", autumn("01:30", "02:30", "01:50", "01:10"), ["00:30:00", "02:30:00", "00:50:00", "01:10:00"]],
    ["a planned end that would precede its start is the later", autumn("01:30", "01:15", "01:50", "02:10"), ["00:30:00", "01:15:00", "00:50:00", "02:10:00"]],
    ["a log-out in the second of its log-in is the earlier, as it is", autumn("01:30", "02:00", "01:50:00", "01:50:00"), ["00:30:00", "02:00:00", "00:50:00", "00:50:00"]],
    ["a log-out a second before it is the later", autumn("01:30", "02:00", "01:50:00", "01:49:59"), ["00:30:00", "02:00:00", "00:50:00", "01:49:59"]],
    ["a log-out after a log-in that says which one it is", autumn("01:30", "02:00", "01:50Z", "01:55"), ["00:30:00", "02:00:00", "01:50:00", "01:55:00"]],
    ["a planned end after a start that says which one it is", autumn("01:30+00:00", "01:45", "02:00", "02:10"), ["01:30:00", "01:45:00", "02:00:00", "02:10:00"]],
    ["a log-out without a log-in is the earlier", autumn("01:00", "01:30", "", "01:35"), ["00:00:00", "00:30:00", "none", "00:35:00"]],
    ["a log-in without a log-out is the earlier", autumn("01:00", "01:30", "01:35", ""), ["00:00:00", "00:30:00", "00:35:00", "none"]],
    ["a planned start is not moved by anything", autumn("01:59:59", "01:59:59", "01:00", "01:00"), ["00:59:59", "00:59:59", "00:00:00", "00:00:00"]],
  ])("%s", async (_what, fields, times) => {
    expect(await timesOf(fields)).toEqual(times);
    expect(countsOf(await documentOf(exportOf(row(fields))))).toMatchObject({ "repeated-hour": 1 });
  });

  it.each<readonly [string, Fields, readonly string[]]>([
    ["the later is meant, where that is the reading", autumn("01:00", "01:30", "01:05", "01:35"), ["01:00:00", "01:30:00", "01:05:00", "01:35:00"]],
    ["times outside it are what they say", autumn("00:59:59", "02:00", "00:59", "02:00"), ["23:59:59", "02:00:00", "23:59:00", "02:00:00"]],
    ["every time of the row that is in it is the later, the one outside it what it says", autumn("01:30", "01:45", "01:31", "02:05"), ["01:30:00", "01:45:00", "01:31:00", "02:05:00"]],
  ])("%s (the reading later)", async (_what, fields, times) => {
    expect(await timesOf(fields, "later")).toEqual(times);
  });

  it("a log-out that precedes its log-in in both is rejected, and so is one with an offset", async () => {
    for (const fields of [autumn("01:30", "02:30", "02:00", "01:59:59"), autumn("01:30", "02:30", "01:50", "01:49:59+01:00"), autumn("01:30", "02:30", "01:50", "00:59:59")]) {
      const { rejected } = await told(exportOf(row(fields)));
      expect(rejected.map(({ finding }) => finding.code)).toEqual(["log-out-before-log-in"]);
    }
  });

  it("the same half hour is paid whether the times are on the wall or have offsets", async () => {
    const wall = await documentOf(exportOf(row(autumn("01:30", "02:00", "01:50", "01:10"))));
    const offset = await documentOf(exportOf(row(autumn("01:30+01:00", "02:00+00:00", "01:50+01:00", "01:10+00:00"))));
    expect(wall.total).toEqual(offset.total);
    expect(wall.total.payment).toEqual({ attendances: 1, minutesPaid: 15, amount: "3.50" });
    expect([countsOf(wall), countsOf(offset)]).toEqual([{ "repeated-hour": 1 }, {}]);
  });
});

describe("in the night the clocks go forward, a wall time from 01:00 to 01:59:59 never happens", () => {
  const spring = (start: string, end: string): Fields => ({ planned_start: `2026-03-29T${start}`, planned_end: `2026-03-29T${end}`, actual_start: `2026-03-29T${start}`, actual_end: `2026-03-29T${end}` });

  it.each<readonly [string, string, readonly [string, string], number | undefined]>([
    ["01:00", "01:30", ["01:00:00", "01:30:00"], 1],
    ["01:59:59", "02:59:59", ["01:59:59", "01:59:59"], 1],
    ["00:59:59", "01:00:00", ["00:59:59", "01:00:00"], 1],
    ["00:30", "02:00", ["00:30:00", "01:00:00"], undefined],
    ["00:59:59", "02:00:00", ["00:59:59", "01:00:00"], undefined],
  ])("%s to %s is read an hour forward", async (start, end, [from, to], skipped) => {
    expect(await timesOf(spring(start, end))).toEqual([from, to, from, to]);
    expect(await timesOf(spring(start, end), "later")).toEqual([from, to, from, to]);
    expect(countsOf(await documentOf(exportOf(row(spring(start, end)))))["skipped-hour"]).toBe(skipped);
  });
});

describe("how times are written changes no figure", () => {
  it.each(["2026-03-16", "2027-03-15", "2024-02-20", "2026-06-01", "2025-12-22"])("wall times, offsets and Z in a month from %s, a spring one or one without a change", async (firstDay) => {
    let skipped = 0;
    for (let seed = 1; seed <= 12; seed++) {
      const written = (times: "wall" | "offset" | "zulu") => documentOf(randomMonth(seed, { firstDay, days: 20, times }));
      const [wall, offset, zulu] = await Promise.all([written("wall"), written("offset"), written("zulu")]);
      skipped += countsOf(wall)["skipped-hour"] ?? 0;
      expect({ ...wall, findings: wall.findings.filter(({ code }) => code !== "skipped-hour") }, `seed ${seed}`).toEqual(offset);
      expect(zulu, `seed ${seed}`).toEqual(offset);
      expect(offset.visits).toBeGreaterThan(10);
    }
    expect(skipped > 0).toBe(["2026-03-16", "2027-03-15"].includes(firstDay));
  });

  it.each(["2026-10-12", "2025-10-13"])("offsets and Z in a month from %s, an autumn one", async (firstDay) => {
    for (let seed = 1; seed <= 12; seed++) {
      const [offset, zulu] = await Promise.all([documentOf(randomMonth(seed, { firstDay, days: 20, times: "offset" })), documentOf(randomMonth(seed, { firstDay, days: 20, times: "zulu" }))]);
      expect(zulu, `seed ${seed}`).toEqual(offset);
      expect(offset.visits).toBeGreaterThan(10);
    }
  });
});

it("a visit belongs to the London day of its planned start", async () => {
  const days = async (planned_start: string) => (await told(exportOf(row({ planned_start, planned_end: "2026-10-30T00:00Z" })))).accepted.map(({ day }) => day);
  expect(await days("2026-06-30T23:30Z")).toEqual([Math.floor(momentOf("2026-07-01T00:00Z") / 86400)]);
  expect(await days("2026-10-24T22:59:59Z")).toEqual([Math.floor(momentOf("2026-10-24T00:00Z") / 86400)]);
  expect(await days("2026-10-24T23:00Z")).toEqual([Math.floor(momentOf("2026-10-25T00:00Z") / 86400)]);
});
