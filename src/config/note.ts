import type { Clause, Version } from "../contract/clause.js";
import type { Authority } from "../contract/source.js";
import type { Path } from "./problem.js";

/** Something in a sound council that has no effect, or another one than its place suggests. It is not refused, and not passed over. */
export type Note = PlainNote | AlikeNote;

/** A name for a column of an export that is nearly another's: one of them may be misspelt, and matches nothing then. */
export interface AlikeNote {
  readonly path: string;
  readonly code: "named-nearly-alike";
  /** The name that stands there. */
  readonly name: string;
  /** Those that it is nearly. */
  readonly like: readonly string[];
}

/** A note that its place and code say. */
export interface PlainNote {
  readonly path: string;
  readonly code:
    /** Hours past midnight on some kinds of day: those after midnight go by the kind of their own day. */
    | "past-midnight-on-days"
    /** A kind of day that shares days with one of its sort before it, and loses them: Saturday, behind Monday to Saturday. */
    | "shares-days"
    /** Limits of a call type of which every call is judged against a window, or not at all. */
    | "limits-never-used"
    /** A tier of notice that pays more than a shorter one. */
    | "longer-notice-pays-more"
    /** A row, what is beyond the rows, or a price by length that pays less than a shorter stay is paid. */
    | "longer-stay-pays-less"
    /** A number of a size that no contract is expected to have: pence for pounds, seconds for minutes. */
    | "unusually-large"
    /** A reading with one choice: there is nothing to choose. */
    | "one-choice"
    /** A quotation that is still the template's, in a version that binds nobody: in one that binds it is refused. */
    | "template-words"
    /** A reading that is still the template's, in a version that binds: nobody has looked whether the contract is silent. */
    | "template-reading"
    /** A band for `"otherwise"`, and the others hold everywhere. */
    | "never-holds"
    /** A rate, a share of a price or an incentive of 0. */
    | "pays-nothing"
    /** An incentive of a few pence: a share, perhaps, where pounds are asked for. */
    | "under-ten-pence"
    /** A share of another band's price that is several times it: `"55"` for 55 %. */
    | "several-times-the-price"
    /** A kind of day of which a broader one before it takes days: a date that is a bank holiday, behind bank holidays. */
    | "behind-broader"
    /** Bank holidays that leave out one that falls on a weekend: the calendar lists only the day put in its place. */
    | "misses-weekends"
    /** The least that is paid is above the most for some plans: the most is paid then. */
    | "most-before-least"
    /** The nearest step of minutes that were cut or rounded before: some lengths go to another step than by their seconds. */
    | "rounded-twice"
    /** The least that is paid is the planned length: a stay of a minute is paid it too. */
    | "least-is-the-plan"
    /** Time is added up, and nothing says whether its seconds are settled of each visit, as they are then, or of the sum. */
    | "seconds-of-each"
    /** The least or the most that is paid, where time is added up: a limit of the whole sum, and of no visit. */
    | "limits-the-sum"
    /** A case that fails only by the provider's fault, and does not fail. */
    | "fault-decides-nothing"
    /** Logs put in by hand, counted as electronic. */
    | "manual-is-electronic"
    /** Visits missed by being early or late are not paid, for `undelivered` is not `"by-outcome"`. */
    | "past-threshold-unpaid"
    /** A visit that is on time can be missed by being early or late, and none can be early, or late. */
    | "missed-while-on-time"
    /** Pay for visits past a threshold that there is not. */
    | "never-past-threshold"
    /** The time there, for a visit at which no carer can have been: nothing. */
    | "nobody-there"
    /** A hospital retainer for visits that are in no stay in hospital. */
    | "no-hospital-stay"
    /** A target for call types that are not tested, or for continuity that asks nothing: nothing is held against it. */
    | "target-not-judged"
    /** Paid minutes by which the first minutes of a stay are free, beside prices by the hour: its last minutes go unpaid. */
    | "first-minutes-unpaid"
    /** A contribution beside pay: what a person is charged is reckoned by the clauses of `charge`. */
    | "contribution-beside-pay"
    /** A clause in `charge` that changes nothing that is charged. */
    | "changes-no-charge"
    /** A clause in `charge` by which visits are judged for the charge, in place of the council's own. */
    | "charged-by-its-own";
}

/** A note inside a version: where in it, and which. */
export type Noted = readonly [Path, PlainNote["code"]];

/** The notes of each version of a clause, where they stand. */
export function each<Terms>(name: string, clause: Clause<Terms> | undefined, notes: (terms: Version<Terms>) => readonly Noted[]): Noted[] {
  return (clause?.versions ?? []).flatMap((terms, i) => notes(terms).map(([at, code]): Noted => [[name, "versions", i, ...at], code]));
}

/** Does a version bind without being named? */
export function binds({ authority }: { readonly authority: Authority }): boolean {
  return authority === "agreed" || authority === "trial";
}
