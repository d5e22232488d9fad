import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { assess } from "../../src/cli/assess.js";
import { council } from "../../src/cli/council.js";
import { explain } from "../../src/cli/explain.js";
import { councilText, newCouncil, parseCouncil } from "../../src/config/index.js";
import { leicester } from "../../src/index.js";
import { runCommand, testFolder } from "./run.ts";
import { SOUND } from "./small.ts";

const folder = testFolder();
const own = folder.file("own.json", councilText({ ...leicester, id: "own", name: "A Council of Our Own" }));
const csv = folder.file("export.csv", SOUND);

describe("a file in another encoding", () => {
  it.each(["check", "--council"] as const)("is refused by %s, since letters that cannot be read would make two names one", async (way) => {
    const file = join(folder.path, "latin.json");
    writeFileSync(file, Buffer.from(councilText({ ...leicester, id: "cafe", name: "Café" }), "latin1"));
    const ran = way === "check" ? await runCommand(council, "check", file) : await runCommand(assess, csv, "--council", file);
    expect(ran).toMatchObject({ exit: 1, out: "" });
    expect(`${ran.problem ?? ""}${ran.err}`).toContain("is not UTF-8 text. Save it as UTF-8");
  });
});

describe("council new", () => {
  it("writes a commented start that passes its own check, to standard output", async () => {
    const ran = await runCommand(council, "new", "--name", "Riverside Council");
    expect(ran).toMatchObject({ exit: 0, err: "", problem: null });
    expect(ran.out).toBe(newCouncil("Riverside Council"));
    const file = folder.file("start.json", ran.out);
    const checked = await runCommand(council, "check", file);
    expect(checked).toMatchObject({ exit: 0, err: "", problem: null });
    expect(checked.out).toContain("It cannot assess visits: no version is agreed or on trial of punctuality, targets, attendance, paidMinutes, basis, rate, statement, continuity.");
  });

  it("its numbers bind nobody until the clauses say that they are agreed", async () => {
    const proposed = folder.file("proposed.json", newCouncil("X"));
    expect(await runCommand(assess, csv, "--council", proposed)).toMatchObject({ exit: 1, out: "" });
    const agreed = newCouncil("X").replaceAll('"proposed",', '"agreed",');
    const copied = folder.file("copied.json", agreed.replaceAll("Copy the words of the contract here, to the letter.", "These are its words."));
    expect(await runCommand(assess, csv, "--council", copied)).toMatchObject({ exit: 0 });
    expect((await runCommand(council, "check", copied)).out).toContain("Note: rate.versions[0].hourly is 0: nothing is paid by it\n");
  });

  it("an agreed clause that quotes the template is refused by check and by assess, and a proposed one noted", async () => {
    const agreed = folder.file("agreed.json", newCouncil("X").replaceAll('"proposed",', '"agreed",'));
    const line = 'rate.versions[0].source.quote: expected the words of the contract, since the version is "agreed", got "Copy the words of the contract here, to the letter.". Copy them to the letter; or write "authority": "proposed" until then\n';
    const checked = await runCommand(council, "check", agreed);
    expect(checked.exit).toBe(1);
    expect(checked.out).toContain(line);
    const assessed = await runCommand(assess, csv, "--council", agreed);
    expect(assessed).toMatchObject({ exit: 1, out: "", problem: `${agreed}: not a council: 8 problems` });
    expect(assessed.err.replace(/\s+/g, " ")).toContain(line.trimEnd());
    expect((await runCommand(council, "check", folder.file("proposed.json", newCouncil("X")))).out).toContain("Note: rate.versions[0].source.quote is the template's sentence still: copy the words of the contract here before the version is agreed\n");
  });

  it.each([
    ["", "my-council"],
    ["Blaenau Gwent / Caerphilly", "blaenau-gwent-caerphilly"],
    ["Ynys Môn", "ynys-m-n"],
    ["北", "my-council"],
  ])("a council called %j has the id %s", (name, id) => {
    const parsed = parseCouncil(newCouncil(name === "" ? "-" : name));
    expect(parsed.kind === "council" && parsed.council.id).toBe(id);
  });

  it("writes a file, and never over one", async () => {
    const file = join(folder.path, "new.json");
    expect(await runCommand(council, "new", file)).toMatchObject({ exit: 0, out: `${file}: written. Fill it in, then: homecare-rules council check ${file}\n` });
    expect(readFileSync(file, "utf8")).toBe(newCouncil("My Council"));
    writeFileSync(file, "mine");
    expect(await runCommand(council, "new", file)).toMatchObject({ exit: 2, problem: `${file}: is there already; name another file, or move it` });
    expect(readFileSync(file, "utf8")).toBe("mine");
  });
});

