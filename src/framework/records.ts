import type { Clause } from "../contract/clause.js";
import type { Authority, Source } from "../contract/source.js";
import type { Day } from "../shared/day.js";
import type { DecimalText } from "../shared/exact.js";
import { refuse, suggest } from "../shared/refuse.js";
import type { Arrangement } from "./arrangement.js";
import type { CitedTerms } from "./cited.js";
import type { Framework } from "./framework.js";
import type { HoursByYear } from "./growth.js";
import type { MonitoringTerms } from "./monitoring.js";
import type { PublishedMix } from "./rating-mix.js";

/** What a council's documents say of its market: frameworks, arrangements, conditions, figures. */
export interface FrameworkRecords {
  /** The council's stable kebab-case id. */
  readonly id: string;
  readonly name: string;
  readonly nation: "england-and-wales" | "scotland" | "northern-ireland";
  readonly frameworks: readonly Framework[];
  readonly arrangements: readonly Arrangement[];
  readonly conditions: readonly Condition[];
  readonly volumes: readonly PublishedFigure[];
  /** What else the documents tell, without binding anybody. */
  readonly facts: readonly PublishedFact[];
  readonly monitoring?: Clause<MonitoringTerms>;
  readonly market?: MarketRecords;
}

/** A condition of a contract, or of one to come, in a sentence. Nothing is computed from it. */
export interface Condition {
  readonly id: string;
  readonly says: string;
  readonly authority: Authority;
  readonly source: Source;
}

/** A figure as a document prints it. It binds nobody. */
export interface PublishedFigure {
  readonly id: string;
  /** In digits, as decimal text. */
  readonly value: DecimalText;
  readonly unit: "people" | "providers" | "calls-a-week" | "hours-a-week" | "pounds" | "pounds-an-hour";
  /** What was counted, in the document's word: hours commissioned are not hours delivered. */
  readonly measure: "delivered" | "commissioned" | "contracted" | "receiving" | "awaiting" | "rated-good" | "budget" | "rate" | "stated";
  /** How exact the document says it is. */
  readonly exactness: "as-printed" | "approximately" | "more-than";
  /** The day or year it is of, when the document says. */
  readonly of: Day | string;
  readonly source: Source;
}

/** Something a document tells. */
export interface PublishedFact {
  readonly id: string;
  readonly says: string;
  readonly source: Source;
}

/** What a document publishes of a market. */
export interface MarketRecords {
  readonly hours: CitedTerms<HoursByYear>;
  /** The council's providers by rating. */
  readonly local: PublishedMix;
  readonly national: PublishedMix;
}

/**
 * The framework of a council with an id. Throws, with the nearest id, when there is none.
 *
 * @example
 * ```ts
 * frameworkOf(leicestershire, "help-to-live-at-home").places.lots.length; // => 18
 * ```
 */
export function frameworkOf(records: FrameworkRecords, id: string): Framework {
  const ids = records.frameworks.map((framework) => framework.id);
  return records.frameworks.find((framework) => framework.id === id) ?? refuse("frameworkOf", `${records.name} must have the framework`, id, suggest(id, ids));
}
