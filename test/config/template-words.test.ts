import { describe, expect, it } from "vitest";
import { newCouncil, parseCouncil } from "../../src/config/index.js";
import { TEMPLATE_QUOTE, TEMPLATE_SILENCE } from "../../src/config/new-council.js";
import { payingCouncil } from "../published-rules/paying-council.ts";

const sound = JSON.parse(JSON.stringify(payingCouncil("c", {}))) as { readonly [clause: string]: { readonly versions: readonly [{ readonly source: object }] } };
const version = sound["rate"]!.versions[0];
const rate = (more: object) => ({ rate: { versions: [{ ...version, ...more }] } });
const quoting = (quote: string) => ({ ...version.source, quote });

/** What is refused of a council, or noted where nothing is. */
function answered(clauses: object): { readonly refused: readonly string[]; readonly noted: readonly string[] } {
  const parsed = parseCouncil({ ...sound, ...clauses });
  if (parsed.kind === "refused") return { refused: parsed.problems.map(({ path }) => path), noted: [] };
  return { refused: [], noted: parsed.notes.map(({ path, code }) => `${path}: ${code}`) };
}

describe("a quotation that is still the template's", () => {
  const template = { source: quoting(TEMPLATE_QUOTE) };

  it.each(["agreed", "trial"])("is refused where the version is %s", (authority) => {
    const parsed = parseCouncil({ ...sound, ...rate({ ...template, authority }) });
    expect(parsed).toEqual({
      kind: "refused",
      problems: [{ path: "rate.versions[0].source.quote", expected: `the words of the contract, since the version is "${authority}"`, got: '"Copy the words of the contract here, to the letter."', do: 'Copy them to the letter; or write "authority": "proposed" until then' }],
    });
  });

  it.each(["recommended", "proposed"])("is noted where the version is %s", (authority) => {
    expect(answered(rate({ ...template, authority }))).toEqual({ refused: [], noted: ["rate.versions[0].source.quote: template-words"] });
  });

  it("is refused with words beside it, and words of the contract are not", () => {
    expect(answered(rate({ source: quoting(` ${TEMPLATE_QUOTE} £20 an hour`) })).refused).toEqual(["rate.versions[0].source.quote"]);
    expect(answered(rate({ source: quoting("£20 an hour") }))).toEqual({ refused: [], noted: [] });
  });

  it.each(["COPY THE WORDS OF THE CONTRACT HERE, TO THE LETTER.", "Copy the words of the contract here, to the letter", " copy  the words of the\ncontract here,\tto the letter. "])("is refused whatever its capitals, blanks and full stop: %j", (quote) => {
    const parsed = parseCouncil({ ...sound, ...rate({ source: quoting(quote) }) });
    expect(parsed.kind === "refused" && parsed.problems.map(({ path, got }) => [path, got])).toEqual([["rate.versions[0].source.quote", JSON.stringify(quote)]]);
    expect(answered(rate({ source: quoting("Copy the words of the contract.") }))).toEqual({ refused: [], noted: [] });
  });

  it("is refused among what else bears on a version, in a contract and in a charge", () => {
    expect(answered(rate({ alsoSee: [quoting("words"), quoting(TEMPLATE_QUOTE)] })).refused).toEqual(["rate.versions[0].alsoSee[1].quote"]);
    expect(answered({ contracts: { rural: rate(template) }, charge: rate(template) }).refused).toEqual(["contracts.rural.rate.versions[0].source.quote", "charge.rate.versions[0].source.quote"]);
  });

  it("holds nothing else back: what else is wrong in the terms is said at once", () => {
    const basis = { versions: [{ ...sound["basis"]!.versions[0], ...template, mostCarers: 1, surplusCarers: "all" }] };
    expect(answered({ basis }).refused).toEqual(["basis.versions[0].surplusCarers", "basis.versions[0].source.quote"]);
    const contradicting = { versions: [{ ...sound["basis"]!.versions[0], ...template, undelivered: "by-outcome" }] };
    expect(answered({ basis: contradicting }).refused).toEqual(["undelivered", "basis.versions[0].source.quote"]);
  });
});

it("a new council is sound, with a note for each quotation to copy; agreed as it stands, it is refused at each", () => {
  const text = newCouncil("Riverside Council");
  const parsed = parseCouncil(text);
  const quotes = ["punctuality", "targets", "attendance", "paidMinutes", "basis", "rate", "statement", "continuity"].map((clause) => `${clause}.versions[0].source.quote`);
  expect(parsed.kind === "council" && parsed.notes).toEqual(quotes.map((path) => ({ path, code: "template-words" })));
  const agreed = parseCouncil(text.replaceAll('"proposed"', '"agreed"'));
  expect(agreed.kind === "refused" && agreed.problems.map(({ path }) => path)).toEqual(quotes);
  const copied = parseCouncil(text.replaceAll('"proposed"', '"agreed"').replaceAll(TEMPLATE_QUOTE, "These are the words."));
  expect(copied.kind === "council" && copied.notes).toEqual([
    { path: "punctuality.versions[0].readings.arrival.silent", code: "template-reading" },
    { path: "rate.versions[0].hourly", code: "pays-nothing" },
  ]);
});

it("a reading that is still the template's is noted in a version that binds, whatever its capitals and blanks", () => {
  const reading = (silent: string, authority: string) => {
    const { versions: [first] } = JSON.parse(newCouncil("X")).punctuality as { versions: [{ readings: { arrival: object } }] };
    const council = { ...JSON.parse(newCouncil("X")) as object, punctuality: { versions: [{ ...first, authority, source: version.source, readings: { arrival: { ...first.readings.arrival, silent } } }] } };
    const parsed = parseCouncil(council);
    return parsed.kind === "council" && parsed.notes.filter(({ code }) => code === "template-reading").map(({ path }) => path);
  };
  const place = "punctuality.versions[0].readings.arrival.silent";
  expect([reading(TEMPLATE_SILENCE, "agreed"), reading(TEMPLATE_SILENCE.toUpperCase().replaceAll(" ", "  "), "trial")]).toEqual([[place], [place]]);
  expect(reading(TEMPLATE_SILENCE, "proposed")).toEqual([]);
  expect(reading("Clause 4 does not say when a call for two carers starts.", "agreed")).toEqual([]);
});
