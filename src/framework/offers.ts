import { type InForce, type Version, inForce } from "../contract/clause.js";
import type { Authority, Source } from "../contract/source.js";
import { type Day, dayNumber } from "../shared/day.js";
import { refuse, suggest } from "../shared/refuse.js";
import type { CarePackage } from "./care-package.js";
import { type Cited, type InForceAs, binds, inForceAs, weakest } from "./cited.js";
import type { Framework } from "./framework.js";
import type { OfferOrder } from "./offer-order.js";
import type { NotCheckedForOffer, OfferOptions, OffersAnswer, OffersDecision, OffersUndetermined } from "./offers-answer.js";
import { type PlaceKind, placesOf } from "./places.js";
import { priceWithin } from "./price.js";
import { scopeOf } from "./scope.js";
import { termOn } from "./term.js";
import { type LeftOutProvider, tiersOf } from "./tiers.js";
import { frameworkReadings, withFrameworkReading } from "./with-framework-reading.js";

/**
 * To which providers of a framework is a package offered on a day, in which order, and why is every other member left out?
 * Applies terms that are `agreed` or `trial`; proposed or recommended ones only when the caller names them, and then the
 * answer's `authority` says so. Nothing depends on the order of the memberships. Throws when the day is none of the
 * calendar, when no order of offer has the id named, or a number is not decimal text.
 *
 * @example
 * ```ts
 * const spot = { provider: "P1", role: "spot", rank: null, firstDay: "2023-01-01", lastDay: "open", lots: "all", localities: "all", zones: "all", needs: "all" } as const;
 * const today = { ...frameworkOf(plymouth, "spot-contracts"), memberships: [spot, { ...spot, provider: "P2", needs: ["dementia"] }] };
 * const answer = offers(today, { service: "home-care", boughtWith: "commissioned", needs: [] }, "2023-09-05");
 * answer.kind === "offers" && answer.tiers.map(({ providers }) => providers.map(({ provider }) => provider)); // => [["P1"]]
 * answer.kind === "offers" && answer.leftOut.map(({ provider, reasons }) => `${provider}: ${reasons[0]!.code}`); // => ["P2: need-not-covered"]
 * ```
 */
export function offers(framework: Framework, carePackage: CarePackage, day: Day, options: OfferOptions = {}): OffersAnswer {
  const decision = decide(framework, carePackage, day, options);
  const gist = gistOf(decision);
  const differs = (reading: string, choice: string): boolean => gistOf(decide(withFrameworkReading(framework, reading, choice), carePackage, day, options)) !== gist;
  const matter = frameworkReadings(framework).filter(({ reading, adopted, choices }) => choices.some(({ choice }) => choice !== adopted && differs(reading, choice)));
  return { ...decision, restsOn: matter.map(({ reading }) => reading) };
}

/** What another choice of a reading would have to change for an answer to rest on it. */
function gistOf(decision: OffersDecision): string {
  const tiers = decision.kind === "offers" ? decision.tiers : [];
  const offered = tiers.map((tier) => [tier.tier, tier.offered, tier.providers.map(({ provider }) => provider)]);
  const leftOut = ("leftOut" in decision ? decision.leftOut : []).map(({ provider, reasons }) => [provider, reasons.map(({ code }) => code)]);
  return JSON.stringify([decision.kind, "reason" in decision ? decision.reason : null, offered, leftOut]);
}

type Undetermined = Extract<OffersDecision, { kind: "cannot-be-determined" }>;

function undetermined(reason: OffersUndetermined, facts: Undetermined["facts"], source: Source | null, leftOut: readonly LeftOutProvider[] = []): Undetermined {
  return { kind: "cannot-be-determined", reason, facts, source, leftOut };
}

