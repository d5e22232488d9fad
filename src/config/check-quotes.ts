import { TEMPLATE_QUOTE } from "./new-council.js";
import { type Path, type Problem, pathText, shown } from "./problem.js";
import { type Loose, type LooseVersion, loose, looseList, ruleSetsOf, versionsIn } from "./rule-sets.js";

/**
 * Does a version that binds, agreed or on trial, quote its contract and not the template? Results cite these words as the
 * contract's. Of data in any shape.
 */
export function checkQuotes(council: Loose): Problem[] {
  return ruleSetsOf(council).flatMap(({ path, own }) =>
    versionsIn(own, path)
      .filter(({ version: { authority } }) => authority === "agreed" || authority === "trial")
      .flatMap((version) =>
        templateQuotes(version).map((at) => ({
          path: pathText(at),
          expected: `the words of the contract, since the version is ${JSON.stringify(version.version["authority"])}`,
          got: shown(TEMPLATE_QUOTE),
          do: 'Copy them to the letter; or write "authority": "proposed" until then',
        })),
      ),
  );
}

/** Where a version quotes the template still, in the place of a contract. */
export function templateQuotes({ path, version }: LooseVersion): Path[] {
  const sources: (readonly [Path, unknown])[] = [[["source"], version["source"]], ...looseList(version["alsoSee"]).map((source, i) => [["alsoSee", i], source] as const)];
  return sources.filter(([, source]) => isTemplate(loose(source)["quote"])).map(([at]) => [...path, ...at, "quote"]);
}

function isTemplate(quote: unknown): boolean {
  return typeof quote === "string" && quote.includes(TEMPLATE_QUOTE);
}
