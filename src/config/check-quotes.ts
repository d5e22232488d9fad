import { TEMPLATE_QUOTE, TEMPLATE_SILENCE } from "./new-council.js";
import { type Path, type Problem, pathText, shown, valueAt } from "./problem.js";
import { type Loose, type LooseVersion, loose, looseList, ruleSetsOf, versionsIn } from "./rule-sets.js";

/**
 * Does a version that binds, agreed or on trial, quote its contract and not the template? Results cite these words as the
 * contract's. Of data in any shape.
 */
export function checkQuotes(council: Loose): Problem[] {
  return ruleSetsOf(council).flatMap(({ path, own }) =>
    versionsIn(own, path)
      .filter(({ version }) => isBinding(version))
      .flatMap((version) =>
        templateQuotes(version).map((at) => ({
          path: pathText(at),
          expected: `the words of the contract, since the version is ${JSON.stringify(version.version["authority"])}`,
          got: shown(valueAt(council, at)),
          do: 'Copy them to the letter; or write "authority": "proposed" until then',
        })),
      ),
  );
}

/** Where a version quotes the template still, in the place of a contract. */
export function templateQuotes({ path, version }: LooseVersion): Path[] {
  const sources: (readonly [Path, unknown])[] = [[["source"], version["source"]], ...looseList(version["alsoSee"]).map((source, i) => [["alsoSee", i], source] as const)];
  return sources.filter(([, source]) => holds(loose(source)["quote"], TEMPLATE_QUOTE)).map(([at]) => [...path, ...at, "quote"]);
}

/** Where a version that binds has a reading of the template still: nobody has looked whether the contract is silent there. */
export function templateReadings({ path, version }: LooseVersion): Path[] {
  if (!isBinding(version)) return [];
  return Object.entries(loose(version["readings"])).flatMap(([slug, reading]) => (holds(loose(reading)["silent"], TEMPLATE_SILENCE) ? [[...path, "readings", slug, "silent"]] : []));
}

function isBinding({ authority }: Loose): boolean {
  return authority === "agreed" || authority === "trial";
}

/** Is a sentence of the template in this text, whatever its capitals, blanks and full stop? */
function holds(text: unknown, sentence: string): boolean {
  return typeof text === "string" && plain(text).includes(plain(sentence));
}

function plain(text: string): string {
  return text.toLowerCase().replace(/\s+/g, " ").trim().replace(/\.$/, "");
}
