import type { Authority, Source } from "../contract/source.js";
import { byCodePoint } from "../shared/code-points.js";
import type { Day } from "../shared/day.js";
import { type DecimalText, type Fraction, exactText, fraction } from "../shared/exact.js";
import { compare, quotient, sumOf, times, whole } from "../shared/fractions.js";
import { refuse } from "../shared/refuse.js";
import type { HoursInPlace } from "./award.js";
import { inForceAs } from "./cited.js";
import type { Framework } from "./framework.js";
import { standingReasons } from "./left-out.js";
import type { OfferOptions } from "./offers-answer.js";
import { type PlaceKind, includes, namedPlaces, placesOf } from "./places.js";
import { type LeftOutProvider, inReasonOrder } from "./tiers.js";

/** A provider that leaves a lot or locality, and the work it leaves. */
export interface Exit {
  readonly provider: string;
  /** Id of the lot or locality. */
  readonly place: string;
  /** Hours a week to be placed with others. */
  readonly hoursPerWeek: DecimalText;
}

/** What a caller names and knows beside framework, exit and day. */
export interface ExitOptions extends Pick<OfferOptions, "as" | "eligibleOn"> {
  /** Hours that the rest have now, for a division in proportion to them. */
  readonly hours?: readonly HoursInPlace[];
}

/** How is the work of a provider that leaves divided? */
export type ExitAnswer =
  | {
      readonly kind: "divided";
      /** Exact hours a week, by provider: decimal text, or `"10/3"` where they do not end. They add up to the hours left. */
      readonly parts: readonly { readonly provider: string; readonly hoursPerWeek: string }[];
      readonly leftOut: readonly LeftOutProvider[];
      readonly authority: Authority;
      readonly source: Source;
    }
  | { readonly kind: "cannot-be-determined"; readonly reason: ExitUndetermined; readonly leftOut: readonly LeftOutProvider[]; readonly source: Source | null };

/** Why the division cannot be determined: there is no rule, none in force, it does not say how; nobody is left; or the hours of the rest are not given. */
export type ExitUndetermined = "no-rule" | "no-rule-in-force" | "division-unstated" | "nobody-left" | "hours-not-given" | "unknown-place";

/**
 * When a provider leaves a lot or locality, how many hours go to each of the rest of it? Those that are suspended, not
 * eligible or not started on the day are left out, with the reason. Nothing is rounded. Throws when the hours are not
 * decimal text from 0.
 *
 * @example
 * ```ts
 * const outgoing = frameworkOf(leicestershire, "help-to-live-at-home");
 * const { source } = outgoing.term; // your own contract's source
 * const exit = { versions: [{ firstDay: "unstated", lastDay: "unstated", authority: "agreed", source, division: "equally", readings: {} }] } as const;
 * const member = { role: "lead", rank: null, firstDay: "2017-01-01", lastDay: "open", lots: ["east-1"], localities: "all", zones: "all", needs: "all" } as const;
 * const memberships = ["P1", "P2", "P3", "P4"].map((provider) => ({ ...member, provider }));
 * const answer = divideOnExit({ ...outgoing, exit, memberships }, { provider: "P1", place: "east-1", hoursPerWeek: "10" }, "2019-09-02");
 * answer.kind === "divided" && answer.parts.map(({ hoursPerWeek }) => hoursPerWeek); // => ["10/3", "10/3", "10/3"]
 * ```
 */
export function divideOnExit(framework: Framework, exit: Exit, day: Day, options: ExitOptions = {}): ExitAnswer {
  const leaving = fraction(exit.hoursPerWeek, "hoursPerWeek");
  if (compare(leaving, whole(0)) < 0) refuse("divideOnExit", "hoursPerWeek must be decimal text from 0", exit.hoursPerWeek);
  const rule = inForceAs(framework.exit, day, options.as);
  if (rule.kind !== "in-force") return { kind: "cannot-be-determined", reason: rule.kind === "absent" ? "no-rule" : "no-rule-in-force", leftOut: [], source: null };
  const { division, authority, source } = rule.version;
  const kind = (["lot", "locality"] as const satisfies readonly PlaceKind[]).find((of) => placesOf(of, framework.places).some(({ id }) => id === exit.place));
  if (kind === undefined) return { kind: "cannot-be-determined", reason: "unknown-place", leftOut: [], source: framework.places.source };

  const { rest, leftOut } = restOf(framework, exit, kind, day, options.eligibleOn);
  const cannot = (reason: ExitUndetermined): ExitAnswer => ({ kind: "cannot-be-determined", reason, leftOut, source });
  if (division === "unstated") return cannot("division-unstated");
  if (rest.length === 0) return cannot("nobody-left");
  const weights = rest.map((provider) => (division === "equally" ? whole(1) : hoursOf(provider, exit.place, options.hours ?? [])));
  const known = weights.filter((weight): weight is Fraction => weight !== null);
  const all = sumOf(known);
  if (known.length < rest.length || compare(all, whole(0)) <= 0) return cannot("hours-not-given");
  const parts = rest.map((provider, i) => ({ provider, hoursPerWeek: exactText(times(leaving, quotient(known[i]!, all)), 0) }));
  return { kind: "divided", parts, leftOut, authority, source };
}

/** The members of a place on a day but for the one that leaves: those that may take work, and the others with the reasons. */
function restOf(framework: Framework, exit: Exit, kind: PlaceKind, day: Day, eligibleOn: OfferOptions["eligibleOn"]): { readonly rest: string[]; readonly leftOut: LeftOutProvider[] } {
  const carePackage = kind === "lot" ? { lot: exit.place } : {};
  const others = [...new Set(framework.memberships.map(({ provider }) => provider))].filter((provider) => provider !== exit.provider).sort(byCodePoint);
  const rest: string[] = [];
  const leftOut: LeftOutProvider[] = [];
  for (const provider of others) {
    const here = framework.memberships.filter((membership) => membership.provider === provider && includes(namedPlaces(kind, membership), exit.place));
    if (here.length === 0) continue;
    const reasons = here.map((membership) => standingReasons(membership, { framework, day, eligibleOn, carePackage }));
    if (reasons.some((against) => against.length === 0)) rest.push(provider);
    else leftOut.push({ provider, reasons: inReasonOrder(reasons.flat()) });
  }
  return { rest, leftOut };
}

function hoursOf(provider: string, place: string, hours: readonly HoursInPlace[]): Fraction | null {
  const own = hours.filter((entry) => entry.provider === provider && entry.place === place);
  return own.length === 0 ? null : sumOf(own.map((entry) => fraction(entry.hours, "hours")));
}