describe("council check", () => {
  const ONE_CHOICE = ['rate.versions[0].readings["average-rate"]', "continuity.versions[0].readings.received"].map((path) => `Note: ${path} has one choice, so there is nothing to choose. Give another that the words allow, or take the reading out\n`).join("");
  const wrong = folder.file("wrong.json", '{ "id": "x", "name": "X", "nation": "england-and-wales", "callTypes": ["call"],\n "rates": {}, "statement": { "versions": "none" } }');

  it("says every problem on a line of its own, and ends with 1", async () => {
    expect(await runCommand(council, "check", wrong)).toEqual({
      exit: 1,
      out: `statement.versions: expected a list of versions, got "none". Write a list of versions\nrates: expected a field that this object has, got "rates". Did you mean "rate"?\n${wrong}: 2 problems\n`,
      err: "",
      problem: null,
    });
  });

  it("or all of it as data", async () => {
    const ran = await runCommand(council, "check", wrong, "--json");
    expect(ran.exit).toBe(1);
    expect(JSON.parse(ran.out)).toEqual({
      format: "homecare-rules/council-check@1",
      file: wrong,
      sound: false,
      problems: [
        { path: "statement.versions", expected: "a list of versions", got: '"none"', do: "Write a list of versions" },
        { path: "rates", expected: "a field that this object has", got: '"rates"', do: 'Did you mean "rate"?' },
      ],
      cannot: [],
      open: [],
      notes: [],
      uses: [],
    });
    expect(JSON.parse((await runCommand(council, "check", own, "--json")).out)).toMatchObject({ format: "homecare-rules/council-check@1", file: own, sound: true, problems: [], cannot: [], open: [] });
  });

  it("says of a sound file that it is sound", async () => {
    expect(await runCommand(council, "check", own)).toEqual({ exit: 0, out: `${own}: a sound council, A Council of Our Own; 28 readings\nAssess and explain use punctuality, targets, attendance, paidMinutes, basis, rate, statement, continuity\n${ONE_CHOICE}`, err: "", problem: null });
  });

  it("says what a sound file leaves open", async () => {
    const { filling: _filling, ...version } = leicester.paidMinutes.versions[0]!;
    const { "exactly-56": _reading, ...readings } = version.readings;
    const holed = folder.file("holed.json", JSON.stringify({ ...leicester, paidMinutes: { versions: [{ ...version, filling: [], readings }] } }));
    const { out, exit } = await runCommand(council, "check", holed);
    expect(exit).toBe(0);
    expect(out).toContain("It leaves open: paidMinutes.versions[0], no row for 56\n");
    expect(JSON.parse((await runCommand(council, "check", holed, "--json")).out)).toMatchObject({ open: [{ path: "paidMinutes.versions[0]", code: "no-row", where: "56" }] });
  });

  it("says what stands in a sound file in vain, each thing on a line of its own", async () => {
    const { targets, punctuality } = leicester;
    const idle = {
      ...leicester,
      punctuality: { versions: punctuality.versions.map((version) => ({ ...version, callTypes: { ...version.callTypes, critical: null }, readings: {} })) },
      basis: { versions: leicester.basis.versions.map((version) => ({ ...version, least: { of: { kind: "minutes", minutes: 15 }, whereNothing: "nothing" }, most: "planned-length", readings: {} })) },
      charge: { targets: { versions: targets.versions.map((version) => ({ ...version, punctuality: { standard: null, critical: null }, readings: {} })) }, punctuality },
    };
    const { out, exit } = await runCommand(council, "check", folder.file("idle.json", JSON.stringify(idle)));
    expect(exit).toBe(0);
    expect(out.split("\n").filter((line) => line.startsWith("Note: ") && !line.includes("one choice"))).toEqual([
      "Note: basis.versions[0].least can be above the most, where the plan is short: the most is paid then",
      "Note: targets.versions[0].punctuality.critical is a target for what the council does not test: nothing is held against it",
      "Note: charge.punctuality judges visits for the charge, in place of the council's own: a visit may be missed for pay and not for the charge",
      "Note: charge.targets changes nothing that is charged",
    ]);
  });

  it("names both of two names that are nearly alike", async () => {
    const [rate] = leicester.rate.versions;
    const zone = (name: string) => ({ name, when: { zones: [name] }, price: { kind: "hourly", pounds: "20.00" } });
    const { hourly: _hourly, hours: _hours, ...facts } = rate!;
    const banded = (name: string) => ({ versions: [{ ...facts, readings: {}, kind: "bands", dayKinds: [], bands: [zone(name)], across: "split", times: "paid" }] });
    const file = folder.file("alike.json", JSON.stringify({ ...leicester, rate: banded("South Rural"), contracts: { other: { rate: banded("Suoth Rural") } } }));
    const says = "which this file has for the same column of an export: one may be misspelt. Names are compared letter by letter, and one that no visit has holds for none";
    const { out } = await runCommand(council, "check", file);
    expect(out).toContain(`Note: rate.versions[0].bands[0].when.zones[0] is "South Rural", nearly "Suoth Rural", ${says}\n`);
    expect(out).toContain(`Note: contracts.other.rate.versions[0].bands[0].when.zones[0] is "Suoth Rural", nearly "South Rural", ${says}\n`);
    expect(JSON.parse((await runCommand(council, "check", file, "--json")).out)).toMatchObject({ notes: expect.arrayContaining([{ path: "rate.versions[0].bands[0].when.zones[0]", code: "named-nearly-alike", name: "South Rural", like: ["Suoth Rural"] }]) as unknown });
  });

  it("says from which day only a version stands that binds nobody", async () => {
    const [rate] = leicester.rate.versions;
    const later = { ...rate!, readings: {}, firstDay: "2026-06-16", lastDay: "open", authority: "proposed" };
    const file = folder.file("later.json", JSON.stringify({ ...leicester, rate: { versions: [{ ...rate!, firstDay: "2025-04-01", lastDay: "2026-06-15" }, later] } }));
    expect((await runCommand(council, "check", file)).out).toContain("It leaves open: rate.versions, no version that is agreed or on trial (a later one is recommended or proposed) on 2026-06-16 on\n");
  });

  it.each<readonly [string, readonly string[], string]>([
    ["nothing", [], "council: new or check? Say which (homecare-rules council --help)"],
    ["another word", ["chek", own], 'council: new or check? There is no "council chek" (homecare-rules council --help)'],
    ["no file to check", ["check"], "council check: which file? (homecare-rules council --help)"],
    ["two files", ["check", own, wrong], `council: one file at a time, got also ${wrong}`],
    ["a name where none goes", ["check", own, "--name", "X"], "council check: --name goes with council new"],
    ["an empty name", ["new", "--name", " "], "council new: --name takes the council's name"],
    ["JSON of what is JSON", ["new", "--json"], "council new: the file is JSON already; leave --json out"],
    ["a file that is not there", ["check", "nowhere.json"], "nowhere.json: there is no such file"],
  ])("called with %s, it is a misuse", async (_what, args, problem) => {
    expect(await runCommand(council, ...args)).toEqual({ exit: 2, out: "", err: "", problem });
  });

  it("has a help page of 80 columns", async () => {
    const { out, exit } = await runCommand(council, "--help");
    expect(exit).toBe(0);
    expect(out.split("\n").filter((line) => line.length > 80)).toEqual([]);
  });
});

