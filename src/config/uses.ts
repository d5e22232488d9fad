import type { AskedColumn, FurtherColumn } from "../ecm/columns.js";
import { type AnyClauseName, CLAUSES, type Council, FURTHER_VISIT_CLAUSES } from "../rules/council.js";
import { EVERY_CLAUSE, type Loose, loose, looseList, versionsIn } from "./rule-sets.js";
import { councilsOf } from "./check-reckoned.js";

/** What a set of rules is used for, clause by clause, and what it asks of an export. */
export interface Use {
  /** Of which contract; `null`: of the council's own clauses. */
  readonly contract: string | null;
  /** Clauses that the commands `assess` and `explain` apply, in their order. */
  readonly byCommands: readonly AnyClauseName[];
  /** Clauses that no command applies: they are for code. `"charge"` is the rule set of that name. */
  readonly byCode: readonly (AnyClauseName | "charge")[];
  /** Further columns that its terms ask an export for, each with the clauses that do; and whether they do as adopted, or only by another choice of a reading. */
  readonly columns: readonly (AskedColumn & { readonly clauses: readonly AnyClauseName[] })[];
}

/** A person's contribution is reckoned by no command. */
const FOR_COMMANDS: readonly AnyClauseName[] = [...CLAUSES, ...FURTHER_VISIT_CLAUSES.filter((clause) => clause !== "contribution")];

/** What is each clause of a council used for, and which further columns do its terms ask an export for? */
export function usesOf(council: Council): Use[] {
  return councilsOf(council).map(({ path, council: rules }) => {
    const present = EVERY_CLAUSE.filter((clause) => rules[clause] !== undefined);
    return {
      contract: path[1] === undefined ? null : String(path[1]),
      byCommands: present.filter((clause) => FOR_COMMANDS.includes(clause)),
      byCode: [...present.filter((clause) => !FOR_COMMANDS.includes(clause)), ...(rules.charge === undefined ? [] : ["charge" as const])],
      columns: columnsOf(loose(rules)),
    };
  });
}

function columnsOf(rules: Loose): Use["columns"] {
  const asked = new Map<FurtherColumn, Set<AnyClauseName>>();
  const asAdopted = new Set<FurtherColumn>();
  for (const { clause, version } of versionsIn(rules, [])) {
    for (const terms of [version, ...choicesOf(version)]) {
      for (const column of ASKED_BY[clause]?.(terms) ?? []) {
        asked.set(column, (asked.get(column) ?? new Set()).add(clause));
        if (terms === version) asAdopted.add(column);
      }
    }
  }
  return [...asked].map(([column, clauses]) => ({ column, asAdopted: asAdopted.has(column), clauses: [...clauses] }));
}

/** The terms as each choice of their readings makes them. */
function choicesOf(version: Loose): Loose[] {
  return Object.values(loose(version["readings"])).flatMap((reading) => Object.values(loose(loose(reading)["choices"])).map((choice) => ({ ...version, ...loose(loose(choice)["set"]) })));
}

/** The further columns that the terms of a clause ask for. */
const ASKED_BY: { readonly [C in AnyClauseName]?: (terms: Loose) => readonly FurtherColumn[] } = {
  punctuality: ({ windows }) => (windows === undefined ? [] : ["planned_window"]),
  attendance: ({ merged }) => (merged === undefined ? [] : ["merged_kind", "merged_visit", "merged_attended", "merged_agreed"]),
  paidMinutes: ({ roundingSwitch }) => (roundingSwitch === undefined ? [] : ["ignores_rounding"]),
  basis: ({ basis, per }) => [...(BASIS_ASKS[String(loose(basis)["kind"])]?.(loose(basis)) ?? []), ...(loose(per)["services"] === "each" ? ["service" as const] : [])],
  rate: ({ bands }) => looseList(bands).flatMap((band) => placesIn(loose(loose(band)["when"]))),
  incentive: ({ incentives }) => looseList(incentives).flatMap((one) => [...placesIn(loose(loose(one)["when"])), ...(loose(one)["for"] === "package" ? ["first_of_package" as const] : [])]),
  undelivered: ({ outcomes, unexplained, pastThreshold, tooFewCarers }) => [...Object.values(loose(outcomes)), unexplained, pastThreshold, tooFewCarers].flatMap((pay) => PAY_ASKS[String(loose(pay)["kind"])]?.(loose(pay)) ?? []),
  // The fault of a case that does not fail is not looked at.
  performanceEffects: ({ cases, byProviderFault }) => (looseList(byProviderFault).some((happened) => loose(cases)[String(happened)] === "failed") ? ["fault"] : []),
};

const BASIS_ASKS: { readonly [kind: string]: (basis: Loose) => readonly FurtherColumn[] } = {
  "billed-within-logged": () => ["billed_start", "billed_end"],
  "planned-where-no-actual": ({ inTime }) => (inTime === "as-the-visit-says" ? ["returned_in_time"] : loose(inTime)["kind"] === "days-after-visit" ? ["returned_on"] : []),
};

const PAY_ASKS: { readonly [kind: string]: (pay: Loose) => readonly FurtherColumn[] } = {
  "by-notice": () => ["notice_given"],
  "hospital-retainer": ({ conditions }) => ["hospital_admitted", "hospital_discharged", ...(conditions === "must-be-met" ? ["hospital_conditions_met" as const] : [])],
};

const PLACES = [["services", "service"], ["lots", "lot"], ["zones", "zone"], ["miles", "miles"]] as const;

function placesIn(when: Loose): FurtherColumn[] {
  return PLACES.flatMap(([condition, column]) => (when[condition] === undefined ? [] : [column]));
}
