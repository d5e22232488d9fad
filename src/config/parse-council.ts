import type { Clause } from "../contract/clause.js";
import { type AnyClauseName, CLAUSES, type Clauses, type Council, FURTHER_CLAUSES, type VisitCouncil } from "../rules/council.js";
import { checkCallTypes } from "./check-call-types.js";
import { checkDays } from "./check-days.js";
import { checkQuotes } from "./check-quotes.js";
import { checkReadings } from "./check-readings.js";
import { chargeCouncil, checkReckoned, checkTogether, councilsOf } from "./check-reckoned.js";
import { withoutComments } from "./comments.js";
import { councilSchema } from "./council.schema.js";
import { plainWords, problemsOf } from "./issues.js";
import { readJson } from "./json-text.js";
import { type LeftOpen, leftOpen } from "./left-open.js";
import type { Note } from "./note.js";
import { notesOf } from "./notes.js";
import type { Problem } from "./problem.js";
import { loose } from "./rule-sets.js";
import { type Use, usesOf } from "./uses.js";

/** What a council's data came to: the council; or everything in it that cannot stand, all at once. */
export type ParsedCouncil =
  | {
      readonly kind: "council";
      /** Without comments. */
      readonly council: Council;
      /** The same, where it has every clause that assessing visits needs: what `compile` takes. Else `null`. */
      readonly visitCouncil: VisitCouncil | null;
      /** What it cannot be used for, although it is sound: assessing visits, by the council's own clauses or a contract's, or charging. */
      readonly cannot: readonly Cannot[];
      /** What it leaves without an answer, or answers more than once: lengths without a row, days without a version. */
      readonly open: readonly LeftOpen[];
      /** What stands in it without the effect that its place suggests. */
      readonly notes: readonly Note[];
      /** What each clause is used for, and which further columns its terms ask an export for: its own, then each contract's. */
      readonly uses: readonly Use[];
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
 * // => ["callTypes: Write a list with at least one call type", 'natoin: Did you mean "nation"?']
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
  const add = (more: readonly Problem[]): void => void problems.push(...more.filter(({ path }) => !misshapen.has(path)));
  const paths = (): string[] => problems.map(({ path }) => path);
  add([...checkCallTypes(loose(data)), ...checkReadings(loose(data))]);
  problems.push(...checkReckoned(loose(data) as unknown as Council, paths()));
  // Days that two versions share, and words that nobody has copied yet, hold nothing of the terms back.
  add(checkDays(loose(data)));
  problems.push(...contradictions(loose(data) as unknown as Council, paths()));
  add(checkQuotes(loose(data)));
  if (!shape.success || problems.length > 0) return { kind: "refused", problems };
  const council: Council = shape.data;
  return { kind: "council", council, visitCouncil: isVisitCouncil(council) ? council : null, cannot: cannotBeUsed(council), open: leftOpen(council), notes: notesOf(council), uses: usesOf(council) };
}

/** What compiles together, a council may be unsound beside: anything but the contracts and the charge, which stand for themselves. */
const TOGETHER: readonly string[] = ["", "nation", "callTypes", ...CLAUSES, ...FURTHER_CLAUSES];

/** Where clauses that are sound each by itself contradict each other. `unsound` are the paths at which something is wrong already. */
function contradictions(council: Council, unsound: readonly string[]): Problem[] {
  const isSound = (...keys: readonly string[]): boolean => !unsound.some((path) => keys.includes(/^\w*/.exec(path)![0]));
  if (!isSound(...TOGETHER)) return [];
  const sets = isSound("contracts") ? councilsOf(council) : [{ path: [], council }];
  const charge = isSound("charge") && isVisitCouncil(council) ? chargeCouncil(council) : null;
  return [...sets, ...(charge === null ? [] : [{ path: ["charge"], council: charge }])].flatMap(({ path, council: rules }) => (canAssess(rules) ? checkTogether(rules, path) : []));
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
