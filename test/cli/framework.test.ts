import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { framework } from "../../src/cli/framework.js";

const folder = mkdtempSync(join(tmpdir(), "homecare-rules-"));
let out = "";
let errors = "";

beforeEach(() => {
  out = "";
  errors = "";
  vi.spyOn(process.stdout, "write").mockImplementation((text) => ((out += String(text)), true));
  vi.spyOn(process.stderr, "write").mockImplementation((text) => ((errors += String(text)), true));
});
afterEach(() => vi.restoreAllMocks());
afterAll(() => rmSync(folder, { recursive: true }));

/** What was printed, with one space where lines were broken. */
const said = (): string => out.replaceAll(/\s+/g, " ");

function file(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
}

const source = { document: "A contract", published: "2020", clause: "1", quote: "as it says" };
const cited = { authority: "agreed", source };
const member = { provider: "P1", role: "framework", firstDay: "2024-01-01", lastDay: "open", lots: "all", localities: "all", zones: "all", needs: "all" };
const version = { ...cited, firstDay: "unstated", lastDay: "unstated" };
const small = {
  ...cited,
  id: "small",
  name: "A small framework",
  commissioners: { lead: "A council", source },
  term: { ...cited, firstDay: "2024-01-01", lastDay: "2025-12-31" },
  places: cited,
  scope: { versions: [{ ...version, services: [{ service: "home-care", name: "Home care", scope: "in", source }], unlisted: "cannot-be-determined" }] },
  offerOrder: { versions: [{ ...version, id: "all", within: "whole-area", tiers: [{ id: "framework", roles: ["framework"], offered: "in-turn" }], severalNeeds: "every", nobodyToDistribute: "cannot-be-determined" }] },
  memberships: [member],
};
const homeCare = file("package.json", { service: "home-care" });

