import { byCodePoint } from "../shared/code-points.js";
import { type Day, dayNumber } from "../shared/day.js";
import type { MarketRating } from "./rating-mix.js";

/** One provider's row of a council's intelligence dashboard. What is not known is said; it is never 0. */
export interface DashboardRow {
  readonly provider: string;
  /** The day as of which the row is true. */
  readonly asOf: Day;
  /** The ratings of its locations. */
  readonly ratings: readonly MarketRating[] | "not-given";
  readonly safeguardings: number | "not-given";
  readonly complaints: number | "not-given";
  readonly compliments: number | "not-given";
  readonly financialAssurance: "assured" | "not-assured" | "not-given";
}

/** The five things a dashboard row holds, in the council's order. */
export const DASHBOARD_FIELDS = ["ratings", "safeguardings", "complaints", "compliments", "financialAssurance"] as const satisfies readonly (keyof DashboardRow)[];

/** One of the five. */
export type DashboardField = (typeof DASHBOARD_FIELDS)[number];

/** What is missing from a dashboard. */
export type DashboardGap =
  | { readonly code: "no-row"; readonly provider: string }
  | { readonly code: "row-later-than-asked"; readonly provider: string; readonly asOf: Day }
  | { readonly code: "not-given"; readonly provider: string; readonly field: DashboardField }
  | { readonly code: "not-a-count"; readonly provider: string; readonly field: DashboardField };

/**
 * Is a dashboard complete for these providers on a day? Of several rows of a provider, the latest up to the day counts.
 * Empty when every provider has its five things.
 *
 * @example
 * ```ts
 * const row = { provider: "P1", asOf: "2023-09-01", ratings: ["good"], safeguardings: 0, complaints: 2, compliments: "not-given", financialAssurance: "assured" } as const;
 * dashboardGaps([row], ["P1", "P2"], "2023-09-05");
 * // => [{ code: "not-given", provider: "P1", field: "compliments" }, { code: "no-row", provider: "P2" }]
 * ```
 */
export function dashboardGaps(rows: readonly DashboardRow[], providers: readonly string[], day: Day): DashboardGap[] {
  return [...new Set(providers)].sort(byCodePoint).flatMap((provider): DashboardGap[] => {
    const own = rows.filter((row) => row.provider === provider).sort((a, b) => dayNumber(a.asOf) - dayNumber(b.asOf));
    const row = own.findLast(({ asOf }) => dayNumber(asOf) <= dayNumber(day));
    if (row === undefined) return own[0] === undefined ? [{ code: "no-row", provider }] : [{ code: "row-later-than-asked", provider, asOf: own[0].asOf }];
    return DASHBOARD_FIELDS.flatMap((field): DashboardGap[] => {
      const value = row[field];
      // A row from another system may lack the field altogether.
      if (value === "not-given" || value === undefined || (Array.isArray(value) && value.length === 0)) return [{ code: "not-given", provider, field }];
      return typeof value === "number" && (!Number.isSafeInteger(value) || value < 0) ? [{ code: "not-a-count", provider, field }] : [];
    });
  });
}
