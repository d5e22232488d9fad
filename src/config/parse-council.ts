import type { Clause } from "../contract/clause.js";
import { type AnyClauseName, CLAUSES, type Clauses, type Council, type VisitCouncil } from "../rules/council.js";
import { checkCallTypes } from "./check-call-types.js";
import { checkReadings } from "./check-readings.js";
import { chargeCouncil, checkReckoned, checkTogether, councilsOf } from "./check-reckoned.js";
import { withoutComments } from "./comments.js";
import { councilSchema } from "./council.schema.js";
import { plainWords, problemsOf } from "./issues.js";
import { readJson } from "./json-text.js";
import { type LeftOpen, leftOpen } from "./left-open.js";
import type { Problem } from "./problem.js";
import { loose } from "./rule-sets.js";

/** What a council's data came to: the council; or everything in it that cannot stand, all at once. */
export type ParsedCouncil =
  | {
      readonly kind: "council";
      /** Without comments. */
      readonly council: Council;
      /** The same, where it has every clause that assessing visits needs: what `compile` takes. Else `null`. */
      readonly visitCouncil: VisitCouncil | null;
      /** What it cannot be used for, although it is sound; empty when it can be used for everything that it speaks of. */
      readonly cannot: readonly Cannot[];
      /** What it leaves without an answer, or answers more than once: lengths without a row, days without a version. */
      readonly open: readonly LeftOpen[];
    }
  | { readonly kind: "refused"; readonly problems: readonly Problem[] };

/** Something that a sound council cannot be used for yet, and what it wants for it. */
export interface Cannot {
  /** To assess visits; or to reckon what persons are charged. */
  readonly use: "assess-visits" | "charge";
  /** By which contract; `null`: by the council's own clauses. */
  readonly contract: string | null;
  /** Clauses are not there; or no version of them is agreed or on trial, and a caller must name its authority. */
  readonly reason: "clauses-missing" | "nothing-agreed";
  readonly clauses: readonly AnyClauseName[];
}

/**
 * Is this a council's contract, and what is wrong with it? Takes JSON text, or the data in it. All problems come at once,
 * each with its path and what to do; an unknown key is refused, never passed over. A council that lacks clauses is sound
 * all the same, and the answer says what it cannot be used for.
 *
 * @example
 * ```ts
 * const council = { id: "my-council", name: "My Council", nation: "england-and-wales", callTypes: ["call"] };
 * const parsed = parseCouncil(JSON.stringify(council));
 * parsed.kind === "council" && parsed.cannot[0]!.clauses[0]; // => "punctuality"
 * const misspelt = parseCouncil({ ...council, natoin: "scotland", callTypes: [] });
 * misspelt.kind === "refused" && misspelt.problems.map(({ path, do: todo }) => `${path}: ${todo}`);
 * // => ["callTypes: Write it as expected", 'natoin: Did you mean "nation"?']
 * ```
 */
export function parseCouncil(json: unknown): ParsedCouncil {
  const problems: Problem[] = [];
  let data = json;
  if (typeof json === "string") {
    const read = readJson(json);
    if (read.kind === "no-json") return { kind: "refused", problems: [read.problem] };
    data = read.value;
    problems.push(...read.twice);
  }
  data = withoutComments(data, problems);
  const shape = councilSchema.safeParse(data, { error: plainWords });
  if (!shape.success) problems.push(...problemsOf(shape.error.issues, data));
  const misshapen = new Set(problems.map(({ path }) => path));
  problems.push(...[...checkCallTypes(loose(data)), ...checkReadings(loose(data))].filter(({ path }) => !misshapen.has(path)));
  problems.push(...checkReckoned(loose(data) as unknown as Council, problems.map(({ path }) => path)));
  if (!shape.success || problems.length > 0) return { kind: "refused", problems };
  const council: Council = shape.data;
  const cannot = cannotBeUsed(council);
  const contradictions = [
    ...councilsOf(council).flatMap(({ path, council: rules }) => (canAssess(rules) ? checkTogether(rules, path) : [])),
    ...chargeContradictions(council),
  ];
  if (contradictions.length > 0) return { kind: "refused", problems: contradictions };
  return { kind: "council", council, visitCouncil: isVisitCouncil(council) ? council : null, cannot, open: leftOpen(council) };
}

function chargeContradictions(council: Council): Problem[] {
  const charge = isVisitCouncil(council) ? chargeCouncil(council) : null;
  return charge !== null && canAssess(charge) ? checkTogether(charge, ["charge"]) : [];
}

function isVisitCouncil(council: Council): council is VisitCouncil {
  return CLAUSES.every((clause) => council[clause] !== undefined);
}

/** Has it every clause that assessing visits needs, each with a version that binds? */
function canAssess(council: Council): council is VisitCouncil {
  return isVisitCouncil(council) && unbinding(council, CLAUSES).length === 0;
}

/** Those of these clauses that are there, and of which no version is agreed or on trial. */
function unbinding(clauses: Clauses, names: readonly AnyClauseName[]): AnyClauseName[] {
  return names.filter((name) => {
    const versions = (clauses[name] as Clause<object> | undefined)?.versions;
    return versions !== undefined && !versions.some(({ authority }) => authority === "agreed" || authority === "trial");
  });
}

function cannotBeUsed(council: Council): Cannot[] {
  const wanting = (use: Cannot["use"], contract: string | null, clauses: Clauses, names: readonly AnyClauseName[]): Cannot[] => {
    const missing = names.filter((name) => clauses[name] === undefined);
    const proposed = unbinding(clauses, names);
    return [
      ...(missing.length === 0 ? [] : [{ use, contract, reason: "clauses-missing" as const, clauses: missing }]),
      ...(proposed.length === 0 ? [] : [{ use, contract, reason: "nothing-agreed" as const, clauses: proposed }]),
    ];
  };
  const contracts = councilsOf(council).flatMap(({ path, council: rules }) => wanting("assess-visits", path[1] === undefined ? null : String(path[1]), rules, CLAUSES));
  return [...contracts, ...(council.charge === undefined ? [] : wanting("charge", null, council.charge, ["paidMinutes", "basis", "rate", "statement", "contribution"]))];
}
