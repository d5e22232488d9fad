import { describe, expect, it } from "vitest";
import { assessExport, compile, leicester, monthDocument, readingsOf, withReading } from "../../src/index.js";
import { bytesOf } from "../helpers.js";
import { randomMonth } from "./random-month.ts";
import { reckon } from "./reckoning.ts";

/**
 * The library's document of an export, as the second reckoning gives it: without the format and the council, and without
 * the finding that no rate is named for a time, which the reckoning does not make.
 */
async function assessed(csv: string, readings: Readonly<Record<string, string>>, restart = true) {
  let council = leicester;
  for (const [reading, choice] of Object.entries(readings)) {
    const [name, ...value] = choice.split(":");
    council = withReading(council, reading, name!, value.length === 0 ? undefined : value.join(":"));
  }
  const rules = compile(council);
  const month = await assessExport(restart ? () => bytesOf(csv) : bytesOf(csv), rules);
  const { format: _format, council: _council, ...document } = monthDocument(month, rules);
  return { ...document, findings: document.findings.filter(({ code }) => code !== "no-rate") };
}

const values: Readonly<Record<string, string>> = { "day-time-only": "day-time-only:08:00-20:00" };
const otherChoices = readingsOf(leicester).flatMap(({ reading, adopted, choices }) =>
  choices.filter(({ choice }) => choice !== adopted).map(({ choice }) => ({ reading, choice: values[choice] ?? choice })),
);

describe("a second implementation, written from the contract text alone, agrees", () => {
  it("on random months with the adopted readings, to the last figure and reading count", async () => {
    for (let seed = 1; seed <= 60; seed++) {
      const csv = randomMonth(seed, { shuffle: seed % 2 === 0 });
      expect(await assessed(csv, {}, seed % 3 !== 0), `seed ${seed}`).toEqual(reckon(csv, { restsOn: true }));
    }
  });

  it.each(otherChoices)("on random months with $reading read as $choice", async ({ reading, choice }) => {
    for (let seed = 1; seed <= 20; seed++) {
      const csv = randomMonth(seed * 31, {});
      const { restsOn: _restsOn, ...ours } = await assessed(csv, { [reading]: choice });
      const { restsOn: _theirs, ...theirs } = reckon(csv, { readings: { [reading]: choice } });
      expect(ours, `seed ${seed * 31}`).toEqual(theirs);
    }
  });

  it("on random months with a random choice of every reading at once, the reading counts among it", async () => {
    for (let seed = 1; seed <= 60; seed++) {
      const readings: Record<string, string> = {};
      for (const [i, { reading, choices }] of readingsOf(leicester).entries()) {
        const { choice } = choices[(seed * 7 + i * 13 + seed * i) % choices.length]!;
        if (choices.length > 1) readings[reading] = values[choice] ?? choice;
      }
      const csv = randomMonth(seed * 101, {});
      const ours = await assessed(csv, readings);
      // Paid minutes are decided before the rate: without one, the reckoning counts none and rests on nothing.
      const byHours = readings["rate-scope"] !== "every-hour";
      const theirs = reckon(csv, { readings, restsOn: !byHours });
      expect(byHours ? { ...ours, restsOn: [] } : ours, `seed ${seed * 101}: ${JSON.stringify(readings)}`).toEqual(theirs);
    }
  });
});
