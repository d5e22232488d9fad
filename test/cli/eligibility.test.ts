import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { eligibility } from "../../src/cli/eligibility.js";
import { BadData, Misuse } from "../../src/cli/problems.js";
import type { EligibilityDocument } from "../../src/index.js";
import { LOCATION, rated } from "../eligibility/fixtures.js";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "eligibility-"));
});
afterAll(() => rm(folder, { recursive: true }));
afterEach(() => vi.restoreAllMocks());

const DAY = ["--day", "2026-03-16"];

async function fileOf(content: string | Uint8Array | object, name = "providers.json"): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, typeof content === "string" || content instanceof Uint8Array ? content : JSON.stringify(content));
  return path;
}
async function run(...args: string[]): Promise<{ exit: number; out: string }> {
  let out = "";
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    out += String(text);
    return true;
  });
  return { exit: await eligibility(args), out };
}
async function documentOf(content: string | Uint8Array | object, ...args: string[]): Promise<EligibilityDocument & { exit: number }> {
  const { exit, out } = await run("--providers", await fileOf(content), ...DAY, "--json", ...args);
  return { ...(JSON.parse(out) as EligibilityDocument), exit };
}

describe("what the file may hold", () => {
  const objects = [rated("1-100", "Good", "Good"), rated("1-200", "Requires improvement", "Good")];
  test.each<[string, object]>([
    ["a list", objects],
    ["an object of id to object", { "1-100": objects[0], "1-200": objects[1] }],
    ["a page", { locations: objects }],
  ])("%s of the API's objects", async (_, content) => {
    const { exit, providers } = await documentOf(content, "--as", "recommended");
    expect({ exit, providers: providers.map(({ provider, kind }) => [provider, kind]) }).toEqual({ exit: 0, providers: [["1-100", "eligible"], ["1-200", "ineligible"]] });
  });

  test("one object", async () => {
    expect((await documentOf(objects[0]!, "--as", "recommended")).total).toMatchObject({ providers: 1, eligible: 1 });
  });

  const sheet = "Location ID,Location Name,Domain,Latest Rating,Publication Date\n1-100,Caf\u00e9 Care,Overall,Good,20/05/2024\n";
  test.each<[string, string | Uint8Array]>([
    ["in UTF-8", sheet],
    ["with a byte-order mark", `\uFEFF${sheet}`],
    ["in Windows-1252", Uint8Array.from(sheet, (letter) => letter.charCodeAt(0))],
    ["as JSON rows", JSON.stringify([{ "Location ID": "1-100", Domain: "Overall", "Latest Rating": "Good", "Publication Date": "20/05/2024" }])],
  ])("the ratings sheet %s", async (_, content) => {
    const { exit, input, total } = await documentOf(content, "--as", "recommended");
    expect({ exit, input, total }).toMatchObject({ exit: 0, input: { counted: "rows", read: 1, accepted: 1 }, total: { providers: 1, eligible: 1 } });
  });
});

describe("exit codes", () => {
  test("0 when every record was accepted, whatever the answers", async () => {
    expect((await documentOf([rated("1-100", "Goodish", "Good")], "--as", "proposed")).exit).toBe(0);
  });

  test("1 when a record was rejected", async () => {
    expect(await documentOf([LOCATION, 5], "--as", "proposed")).toMatchObject({ exit: 1, input: { read: 2, accepted: 1, rejected: 1 } });
    expect((await documentOf("a,b\nc,d\n")).exit).toBe(1);
  });

  test.each([
    ["", /holds no record/],
    ["[]", /holds no record/],
    ["[{]", /is not JSON/],
  ])("1 when the file is %j", async (content, message) => {
    const path = await fileOf(content);
    await expect(run("--providers", path, ...DAY)).rejects.toThrow(message);
    await expect(run("--providers", path, ...DAY)).rejects.toBeInstanceOf(BadData);
  });

  test.each<[string, string[], RegExp]>([
    ["no file", DAY, /which providers/],
    ["no day", ["--providers", "x"], /on which day/],
    ["no day of the calendar", ["--providers", "x", "--day", "2026-02-30"], /--day takes a day of the calendar/],
    ["no such council", ["--providers", "x", ...DAY, "--council", "toString"], /no council "toString"/],
    ["no such authority", ["--providers", "x", ...DAY, "--as", "agreed"], /--as takes proposed or recommended/],
    ["no such reading", ["--providers", "x", ...DAY, "--reading", "unrate=ineligible"], /Did you mean "unrated"/],
    ["no such choice", ["--providers", "x", ...DAY, "--reading", "unrated=no"], /no choice "no"/],
    ["a reading that is none", ["--providers", "x", ...DAY, "--reading", "unrated"], /SLUG=CHOICE/],
    ["an option that is none", ["--provider", "x"], /provider/],
    ["a file without its option", ["x", ...DAY], /behind --providers/],
    ["no such file", ["--providers", "/no/such/file", ...DAY], /there is no such file/],
  ])("2 with %s", async (_, args, message) => {
    await expect(run(...args)).rejects.toThrow(message);
    await expect(run(...args)).rejects.toBeInstanceOf(Misuse);
  });

  test("a folder is no file", async () => {
    await expect(run("--providers", folder, ...DAY)).rejects.toThrow(/is a folder/);
  });
});

