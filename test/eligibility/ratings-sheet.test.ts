import { describe, expect, test } from "vitest";
import { isRatingsSheet, ratingOn, readRatingsSheet, readRatingsSheetText } from "../../src/index.js";

const row = (id: string, domain: string, rating: string, more: object = {}): { [heading: string]: unknown } => ({
  "Location ID": id,
  "Location Name": "Hearth Care",
  "Service / Population Group": "Overall",
  Domain: domain,
  "Latest Rating": rating,
  "Publication Date": "20/05/2024",
  "Report Type": "Location",
  "Inherited Rating (Y/N)": "N",
  URL: "https://example.org",
  "Provider ID": "1-900",
  "Provider Name": "Hearth Care Ltd",
  ...more,
});
const asked = { service: "Homecare agencies", of: "overall" } as const;

describe("rows of the ratings sheet", () => {
  test("rows of a location are one record, listed, with the provider's rows apart", () => {
    const reading = readRatingsSheet([row("1-100", "Overall", "Good"), row("1-200", "Overall", "Inadequate"), row("1-100", "Well-led", "Requires improvement"), row("", "Overall", "Good")]);
    expect(reading).toMatchObject({ counted: "rows", read: 4, accepted: 4, rejected: 0, findings: [] });
    expect(reading.records.map(({ id, kind, registration, history }) => [id, kind, registration.status, history.ratings.length])).toEqual([
      ["1-100", "location", "listed", 2],
      ["1-200", "location", "listed", 1],
      ["1-900", "provider", "listed", 1],
    ]);
  });

  test("what the sheet does not say is not said", () => {
    expect(readRatingsSheet([row("1-100", "Overall", "Good")]).records[0]).toMatchObject({ dormant: null, regulatedActivities: null, history: { services: null } });
  });

  test("service groups, words in any case, and inheritance", () => {
    const [record] = readRatingsSheet([
      row("1-100", "OVERALL", "Not Rated", { "Service / Population Group": "overall", "Publication Date": "01/02/2025" }),
      row("1-100", "overall", "GOOD", { "Service / Population Group": "Homecare Agencies", "Inherited Rating (Y/N)": "y" }),
    ]).records;
    expect(ratingOn(record!.history, asked, "2026-03-16")).toMatchObject({ kind: "rated", grade: "good", evidence: { source: "ratings-sheet", inheritance: { kind: "inherited", from: [] } } });
    expect(record!.history.ratings[0]!.inheritance).toEqual({ kind: "own" });
  });

  test("two ratings of one day, as the sheet is known to hold, cannot be put in order", () => {
    const [record] = readRatingsSheet([row("1-100", "Overall", "Good"), row("1-100", "Overall", "Requires improvement")]).records;
    expect(ratingOn(record!.history, asked, "2026-03-16")).toMatchObject({ kind: "cannot-be-determined", reason: "conflicting-ratings" });
  });

  test.each([
    ["20/05/2024", "2024-05-20"],
    ["2024-05-20", "2024-05-20"],
    ["2024-05-20 00:00:00", "2024-05-20"],
    [45432, "2024-05-20"],
    ["45432", "2024-05-20"],
    [36525, null],
    ["", null],
    ["soon", null],
  ])("the publication date %j is %j", (date, day) => {
    const [record] = readRatingsSheet([row("1-100", "Overall", "Good", { "Publication Date": date })]).records;
    expect(record!.history.ratings[0]!.publishedOn).toBe(day);
  });

  test("an older heading names the domain, and headings are known in any case", () => {
    const [record] = readRatingsSheet([{ "LOCATION ID": "1-100", "Key Question": "Safe", "latest rating": "Good", "publication date": "20/05/2024", "inherited rating": "Y" }]).records;
    expect(record!.history.ratings[0]).toMatchObject({ of: "safe", service: null, publishedOn: "2024-05-20", inheritance: { kind: "inherited" } });
  });

  test("what cannot be read is a finding, and nothing is lost", () => {
    const reading = readRatingsSheet([
      row("1-100", "Overall", "Goodish"),
      row("1-100", "Leadership", "Good", { "Publication Date": "soon", "Inherited Rating (Y/N)": "perhaps" }),
      row("1-100", "Safe", "Good", { "Latest Rating": 4 }),
      row("", "Overall", "Good", { "Provider ID": "" }),
      { "Location ID": "1-100", "Latest Rating": "Good" },
      "a text",
      null,
      { "Location ID": "", "Latest Rating": null },
    ]);
    expect(reading).toMatchObject({ read: 7, accepted: 3, rejected: 4 });
    expect(reading.findings.map(({ code, at }) => `${code} ${at}`)).toEqual([
      "not-an-object row 7",
      "not-an-object row 8",
      "unknown-rating row 2, Latest Rating",
      "unknown-key-question row 3, Domain",
      "unreadable-day row 3, Publication Date",
      "undated-rating row 3, Publication Date",
      "unknown-status row 3, Inherited Rating (Y/N)",
      "unknown-rating row 4, Latest Rating",
      "missing-id row 5",
      "missing-heading row 6",
    ]);
  });

  test.each([null, undefined, 5, "text", {}, []])("%j does not throw", (input) => {
    const reading = readRatingsSheet(input);
    expect(reading.read).toBe(reading.accepted + reading.rejected);
  });

  test("a list of sheet rows is told from one of API objects", () => {
    expect([isRatingsSheet([row("1-100", "Overall", "Good")]), isRatingsSheet([{ locationId: "1-100" }]), isRatingsSheet({}), isRatingsSheet([null, 5])]).toEqual([true, false, false, false]);
  });
});

