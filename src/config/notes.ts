import type { BasisTerms, PaidLimit } from "../payment/basis.js";
import { rateHoles } from "../payment/rate-analysis.js";
import type { Clauses, Council } from "../rules/council.js";
import { type Path, pathText } from "./problem.js";
import { loose, ruleSetsOf, versionsIn } from "./rule-sets.js";

/** Something in a sound council that has no effect, or another one than its place suggests. It is not refused, and not passed over. */
export interface Note {
  readonly path: string;
  readonly code:
    /** A reading with one choice: there is nothing to choose. */
    | "one-choice"
    /** A band for `"otherwise"`, and the others hold everywhere. */
    | "never-holds"
    /** The least that is paid is above the most for some plans: the most is paid then. */
    | "most-before-least"
    /** A target for call types that are not tested, or for continuity that asks nothing: nothing is held against it. */
    | "target-not-judged"
    /** A contribution beside pay: what a person is charged is reckoned by the clauses of `charge`. */
    | "contribution-beside-pay"
    /** A clause in `charge` that changes nothing that is charged. */
    | "changes-no-charge"
    /** A clause in `charge` by which visits are judged for the charge, in place of the council's own. */
    | "charged-by-its-own";
}

/** What stands in a sound council without the effect that its place suggests? */
export function notesOf(council: Council): Note[] {
  return ruleSetsOf(loose(council)).flatMap(({ path, own }) => {
    const clauses = own as Clauses;
    // Beside what a contract leaves out stands the council's own.
    const inForce: Clauses = { ...council, ...clauses };
    const found: (readonly [Path, Note["code"]])[] = [
      ...versionsIn(own, path).flatMap(({ path: at, version }) => {
        const readings = Object.entries(loose(version["readings"]));
        return readings.filter(([, reading]) => Object.keys(loose(loose(reading)["choices"])).length === 1).map(([slug]) => [[...at, "readings", slug], "one-choice"] as const);
      }),
      ...(clauses.rate?.versions ?? []).flatMap((terms, i) => {
        if (terms.kind !== "bands") return [];
        const at = terms.bands.findIndex(({ when }) => when === "otherwise");
        const others = terms.bands.filter(({ when }) => when !== "otherwise");
        const isNamed = others.some(({ when }) => NAMED.some((condition) => condition in Object(when)));
        const holdEverywhere = others.some(({ when }) => Object.keys(when).length === 0) || (others.length > 0 && !isNamed && rateHoles({ ...terms, bands: others }).length === 0);
        return at === -1 || !holdEverywhere ? [] : [[[...path, "rate", "versions", i, "bands", at], "never-holds"] as const];
      }),
      ...(clauses.basis?.versions ?? []).flatMap((terms, i) => (isMostBelow(terms) ? [[[...path, "basis", "versions", i, "least"], "most-before-least"] as const] : [])),
      ...unjudgedTargets(clauses, inForce, path),
      ...(path[0] === "charge" ? chargeNotes(clauses) : clauses.contribution === undefined ? [] : [[[...path, "contribution"], "contribution-beside-pay"] as const]),
    ];
    return found.map(([at, code]) => ({ path: pathText(at), code }));
  });
}

/** Conditions on names and numbers of which there may be others than the bands have. */
const NAMED = ["services", "lots", "zones", "carersRequired"] as const;

/** Can the most be below the least, for a plan that is short enough? Both of one sort are compared when they are read. */
function isMostBelow({ least, most }: BasisTerms): boolean {
  if (least === undefined || most === "no-limit") return false;
  const isPlanned = (limit: PaidLimit): boolean => limit === "planned-length" || limit.kind === "planned-plus";
  return isPlanned(least.of) !== isPlanned(most);
}

function unjudgedTargets({ targets }: Clauses, { punctuality, continuity }: Clauses, path: Path): (readonly [Path, Note["code"]])[] {
  const untested = (callType: string): boolean => punctuality !== undefined && punctuality.versions.every(({ callTypes }) => callTypes[callType] === null);
  const isUnasked = continuity !== undefined && continuity.versions.every((terms) => terms.kind === "measure" || (terms.kind === "share" && terms.atLeast === null));
  return (targets?.versions ?? []).flatMap((terms, i) => {
    const at = [...path, "targets", "versions", i];
    const types = Object.entries(terms.punctuality).filter(([callType, target]) => target !== null && untested(callType));
    return [...types.map(([callType]) => [[...at, "punctuality", callType], "target-not-judged"] as const), ...(terms.continuity !== null && isUnasked ? [[[...at, "continuity"], "target-not-judged"] as const] : [])];
  });
}

const BY_ITS_OWN = ["punctuality", "attendance"] as const;
const NO_CHARGE = ["targets", "continuity", "visitLength", "performanceEffects", "scorecard", "capture", "timeBank"] as const;

function chargeNotes(charge: Clauses): (readonly [Path, Note["code"]])[] {
  return [
    ...BY_ITS_OWN.filter((clause) => charge[clause] !== undefined).map((clause) => [["charge", clause], "charged-by-its-own"] as const),
    ...NO_CHARGE.filter((clause) => charge[clause] !== undefined).map((clause) => [["charge", clause], "changes-no-charge"] as const),
  ];
}