describe("the versions", () => {
  test("none applies until it is named", async () => {
    const silent = await documentOf([rated("1-100", "Good", "Good")]);
    expect(silent).toMatchObject({ exit: 0, rule: { kind: "none-named" }, total: { cannotBeDetermined: 1 } });
    expect((await run("--providers", await fileOf([LOCATION]), ...DAY)).out).toContain("--as proposed or --as recommended");
  });

  test("a silence read otherwise", async () => {
    expect((await documentOf([LOCATION], "--as", "recommended")).total.cannotBeDetermined).toBe(1);
    expect((await documentOf([LOCATION], "--as", "recommended", "--reading", "unrated=ineligible")).total.ineligible).toBe(1);
  });

  test("the day is that of the evidence", async () => {
    const path = await fileOf([rated("1-100", "Good", "Good", "2024-05-20")]);
    const on = async (day: string): Promise<string> => (await run("--providers", path, "--day", day, "--as", "recommended", "--json")).out;
    expect((JSON.parse(await on("2024-05-19")) as EligibilityDocument).total.cannotBeDetermined).toBe(1);
    expect((JSON.parse(await on("2024-05-20")) as EligibilityDocument).total.eligible).toBe(1);
  });
});

describe("the table", () => {
  const objects = [
    rated("1-100", "Good", "Good"),
    rated("1-200", "Requires improvement", "Good"),
    { ...LOCATION, locationId: "1-300", regulatedActivities: [{ name: "Accommodation for persons who require nursing or personal care" }] },
    { ...LOCATION, locationId: "an-id-that-is-longer-than-its-column" },
    rated("1-500", "Goodish", "Good"),
  ];

  test.each(["proposed", "recommended"])("%s: in 80 columns, with every answer and its reason", async (authority) => {
    const { out } = await run("--providers", await fileOf(objects), ...DAY, "--as", authority);
    expect(out.split("\n").filter((line) => line.length > 80)).toEqual([]);
    expect(out).toContain("5 records read: 5 accepted, 0 rejected");
    expect(out).toMatch(/^1-100 +eligible +/m);
    expect(out).toMatch(/^1-300 +ineligible +regulated-activity: /m);
    expect(out).toMatch(/^an-id-that-is-l… +undetermined +/m);
    expect(out).toContain("unknown-rating (first at 1-500 [4].currentRatings.overall.rating)");
  });

  test("what stands in the file cannot break the table", async () => {
    const wide = "x".repeat(200);
    const odd = { ...rated(`1-1\n${wide}`, `Good\u001b[2J\n${wide}`, "Good"), regulatedActivities: [{ name: `${wide} ${wide}` }] };
    const { out } = await run("--providers", await fileOf([odd, { ...LOCATION, locationId: wide, dormancy: wide }]), ...DAY, "--as", "recommended", "--reading", "registration=must-be-shown");
    expect(out.split("\n").filter((line) => line.length > 80)).toEqual([]);
    expect(out).not.toContain("\u001b");
    expect(out).toMatch(/^1-1\uFFFDxxx/m);
  });

  test("the evidence day and the quotation are shown", async () => {
    const { out } = await run("--providers", await fileOf(objects), ...DAY, "--as", "proposed");
    expect(out).toContain("well-led: Good, 2024-05-20");
    expect(out.replace(/\s+/g, " ")).toContain("overall: Requires improvement, 2024-05-20; needs an action plan");
    expect(out.replace(/\s+/g, " ")).toContain("The key metric when allowing a provider onto the framework would be a Good rating on the ‘Well Led’ domain");
  });

  test("help is a page, and well", async () => {
    const { exit, out } = await run("--help");
    expect(exit).toBe(0);
    expect(out.split("\n").filter((line) => line.length > 80)).toEqual([]);
  });
});
