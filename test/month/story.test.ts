import { describe, expect, it } from "vitest";
import { COLUMNS, type StoryAnswer, type VisitStory, assessExport, compile, explain, leicester, monthDocument, readRows, toText, visitStory, withReading } from "../../src/index.js";
import { isWithin } from "../../src/continuity/window.js";
import { dayText } from "../../src/shared/day.js";
import { bytesOf } from "../helpers.js";
import { randomMonth } from "../second-reckoning/random-month.ts";

const rules = compile(leicester);
const HEADING = COLUMNS.join(",");

function open(...rows: readonly string[]): () => AsyncIterable<Uint8Array> {
  return () => bytesOf([HEADING, ...rows, ""].join("\n"));
}

function storyIn<CallType extends string>(answer: StoryAnswer<CallType>): VisitStory<CallType> {
  if (answer.kind !== "story") throw new Error(`expected a story, got ${answer.kind}`);
  return answer.story;
}

const row = (id: string, day: string, more = "C1,08:05,08:31,,app", provider = "P1", user = "SU1"): string => {
  const [carer, into, out, outcome, method] = more.split(",");
  const time = (clock: string | undefined): string => (clock ? `${day}T${clock}` : "");
  return `${id},${user},${provider},standard,1,${day}T08:00,${day}T08:30,${carer},${time(into)},${time(out)},${outcome},${method}`;
};

describe("finding a visit in an export", () => {
  const file = open(row("V1", "2026-03-16"), row("V2", "2026-03-16", undefined, "P2", "SU2"), row("V1", "2026-03-17"), row("A/B", "2026-03-18", undefined, "P/1"));

  it("by provider and id, by the id alone, and by its day where it comes again", async () => {
    expect(storyIn(await visitStory(file, rules, { visit: "P2/V2" }))).toMatchObject({ provider: "P2", id: "V2", day: "2026-03-16" });
    expect(storyIn(await visitStory(file, rules, { visit: "V2" }))).toMatchObject({ provider: "P2", id: "V2" });
    expect(storyIn(await visitStory(file, rules, { visit: "P1/V1", day: "2026-03-17" }))).toMatchObject({ id: "V1", day: "2026-03-17", rows: [{ row: { row: 4 } }] });
    expect(storyIn(await visitStory(file, rules, { visit: "P/1/A/B" }))).toMatchObject({ provider: "P/1", id: "A/B" });
  });

  it("several of one name are told by their days", async () => {
    expect(await visitStory(file, rules, { visit: "P1/V1" })).toEqual({
      kind: "several",
      visits: [
        { provider: "P1", id: "V1", day: "2026-03-16" },
        { provider: "P1", id: "V1", day: "2026-03-17" },
      ],
    });
  });

  it("none of the name: the nearest names, each once, the nearest first", async () => {
    expect(await visitStory(file, rules, { visit: "P1/V2" })).toEqual({
      kind: "unknown",
      unplaced: [],
      near: [
        { provider: "P1", id: "V1", day: "2026-03-16" },
        { provider: "P2", id: "V2", day: "2026-03-16" },
      ],
      first: { provider: "P1", id: "V1", day: "2026-03-16" },
    });
    expect(await visitStory(file, rules, { visit: "something else entirely" })).toEqual({ kind: "unknown", unplaced: [], near: [], first: { provider: "P1", id: "V1", day: "2026-03-16" } });
    expect(await visitStory(file, rules, { visit: "P1/V1", day: "2026-03-20" })).toMatchObject({ kind: "unknown", near: [{ id: "V1" }, { id: "V2" }] });
    expect(await visitStory(open(), rules, { visit: "P1/V1" })).toEqual({ kind: "unknown", unplaced: [], near: [], first: null });
  });

  it("a rejected row that carries the name is told: it belongs to no visit, and may belong to one", async () => {
    const [lost, bare, other] = [row("V9", "2026-03-16").replace("2026-03-16T", "16 March T"), row("V9", "2026-03-16").replace("P1", "").replace("2026-03-16T", "16 March T"), row("V8", "2026-03-16").replace("2026-03-16T", "16 March T")];
    const rows = open(row("V1", "2026-03-16"), lost, bare, other);
    const told = await visitStory(rows, rules, { visit: "P1/V9" });
    expect(told).toMatchObject({ kind: "unknown", unplaced: [{ code: "unreadable-time", row: 3, column: "planned_start", unplaced: { provider: "P1", visit: "V9" } }, { code: "missing-value", row: 4, unplaced: { provider: null, visit: "V9" } }] });
    expect(await visitStory(rows, rules, { visit: "V9" })).toMatchObject({ unplaced: [{ row: 3 }, { row: 4 }] });
    expect(await visitStory(rows, rules, { visit: "P2/V9" })).toMatchObject({ unplaced: [{ row: 4 }] });
    const found = await visitStory(open(row("V9", "2026-03-16"), lost, other), rules, { visit: "P1/V9" });
    expect(found).toMatchObject({ kind: "story", story: { rows: [{ kind: "accepted" }], unplaced: [{ row: 3 }] } });
    if (found.kind === "story") expect(toText(explain(found.story, rules), 10_000)).toContain("It carries this id too. Row 3, column planned_start");
  });

  it("no more than five near names are told", async () => {
    const many = open(...Array.from({ length: 40 }, (_, i) => row(`V${i + 100}`, "2026-03-16")));
    const answer = await visitStory(many, rules, { visit: "P1/V1" });
    expect(answer.kind === "unknown" && answer.near.map(({ id }) => id)).toEqual(["V100", "V101", "V102", "V103", "V104"]);
  });
});