function decide(framework: Framework, carePackage: CarePackage, day: Day, options: OfferOptions): OffersDecision {
  dayNumber(day);
  const named = options.model === undefined ? null : ordersNamed(framework, options.model);
  const as = options.as ?? named?.map(({ authority }) => authority).find((authority) => !binds(authority));
  if (carePackage.boughtWith === "direct-payment") return { kind: "outside-the-rules", reason: "direct-payment", source: framework.directPayments?.source ?? null };
  const standing = standingOf(framework);
  const unnamed = standing.find(({ authority }) => !binds(authority) && authority !== as);
  if (unnamed !== undefined) return undetermined("must-be-named", { authority: unnamed.authority, framework: framework.id }, unnamed.source);
  const weakestWith = (...others: readonly Pick<Cited, "authority">[]): Authority => weakest([...standing, ...others].map(({ authority }) => authority));

  const term = termOn(framework, day);
  if (term.kind === "cannot-be-determined") return undetermined("term-contradicts", { problem: term.reason }, framework.term.source);
  if (term.kind !== "in-term") return { kind: "outside-term", term, authority: weakestWith(), source: framework.term.source };

  const scope = inForceAs(framework.scope, day, as);
  if (scope.kind !== "in-force") return notInForce("scope", scope, framework.source);
  const inScope = scopeOf(carePackage.service, scope.version);
  if (inScope.kind === "out-of-scope") return { kind: "out-of-scope", service: carePackage.service, authority: weakestWith(scope.version), source: inScope.source };
  if (inScope.kind === "cannot-be-determined") return undetermined(inScope.reason, { service: carePackage.service }, inScope.source);

  const price = inForceAs(framework.price, day, as);
  let priceChecked = false;
  if (price.kind !== "absent" && carePackage.price !== undefined) {
    if (price.kind !== "in-force") return notInForce("price", price, framework.source);
    const within = priceWithin(carePackage.price, price.version);
    if (within.kind === "below-floor" || within.kind === "above-ceiling") {
      return { kind: "price-outside-limits", price: within, authority: weakestWith(scope.version, price.version), source: price.version.source };
    }
    priceChecked = within.kind === "within";
  }

  const order = named === null ? inForceAs(framework.offerOrder, day, as) : inForce(named, day, named.map(({ authority }) => authority));
  if (order.kind === "absent") return undetermined("no-order-of-offer", { framework: framework.id }, framework.source);
  if (order.kind !== "in-force") return notInForce("offerOrder", order, framework.source);
  const problem = placeProblem(framework, order.version, carePackage);
  if (problem !== null) return problem;
  if (framework.memberships.length === 0) return undetermined("no-members-named", { framework: framework.id }, framework.publishedProviders?.source ?? framework.source);

  const { eligibleOn, capacity } = options;
  const { tiers, leftOut } = tiersOf({ framework, order: order.version, carePackage, day, eligibleOn, capacity });
  const notChecked: NotCheckedForOffer[] = [
    ...(eligibleOn === undefined ? (["eligibility"] as const) : []),
    ...(capacity === undefined || carePackage.hoursPerWeek === undefined ? (["capacity"] as const) : []),
    ...(priceChecked ? [] : (["price"] as const)),
    ...(term.unstated ? (["term"] as const) : []),
  ];
  const { id, source } = order.version;
  const used = [scope.version, order.version, ...(priceChecked && price.kind === "in-force" ? [price.version] : [])];
  const placed = { order: id, authority: weakestWith(...used), source, leftOut, notChecked };
  if (tiers.length > 0) return { kind: "offers", tiers, ...placed };
  if (leftOut.some(({ reasons }) => reasons.some(({ code }) => code === "nobody-to-distribute"))) return undetermined("nobody-to-distribute", { order: id }, source, leftOut);
  return { kind: "nobody", ...placed };
}

/** The parts that every answer stands on; those that do not bind must be named. */
function standingOf({ authority, source, term, places, mobilisation }: Framework): readonly Pick<Cited, "authority" | "source">[] {
  // A plan that records no starts keeps nobody out.
  return [{ authority, source }, term, places, ...(mobilisation === undefined || mobilisation.starts.length === 0 ? [] : [mobilisation])];
}

/** The versions of an order of offer, by its id. */
function ordersNamed({ offerOrder, name }: Framework, model: string): readonly Version<OfferOrder>[] {
  const versions = offerOrder?.versions ?? [];
  const ids = versions.map(({ id }) => id);
  const found = versions.filter(({ id }) => id === model);
  return found.length > 0 ? found : refuse("offers", `the model must be the id of an order of offer of ${name}`, model, ids.length === 0 ? "It has none" : suggest(model, ids));
}

function notInForce(rule: string, answer: Exclude<InForceAs<object> | InForce<object>, { kind: "in-force" }>, source: Source): Undetermined {
  switch (answer.kind) {
    case "only-unbinding":
      return undetermined("must-be-named", { rule, authority: answer.authorities }, source);
    case "overlap":
      return undetermined("rules-overlap", { rule }, source);
    case "absent":
      return undetermined("no-rule-in-force", { rule }, source);
    case "not-yet":
      return undetermined("no-rule-in-force", { rule, firstDay: answer.firstDay }, source);
    case "ended":
      return undetermined("no-rule-in-force", { rule, lastDay: answer.lastDay }, source);
    case "gap":
      return undetermined("no-rule-in-force", { rule, lastDay: answer.lastDay, firstDay: answer.firstDay }, source);
  }
}

/** What is missing or unknown about the places that a package names. */
function placeProblem({ places }: Framework, { within }: OfferOrder, carePackage: CarePackage): Undetermined | null {
  const { source } = places;
  for (const kind of ["lot", "locality"] as const satisfies readonly PlaceKind[]) {
    const listed = placesOf(kind, places);
    const asked = carePackage[kind];
    if (listed.length === 0) {
      if (within === kind) return undetermined(kind === "lot" ? "lots-not-listed" : "localities-not-listed", {}, source);
      // The framework is not divided so: what the package says of it is of no account.
      continue;
    }
    if (asked === undefined) {
      if (within === kind) return undetermined(`${kind}-not-given`, {}, source);
      continue;
    }
    const place = listed.find(({ id }) => id === asked);
    if (place === undefined) return undetermined(`unknown-${kind}`, { [kind]: asked, known: listed.map(({ id }) => id) }, source);
    const { zone } = carePackage;
    if (zone !== undefined && place.zones.length > 0 && !place.zones.includes(zone)) return undetermined("unknown-zone", { zone, [kind]: asked, known: place.zones }, source);
  }
  return null;
}
