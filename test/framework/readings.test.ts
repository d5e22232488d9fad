import { expect, it } from "vitest";
import { frameworkOf, frameworkReadings, leicesterFrameworks, leicestershire, plymouth, withChoice, withFrameworkReading } from "../../src/index.js";
import { frameworkWith, order, tier, version } from "./fixtures.js";

const readings = { needs: { silent: "…", adopted: "every", choices: { every: { says: "Every.", set: { severalNeeds: "every" as const } }, any: { says: "Any.", set: { severalNeeds: "any" as const } } } } };

it("a choice is adopted in every version that has the reading, and nowhere else", () => {
  const framework = frameworkWith({ offerOrder: { versions: [order([tier("a")], { readings }), order([tier("b")])] } });
  const read = withFrameworkReading(framework, "needs", "any");
  expect(read.offerOrder!.versions.map(({ severalNeeds }) => severalNeeds)).toEqual(["any", "every"]);
  expect(frameworkReadings(read)).toEqual([{ part: "offerOrder", reading: "needs", silent: "…", adopted: "any", choices: [{ choice: "every", says: "Every." }, { choice: "any", says: "Any." }] }]);
  expect(framework.offerOrder!.versions[0]!.severalNeeds).toBe("every");
});

it("refuses a reading or a choice that is not there, with the nearest", () => {
  const framework = frameworkWith({ offerOrder: { versions: [order([tier("a")], { readings })] } });
  expect(() => withFrameworkReading(framework, "need", "any")).toThrow('has no reading "need". Did you mean "needs"?');
  expect(() => withFrameworkReading(framework, "needs", "eny")).toThrow('has no choice "eny". Did you mean "any"?');
  expect(() => withFrameworkReading(framework, "toString", "any")).toThrow("has no reading");
  expect(() => withChoice(version({}), "needs", "any")).toThrow('withChoice: there is no reading "needs"');
});

it("every reading of a built-in council has its adopted choice, whose terms the record has", () => {
  const all = [leicesterFrameworks, leicestershire, plymouth].flatMap(({ frameworks }) => frameworks);
  for (const framework of all) {
    for (const { reading, adopted, choices } of frameworkReadings(framework)) {
      expect(choices.map(({ choice }) => choice)).toContain(adopted);
      expect(withFrameworkReading(framework, reading, adopted)).toEqual(framework);
      // Each choice can be taken back.
      for (const { choice } of choices) expect(withFrameworkReading(withFrameworkReading(framework, reading, choice), reading, adopted)).toEqual(framework);
    }
  }
});

it("frameworkOf refuses an id that a council has not, with the nearest", () => {
  expect(frameworkOf(plymouth, "spot-contracts").name).toBe("Spot contracts");
  expect(() => frameworkOf(plymouth, "spot-contract")).toThrow('frameworkOf: Plymouth City Council must have the framework, got "spot-contract". Did you mean "spot-contracts"?');
});
