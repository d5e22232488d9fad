import type { Reading } from "../contract/reading.js";
import { type OtherwiseRead, restsOnWords } from "../contract/reading.words.js";
import type { Source } from "../contract/source.js";
import { type Cite, citing } from "../contract/source.words.js";
import type { Framework } from "../framework/framework.js";
import { type FrameworkReading, frameworkReadings, withFrameworkReading } from "../framework/with-framework-reading.js";
import type { Section } from "./section.js";

/** What sentences can use beside a result and its terms. */
export interface ExplainTerms {
  /** Where the terms stand, when they are no version of a clause and so do not say it themselves. */
  readonly source?: Source;
  /** How sources are named; one `citing()` for several results of one text. */
  readonly cite?: Cite;
}

/** How the sources of terms are named, and the main one of them; `null` where nobody has said it. */
export function citedIn(terms: object, { source, cite = citing() }: ExplainTerms): { readonly cite: Cite; readonly source: string | null } {
  const place = "source" in terms ? (terms.source as Source) : source;
  return { cite, source: place === undefined ? null : cite(place) };
}

/** A section for each reading of terms of which another choice would give another verdict. A choice that asks for a number is left out. */
export function restingSections<Terms extends object>(terms: Terms, verdict: (terms: Terms) => string): Section[] {
  const readings = "readings" in terms ? (terms.readings as { readonly [slug: string]: Reading<Terms> }) : {};
  const adopted = verdict(terms);
  return Object.entries(readings).flatMap(([slug, reading]) => {
    const others = Object.entries(reading.choices).filter(([choice, { asks }]) => choice !== reading.adopted && asks === undefined);
    const otherwise = others.map(([choice, { set }]): OtherwiseRead => ({ choice, change: verdict({ ...terms, ...set }) })).filter(({ change }) => change !== adopted);
    return otherwise.length === 0 ? [] : [{ heading: `Reading ${slug}`, sentences: restsOnWords(slug, reading, otherwise) }];
  });
}

/** The same over the readings of a whole framework. */
export function restingOnFramework(framework: Framework, verdict: (framework: Framework) => string): Section[] {
  const adopted = verdict(framework);
  return frameworkReadings(framework).flatMap((reading) => {
    const otherwise = reading.choices
      .filter(({ choice }) => choice !== reading.adopted)
      .map(({ choice }): OtherwiseRead => ({ choice, change: verdict(withFrameworkReading(framework, reading.reading, choice)) }))
      .filter(({ change }) => change !== adopted);
    return otherwise.length === 0 ? [] : [frameworkReadingSection(reading, otherwise)];
  });
}

/** A reading of a framework that a result rests on. */
export function frameworkReadingSection({ reading, silent, adopted, choices }: FrameworkReading, otherwise: readonly OtherwiseRead[]): Section {
  const said = Object.fromEntries(choices.map(({ choice, says }) => [choice, { says }]));
  return { heading: `Reading ${reading}`, sentences: restsOnWords(reading, { silent, adopted, choices: said }, otherwise) };
}
