import type { Clause } from "../contract/clause.js";
import type { Source } from "../contract/source.js";
import type { AwardTerms } from "./award.js";
import type { Cited } from "./cited.js";
import type { GradeHeld, Membership, Suspension } from "./membership.js";
import type { Mobilisation } from "./mobilisation.js";
import type { ExitTerms, OfferOrder } from "./offer-order.js";
import type { Places } from "./places.js";
import type { PriceTerms } from "./price.js";
import type { ScopeTerms } from "./scope.js";
import type { Term } from "./term.js";

/** Who commissions a framework, and who leads. */
export interface Commissioners {
  /** Whoever leads, by name; `"unstated"` when the document does not say. */
  readonly lead: string;
  /** The others that commission with the lead. */
  readonly partners: readonly string[];
  readonly source: Source;
}

/**
 * A framework of home-care providers: the contract's side (days, places, scope, order of offer, limits), each cited, and
 * the caller's side (who is a member, suspended, graded). A rule that is not configured is absent.
 */
export interface Framework extends Cited {
  /** A stable kebab-case id, unique within its council. */
  readonly id: string;
  readonly name: string;
  readonly commissioners: Commissioners;
  readonly term: Term;
  readonly places: Places;
  readonly scope: Clause<ScopeTerms>;
  readonly offerOrder?: Clause<OfferOrder>;
  readonly price?: Clause<PriceTerms>;
  readonly award?: Clause<AwardTerms>;
  readonly exit?: Clause<ExitTerms>;
  readonly mobilisation?: Mobilisation;
  /** Where the document says that people may buy care outside these rules, with a direct payment. */
  readonly directPayments?: Cited;
  /** How many providers the document says there are. */
  readonly publishedProviders?: { readonly count: number; readonly source: Source };
  readonly memberships: readonly Membership[];
  readonly suspensions: readonly Suspension[];
  readonly grades: readonly GradeHeld[];
}