describe("the sheet as text", () => {
  const heading = "Location ID,Location Name,Service / Population Group,Domain,Latest Rating,Publication Date,Inherited Rating (Y/N)";
  const good = '1-100,"Hearth, ""Care""\nand Home",Overall,Overall,Good,20/05/2024,N';

  test.each<[string, string]>([
    ["commas", `${heading}\n${good}\n`],
    ["a byte-order mark and CRLF", `\uFEFF${heading}\r\n${good}\r\n`],
    ["no last line break", `${heading}\n${good}`],
    ["a banner above the heading", `Ratings published by the regulator,,,,,,\n\n${heading}\n${good}\n`],
    ["trailing blank rows", `${heading}\n${good}\n,,,,,,\n\n`],
    ["semicolons", "Location ID;Domain;Latest Rating;Publication Date\n1-100;Overall;Good;20/05/2024\n"],
    ["tabs", "Location ID\tDomain\tLatest Rating\tPublication Date\n1-100\tOverall\tGood\t2024-05-20\n"],
  ])("with %s", (_, text) => {
    const reading = readRatingsSheetText(text);
    expect(reading).toMatchObject({ read: 1, accepted: 1, findings: [] });
    expect(reading.records[0]!.history.ratings).toMatchObject([{ of: "overall", word: "Good", publishedOn: "2024-05-20" }]);
  });

  test.each([
    ['"Good"', "Good"],
    ['"Go""od"', 'Go"od'],
    ['"Go,od"', "Go,od"],
    ['"Go\nod"', "Go\nod"],
    ['""', ""],
    ['"""Good"""', '"Good"'],
    ['Go"od', 'Go"od'],
    ['"Go"od', "Good"],
    [" Good ", "Good"],
  ])("a field written %j is %j", (written, word) => {
    const [record] = readRatingsSheetText(`Location ID,Latest Rating,Domain\n1-100,${written},Overall\n`).records;
    expect(record!.history.ratings[0]!.word).toBe(word);
  });

  test("a quotation mark that is never closed takes the rest of the file, and the row is counted", () => {
    expect(readRatingsSheetText('Location ID,Latest Rating,Domain\n1-100,"Good,Overall\n1-200,Good,Overall\n')).toMatchObject({ read: 1, accepted: 0, rejected: 1, findings: [{ code: "wrong-field-count", at: "row 2" }] });
  });

  test("a row with too few or too many fields is rejected, by the number a spreadsheet shows", () => {
    const reading = readRatingsSheetText(`${heading}\n${good}\n1-100,x,Overall,Safe,Good\n\n1-100,a,b,c,d,e,f,g\n`);
    expect(reading).toMatchObject({ read: 3, accepted: 1, rejected: 2 });
    expect(reading.findings.map(({ at, value }) => [at, value])).toEqual([
      ["row 3", "5 fields, the heading has 7"],
      ["row 5", "8 fields, the heading has 7"],
    ]);
  });

  test("without a heading every row is rejected, with one finding", () => {
    const reading = readRatingsSheetText("a,b\nc,d\n\n");
    expect(reading).toMatchObject({ records: [], read: 2, accepted: 0, rejected: 2, findings: [{ code: "missing-heading" }] });
    expect(readRatingsSheetText("")).toMatchObject({ records: [], read: 0, findings: [{ code: "missing-heading" }] });
  });

  test("rows as text and as objects read the same", () => {
    const rows = [["1-100", "Overall", "Good", "20/05/2024"], ["1-100", "Safe", "Goodish", "20/05/2024"], ["1-200", "Overall", "Inadequate", "21/05/2024"]];
    const names = ["Location ID", "Domain", "Latest Rating", "Publication Date"];
    const objects = rows.map((cells) => Object.fromEntries(cells.map((cell, i) => [names[i]!, cell])));
    expect(readRatingsSheetText([names, ...rows].map((cells) => cells.join(",")).join("\n"))).toEqual(readRatingsSheet(objects));
  });
});