describe("--council FILE", () => {
  it("--contract NAME assesses by the clauses of that contract; without it, the council's own are said to be applied", async () => {
    const [rate] = leicester.rate.versions;
    const dearer = { rate: { versions: [{ ...rate!, hourly: "28.02", readings: {} }] } };
    const file = folder.file("with-contracts.json", JSON.stringify({ ...leicester, contracts: { "extra-care": dearer } }));
    const amountBy = async (...args: string[]): Promise<{ amount: string; contract: unknown }> => {
      const { total, contract } = JSON.parse((await runCommand(assess, csv, "--json", "--council", file, ...args)).out) as { total: { payment: { amount: string } }; contract: unknown };
      return { amount: total.payment.amount, contract };
    };
    const [own, extraCare] = [await amountBy(), await amountBy("--contract", "extra-care")];
    expect([own.contract, extraCare.contract]).toEqual([null, "extra-care"]);
    expect(Number(own.amount)).toBeGreaterThan(0);
    expect(Number(extraCare.amount)).toBeCloseTo(2 * Number(own.amount), 1);
    expect((await runCommand(assess, csv, "--council", file)).out.replace(/\s+/g, " ")).toContain("By the council's own clauses, not those of its contracts (extra-care)");
    const unknown = await runCommand(assess, csv, "--council", file, "--contract", "extra-cares");
    expect(unknown).toMatchObject({ exit: 2, out: "" });
    expect(unknown.problem).toContain("extra-care");
  });

  it("assesses and explains by a file as by the council built in", async () => {
    for (const [command, args] of [[assess, ["--json"]], [explain, ["--visit", "P2/V1"]]] as const) {
      const [builtIn, byFile] = [await runCommand(command, csv, ...args), await runCommand(command, csv, ...args, "--council", own)];
      expect(byFile.out).not.toBe("");
      expect(byFile).toEqual({ ...builtIn, out: builtIn.out.replace('"council": "leicester"', '"council": "own"').replaceAll("Leicester City Council:", "A Council of Our Own:").replace("those of Leicester City Council.", "those of A Council of Our Own.") });
    }
  });

  it("takes readings of the file", async () => {
    const ran = await runCommand(assess, csv, "--council", own, "--reading", "exactly-56=unpaid", "--json");
    expect(ran.exit).toBe(0);
    expect(ran.out).not.toBe((await runCommand(assess, csv, "--council", own, "--json")).out);
  });

  it("a file that is no council ends with 1, all its problems on standard error", async () => {
    const wrong = folder.file("no-council.json", "{ \"id\": 1 }");
    const ran = await runCommand(assess, csv, "--council", wrong);
    expect(ran).toMatchObject({ exit: 1, out: "", problem: `${wrong}: not a council: 4 problems` });
    expect(ran.err.match(/^homecare-rules: /gm)).toHaveLength(4);
  });

  it("a sound council that cannot assess visits ends with 1, and says what it wants", async () => {
    const { rate: _rate, ...without } = leicester;
    const file = folder.file("without-rate.json", JSON.stringify(without));
    expect(await runCommand(assess, csv, "--council", file)).toMatchObject({ exit: 1, problem: `${file}: cannot assess visits: add rate` });
  });

  it("a name that ends in .json is a file, there or not", async () => {
    expect(existsSync("nowhere.json")).toBe(false);
    expect(await runCommand(assess, csv, "--council", "nowhere.json")).toMatchObject({ exit: 2, problem: "nowhere.json: there is no such file" });
  });
});
