import type { Days } from "./cited.js";
import type { Coverage } from "./places.js";

/** What a provider is on a framework, in the councils' words. */
export const ROLES = [
  "locality-partner",
  "provider-partner",
  "lead",
  "supplementary",
  "contingency",
  "principal",
  "primary",
  "framework",
  "spot",
  "block",
  "last-resort",
] as const satisfies readonly string[];

/** A provider's role. */
export type Role = (typeof ROLES)[number];

/** A provider's place on a framework: its role, its days, and where and for what it works. Ids are the caller's. */
export interface Membership extends Days, Coverage {
  readonly provider: string;
  readonly role: Role;
  /** Its place in a ranked order, from 1; `null` where there is none. */
  readonly rank: number | null;
}

/** Days on which a provider is offered no new package: in some lots, or in all. */
export interface Suspension extends Days {
  readonly provider: string;
  readonly lots: readonly string[] | "all";
}

/** A provider's grade by its performance, such as gold, on the days it has it. The caller says it; nothing computes it. */
export interface GradeHeld extends Days {
  readonly provider: string;
  readonly grade: string;
}