describe("the rows of a visit", () => {
  it("stand in the order of the file, each with its own findings", async () => {
    const file = open(row("V1", "2026-03-16", "C1,08:05,,,app"), row("V2", "2026-03-16", "C9,,08:31,,app"), row("V1", "2026-03-16", "C2,08:06,08:31,,app"));
    const story = storyIn(await visitStory(file, rules, { visit: "V1" }));
    expect(story.rows.map((each) => (each.kind === "accepted" ? [each.row.row, each.findings.map(({ code }) => code)] : []))).toEqual([[2, ["log-out-missing"]], [4, []]]);
    expect(story.told).toMatchObject({ kind: "assessed", assessment: { kind: { kind: "open" } } });
  });

  it("a rejected row makes the visit undetermined, alone or beside accepted ones", async () => {
    const bad = row("V1", "2026-03-16", "C2,08:06,07:31,,app");
    for (const rows of [[bad], [row("V1", "2026-03-16"), bad], [bad, row("V1", "2026-03-16")]]) {
      const story = storyIn(await visitStory(open(row("V0", "2026-03-16"), ...rows), rules, { visit: "P1/V1" }));
      expect(story.told).toEqual({ kind: "undetermined", reason: "rejected-row" });
      const text = toText(explain(story, rules), 500);
      expect(text).toContain("The log-out is before the log-in. The row is rejected");
      expect(text).toContain("Cannot be determined: a row of the visit was rejected; correct it.");
      expect(story.windows).toEqual([]);
    }
  });

  it("rows in conflict make it undetermined, and what they disagree about is told", async () => {
    const story = storyIn(await visitStory(open(row("V1", "2026-03-16"), row("V1", "2026-03-16", "C2,08:06,08:31,,app", "P1", "SU2")), rules, { visit: "P1/V1" }));
    expect(story.told).toEqual({ kind: "undetermined", reason: "conflicting-rows" });
    expect(toText(explain(story, rules), 500)).toContain("The rows disagree about the service user: “SU1” in row 2; “SU2” in row 3.");
  });

  it("a file whose rows are all rejected has no period", async () => {
    const story = storyIn(await visitStory(open(row("V1", "2026-03-16", "C2,08:06,07:31,,app")), rules, { visit: "P1/V1" }));
    expect(story).toMatchObject({ period: null, inPeriod: false });
    expect(toText(explain(story, rules), 500)).toContain("No row of the export was accepted");
  });
});