describe("framework check", () => {
  it("a sound file: exit 0, a table in 80 columns", async () => {
    expect(await framework(["check", file("small.json", small)])).toBe(0);
    expect(out).toContain("A small framework (agreed)");
    expect(out).toContain("A small framework: nothing was found.");
    expect(said()).toContain("Not checked: how places and hours are shared out, because the framework has no such rule.");
    expect(Math.max(...out.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it("errors: exit 1; the document has code, severity, facts, source and fix", async () => {
    const path = file("twice.json", { ...small, memberships: [member, member] });
    expect(await framework(["check", path, "--json"])).toBe(1);
    expect(JSON.parse(out)).toEqual({
      format: "homecare-rules/framework-check@1",
      framework: "small",
      authority: "agreed",
      findings: [{ code: "overlapping-memberships", severity: "error", facts: { provider: "P1", role: "framework", firstDay: "2024-01-01", lastDay: "open" }, source: null, fix: "End one membership before the other starts, or keep only one." }],
      notChecked: [{ what: "award", reason: "not-configured" }],
    });
  });

  it("a warning or notice is no error: exit 0", async () => {
    expect(await framework(["check", file("spot.json", { ...small, memberships: [{ ...member, role: "spot" }] })])).toBe(0);
    expect(said()).toContain("Warning The order of offer has no tier for a membership's role");
    expect(out).toContain("Provider P1, as spot provider.");
  });

  it("built-in frameworks, by council and id, or by council where one is in place", async () => {
    expect(await framework(["check", "leicestershire"])).toBe(0);
    expect(out).toContain("Help to Live at Home (agreed)");
    expect(await framework(["check", "plymouth/locality-partners"])).toBe(0);
    expect(said()).toContain("Not checked: how many providers of a role each place has, because the framework lists no localities.");
    await expect(framework(["check", "leicester"])).rejects.toThrow("Leicester City Council has 2 frameworks that are agreed or on trial. Name one: leicester/overarching-framework, leicester/contracts-since-2017");
    await expect(framework(["check", "leicester/nothing"])).rejects.toThrow('has no framework "nothing"');
  });

  it("readings and members of a built-in one", async () => {
    const two = ["L1", "L2"].map((provider) => ({ ...member, provider, role: "locality-partner", localities: ["north"] }));
    const members = file("members.json", { places: { localities: [{ id: "north", name: "North" }] }, memberships: two });
    expect(await framework(["check", "plymouth/locality-partners", "--members", members])).toBe(1);
    expect(out).toContain("Locality north has 2 providers as locality partner (L1 and L2), 1 over 1; from");
    expect(out).toContain("This rests on reading one-partner = ");
    out = "";
    expect(await framework(["check", "plymouth/locality-partners", "--members", members, "--reading", "one-partner=allowed"])).toBe(0);
  });

  it("hours of the members file are checked against shares", async () => {
    const award = { versions: [{ ...version, limits: [{ kind: "share-of-hours", place: "lot", role: "principal", most: "0.70" }] }] };
    const path = file("shares.json", { ...small, award, places: { ...cited, lots: [{ id: "a", name: "A" }] } });
    const hours = (principal: string) => file("hours.json", { memberships: [{ ...member, role: "framework" }], hours: [{ provider: "P1", role: "principal", place: "a", hours: principal }, { provider: "P1", role: "framework", place: "a", hours: "30" }] });
    expect(await framework(["check", path, "--members", hours("70")])).toBe(0);
    expect(await framework(["check", path, "--members", hours("70.01")])).toBe(1);
  });
});

it("the file in docs/frameworks.md has the finding that the page says, and answers an offer", async () => {
  const page = readFileSync(new URL("../../docs/frameworks.md", import.meta.url), "utf8");
  const json = file("docs.json", /```json\n([^]*?)```/.exec(page)![1]!);
  expect(await framework(["check", json, "--json"])).toBe(1);
  expect(JSON.parse(out)).toMatchObject({ findings: [{ code: "too-few-in-role", facts: { lot: "south", role: "primary", least: 1 } }], notChecked: [] });
  out = "";
  expect(await framework(["offer", json, "--package", file("south.json", { service: "home-care", lot: "south" }), "--day", "2024-06-01", "--json"])).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ answer: { kind: "offers", tiers: [{ tier: "spot", providers: [{ provider: "P2" }] }] } });
});

describe("framework offer", () => {
  it("tiers, those left out and what was not checked", async () => {
    const path = file("two.json", { ...small, memberships: [member, { ...member, provider: "P2", needs: ["dementia"] }] });
    expect(await framework(["offer", path, "--package", file("needs.json", { service: "home-care", needs: [] }), "--day", "2024-06-01"])).toBe(0);
    expect(said()).toContain("1. Framework Offered when nobody before has taken the package");
    expect(said()).toContain("Provider P1, framework provider: its role is in this tier; whether it is eligible was not checked.");
    expect(said()).toContain("Provider P2: it does not cover the package's needs, of which there are none beyond the ordinary; it covers dementia");
    expect(out).toContain("The price was not checked");
    expect(Math.max(...out.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it("the document", async () => {
    expect(await framework(["offer", file("small.json", small), "--package", homeCare, "--day", "2024-06-01", "--json"])).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ format: "homecare-rules/offers@1", framework: "small", day: "2024-06-01", package: { service: "home-care", boughtWith: "commissioned" }, answer: { kind: "offers", order: "all", authority: "agreed", tiers: [{ tier: "framework", providers: [{ provider: "P1" }] }], leftOut: [], restsOn: [] } });
  });

  it("eligibility and capacity of the members file", async () => {
    const members = file("known.json", { eligibility: { P1: "ineligible" }, capacity: { P1: "1" } });
    expect(await framework(["offer", file("small.json", small), "--package", file("hours.json", { service: "home-care", hoursPerWeek: "2" }), "--day", "2024-06-01", "--members", members, "--json"])).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ answer: { kind: "nobody", leftOut: [{ provider: "P1", reasons: [{ code: "not-eligible" }, { code: "capacity-too-small" }] }], notChecked: ["price"] } });
  });

  it("an answer that is no offer is an answer: exit 0; what cannot be determined: exit 1", async () => {
    const crisis = file("crisis.json", { service: "crisis-response" });
    expect(await framework(["offer", "leicestershire/service-to-follow", "--package", crisis, "--day", "2020-09-01", "--as", "proposed"])).toBe(0);
    expect(said()).toMatch(/The package is refused: the service “crisis response” is out of the framework's scope \(.*“Crisis Response Service offer;”\)/);
    expect(said()).toContain("are proposed only, and apply because they were named.");
    expect(await framework(["offer", "leicestershire/service-to-follow", "--package", crisis, "--day", "2020-09-01"])).toBe(1);
    expect(said()).toContain("cannot be determined: the framework “service-to-follow” is proposed only, and applies when it is named");
  });

  it("a council's possible model is named by its id", async () => {
    const members = file("plymouth.json", { places: { localities: [{ id: "north", name: "North" }] }, memberships: [{ ...member, provider: "S1", role: "spot" }, { ...member, provider: "L1", role: "locality-partner", localities: ["north"] }] });
    const north = file("north.json", { service: "home-care", locality: "north" });
    const offered = async (...more: string[]) => {
      out = "";
      await framework(["offer", "plymouth", "--package", north, "--day", "2025-01-01", "--members", members, "--json", ...more]);
      return (JSON.parse(out) as { answer: unknown }).answer;
    };
    expect(await offered()).toMatchObject({ authority: "agreed", tiers: [{ providers: [{ provider: "S1" }] }], leftOut: [{ provider: "L1" }] });
    expect(await offered("--model", "locality-partners")).toMatchObject({ authority: "proposed", tiers: [{ providers: [{ provider: "L1" }] }] });
    expect(await offered("--as", "proposed")).toMatchObject({ authority: "proposed" });
  });

  it("direct payment, term and price are told in words", async () => {
    const told = async (carePackage: object, day: string, of: object = small) => {
      out = "";
      expect(await framework(["offer", file("of.json", of), "--package", file("told.json", { service: "home-care", ...carePackage }), "--day", day])).toBe(0);
      return said();
    };
    expect(await told({ boughtWith: "direct-payment" }, "2024-06-01")).toContain("nothing is assessed: the person buys the care with a direct payment.");
    expect(await told({}, "2023-12-31")).toContain("Sunday 31 December 2023 is before the term, which starts on Monday 1 January 2024, 1 day later");
    expect(await told({}, "2026-01-01")).toContain("Thursday 1 January 2026 is after the term, which ended on Wednesday 31 December 2025, 1 day before");
    const priced = { ...small, price: { versions: [{ ...version, floor: "16.12", ceiling: null, aboveCeiling: "refused" }] } };
    expect(await told({ price: "16.11" }, "2024-06-01", priced)).toContain("£16.11 an hour is £0.01 below the lowest price, £16.12 (included): it is refused");
    expect(await told({ declinedBy: ["P1"] }, "2024-06-01")).toContain("The package is offered to nobody: by the order “all”, every member is left out");
  });

  it("a framework with errors of its own says so beside the answer", async () => {
    expect(await framework(["offer", file("twice.json", { ...small, memberships: [member, member] }), "--package", homeCare, "--day", "2024-06-01"])).toBe(0);
    expect(errors).toContain("the framework has 1 error of its own");
  });
});

it("what stood in a file is shown without its control characters, in the table and in problems", async () => {
  const name = "P1\u001b[2J\nfake line";
  expect(await framework(["check", file("odd.json", { ...small, name, memberships: [{ ...member, provider: name, role: "spot" }] })])).toBe(0);
  expect(out).not.toContain("\u001b");
  expect(out).not.toMatch(/^fake line/m);
  await expect(framework(["check", file("odd.json", { ...small, id: 7, [name]: 1 })])).rejects.toThrow();
  expect(errors).not.toContain("\u001b");
  expect(errors).not.toMatch(/^fake line/m);
});

describe("files with problems", () => {
  it("tells all of them at once, each with its path", async () => {
    const bad = file("bad.json", { ...small, colour: "red", term: { ...cited, firstDay: "2024-02-30", lastDay: 5 }, memberships: [{ ...member, role: "lede", rank: 0 }, 7] });
    const error = await framework(["check", bad]).catch((caught: unknown) => caught);
    expect(String(error)).toContain("not a framework: 6 problems");
    for (const line of [
      "$.colour: expected no field of this name",
      '$.term.firstDay: expected "unstated" or a day of the calendar as YYYY-MM-DD, got "2024-02-30"',
      '$.term.lastDay: expected "open" or "unstated" or a day of the calendar as YYYY-MM-DD, got 5',
      "$.memberships[0].role: expected one of locality-partner",
      "$.memberships[0].rank: expected a whole number from 1, got 0",
      "$.memberships[1]: expected an object, got 7",
    ]) expect(errors).toContain(`homecare-rules: ${line}`);
    expect(errors.trimEnd().split("\n").length).toBe(6);
    expect(error).toMatchObject({ name: "BadData" });
  });

  it("no JSON, and a file that begins with a byte-order mark", async () => {
    await expect(framework(["check", file("problem.json", "{")])).rejects.toMatchObject({ name: "BadData", message: expect.stringContaining("not JSON") });
    expect(await framework(["check", file("marked.json", `\uFEFF${JSON.stringify(small)}`)])).toBe(0);
  });

  it.each([
    ["a list", [], "$: expected an object"],
    ["limits of no known kind", { ...small, award: { versions: [{ ...version, limits: [{ kind: "none" }] }] } }, "$.award.versions[0].limits[0].kind: expected one of providers-in-place"],
    ["one barred role", { ...small, award: { versions: [{ ...version, limits: [{ kind: "barred-together", roles: ["lead"], within: "lot" }] }] } }, "$.award.versions[0].limits[0].roles: expected two roles, got 1"],
    ["a share above 1", { ...small, award: { versions: [{ ...version, limits: [{ kind: "share-of-places", place: "lot", role: "lead", most: "1.1" }] }] } }, "expected a share as decimal text from 0 to 1"],
    ["a clause without versions", { ...small, scope: { versions: [] } }, "$.scope.versions: expected a list of at least 1"],
    ["a number for a price", { ...small, price: { versions: [{ ...version, floor: 16.12, ceiling: null, aboveCeiling: "refused" }] } }, "$.price.versions[0].floor: expected decimal text"],
    ["an inherited field for a list", { ...small, grades: { length: 1 } }, "$.grades: expected a list"],
  ])("%s", async (_, content, words) => {
    await expect(framework(["check", file("problem.json", content)])).rejects.toMatchObject({ name: "BadData" });
    expect(errors).toContain(words);
  });

  it("a package with an unknown field or a day for a need", async () => {
    await expect(framework(["offer", file("small.json", small), "--package", file("p.json", { service: "home-care", needs: "dementia", wish: 1 }), "--day", "2024-06-01"])).rejects.toThrow("not a package: 2 problems");
    expect(errors).toMatch(/\$\.wish[^]*\$\.needs: expected a list/);
  });
});

describe("misuse", () => {
  it.each([
    [[], "check or offer? Got neither"],
    [["chek", "x"], 'check or offer? Got "chek"'],
    [["check"], "which framework?"],
    [["check", "a", "b"], "one framework at a time, got also b"],
    [["check", "nowhere.json"], '"nowhere.json" is neither a file nor built in'],
    [["check", "plymouth/locality-partners", "--day", "2024-01-01"], "--day is for framework offer"],
    [["check", "leicestershire", "--reading", "last-day"], "--reading takes SLUG=CHOICE"],
    [["check", "leicestershire", "--reading", "last-dy=x"], 'Did you mean "last-day"?'],
    [["check", "leicestershire", "--as", "wished"], "--as takes one of agreed, trial, recommended, proposed"],
    [["offer", "plymouth"], "--package and --day are both needed"],
    [["offer", "plymouth", "--package", "p.json", "--day", "2024-02-30"], "--day takes a day of the calendar"],
    [["offer", "plymouth", "--package", "p.json", "--day", "2024-02-29"], "p.json: there is no such file"],
    [["offer", "plymouth", "--package", homeCare, "--day", "2024-02-29", "--model", "spot"], "the model must be the id of an order of offer"],
    [["offer", "--wrong"], "Unknown option"],
  ])("%j", async (args, words) => {
    const error = await framework(args).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ name: "Misuse" });
    expect(String(error)).toContain(words);
  });

  it("--help is well", async () => {
    expect(await framework(["--help"])).toBe(0);
    expect(out).toContain("homecare-rules framework check FRAMEWORK");
    expect(Math.max(...out.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
  });
});