describe("the windows of a visit", () => {
  const days = Array.from({ length: 28 }, (_, i) => dayText(20528 + i));
  const file = open(...days.map((day, i) => row(`V${i}`, day)));

  it("are those that hold its day and lie inside the period", async () => {
    const windowsOf = async (visit: string, period?: { firstDay: `${number}-${number}-${number}`; lastDay: `${number}-${number}-${number}` }): Promise<string[]> =>
      storyIn(await visitStory(file, rules, { visit, ...(period === undefined ? {} : { period }) })).windows.map(({ firstDay }) => firstDay);
    expect(await windowsOf("P1/V0")).toEqual(["2026-03-16"]);
    expect(await windowsOf("P1/V10")).toEqual(["2026-03-16", "2026-03-23"]);
    expect(await windowsOf("P1/V27")).toEqual(["2026-03-30"]);
    expect(await windowsOf("P1/V10", { firstDay: "2026-03-17", lastDay: "2026-04-05" })).toEqual(["2026-03-23"]);
    expect(await windowsOf("P1/V0", { firstDay: "2026-03-17", lastDay: "2026-04-05" })).toEqual([]);
  });

  it("a visit outside the period, not received, or in no whole window says so", async () => {
    const told = async (visit: string, period: { firstDay: `${number}-${number}-${number}`; lastDay: `${number}-${number}-${number}` }): Promise<string> =>
      toText(explain(storyIn(await visitStory(file, rules, { visit, period })), rules), 500);
    expect(await told("P1/V0", { firstDay: "2026-03-17", lastDay: "2026-04-05" })).toContain("outside the period");
    expect(await told("P1/V0", { firstDay: "2026-03-16", lastDay: "2026-03-20" })).toContain("No window that lies wholly inside the period");
    const missed = storyIn(await visitStory(open(row("V1", "2026-03-16", ",,,hospital,")), rules, { visit: "V1" }));
    expect(toText(explain(missed, rules), 500)).toContain("this one counts in no window");
  });

  it("over all providers, carers are told with their provider: the same id with two of them is two carers", async () => {
    const overAll = compile(withReading(leicester, "scope", "user-over-all-providers"));
    const shared = open(...days.slice(0, 14).map((day, i) => row(`V${i}`, day, undefined, i % 2 === 0 ? "P1" : "P2")));
    const { windows } = storyIn(await visitStory(shared, overAll, { visit: "P1/V0" }));
    expect(windows).toMatchObject([{ firstDay: "2026-03-16", lastDay: "2026-03-29", visits: 14, carers: ["P1/C1", "P2/C1"] }]);
  });

  it("a later version with shorter windows: a window is that of its last day, and none is shown that begins after the visit", async () => {
    const [version] = leicester.continuity.versions;
    const dated = compile({ ...leicester, continuity: { versions: [{ ...version!, lastDay: "2026-03-29" }, { ...version!, firstDay: "2026-03-30", days: 7 }] } });
    const windowsOf = async (visit: string): Promise<unknown> => storyIn(await visitStory(file, dated, { visit })).windows.map(({ firstDay, lastDay, visits }) => [firstDay, lastDay, visits]);
    // 29 March is the last day of the first version; the 14 days that end on 5 April, by the second version, are 7.
    expect(await windowsOf("P1/V13")).toEqual([["2026-03-16", "2026-03-29", 14]]);
    expect(await windowsOf("P1/V14")).toEqual([["2026-03-30", "2026-04-05", 7]]);
    expect(await windowsOf("P1/V20")).toEqual([["2026-03-30", "2026-04-05", 7]]);
    expect(await windowsOf("P1/V21")).toEqual([["2026-04-06", "2026-04-12", 7]]);
  });

  it.each([
    { name: "as adopted", readings: {} },
    { name: "over all providers, every day, two-carer visits as two", readings: { scope: "user-over-all-providers", step: "1-day", "double-handed": "visits-times-carers" } },
    { name: "missed after the next visit", readings: { "missed-threshold": "after-next-visit" } },
  ])("with the kinds and punctuality of every visit, agree with the month on random exports: $name", async ({ readings }) => {
    const council = Object.entries(readings).reduce((read, [reading, choice]) => withReading(read, reading, choice), leicester);
    const read = compile(council);
    for (let seed = 1; seed <= 6; seed++) {
      const csv = randomMonth(seed, { shuffle: seed % 2 === 0, days: 17, serviceUsers: 3 });
      const file = () => bytesOf(csv);
      const document = monthDocument(await assessExport(file, read), read);
      const names = new Map<string, { provider: string; visit: string; day: number }>();
      await readRows(file(), { callTypes: read.callTypes }, {
        accepted: ({ provider, visit, day }) => void names.set(JSON.stringify([provider, visit, day]), { provider, visit, day }),
        rejected: ({ visit }) => {
          if (visit !== null) names.set(JSON.stringify([visit.provider, visit.visit, visit.day]), visit);
        },
        finding: () => undefined,
      });
      const kinds = { delivered: 0, open: 0, missed: 0, excused: 0, "not-required": 0, undetermined: 0 };
      const windows = new Map<string, boolean>();
      let minutesPaid = 0;
      let late = 0;
      for (const { provider, visit, day } of names.values()) {
        const answer = await visitStory(file, read, { visit: `${provider}/${visit}`, day: dayText(day) });
        // Two visits of different providers may be called the same where ids hold slashes; these do not.
        const story = storyIn(answer);
        if (!story.inPeriod) continue;
        if (story.told.kind === "undetermined") kinds.undetermined++;
        else {
          const { kind, payment, punctuality, visit: told } = story.told.assessment;
          kinds[kind.kind]++;
          minutesPaid += payment.minutesPaid;
          if (punctuality.class === "late") late++;
          const whose = read.council.continuity.versions[0]!.scope === "service-user" ? "" : provider;
          for (const window of story.windows) windows.set(JSON.stringify([told.serviceUser, whose, window.firstDay]), isWithin(window) === true);
        }
      }
      expect({ kinds, minutesPaid, late, windows: windows.size, within: [...windows.values()].filter(Boolean).length }, `seed ${seed}`).toEqual({
        kinds: { delivered: document.total.delivered, open: document.total.open, missed: document.total.missed, excused: document.total.excused, "not-required": document.total.notRequired, undetermined: document.total.undetermined },
        minutesPaid: document.total.payment.minutesPaid,
        late: document.total.punctuality.standard.late + document.total.punctuality.critical.late,
        windows: document.total.continuity.windows,
        within: document.total.continuity.within,
      });
    }
  });
});
