/** The columns that every canonical export has, found by their heading. */
export const COLUMNS = [
  "visit_id",
  "service_user_id",
  "provider_id",
  "priority",
  "carers_required",
  "planned_start",
  "planned_end",
  "carer_id",
  "actual_start",
  "actual_end",
  "outcome",
  "capture_method",
] as const satisfies readonly string[];

/** A column that every canonical export has. */
export type Column = (typeof COLUMNS)[number];

/**
 * The columns that an export may have beside: facts of the visit that some councils' rules ask for, each by itself. Any other
 * column is ignored.
 */
export const FURTHER_COLUMNS = [
  "service",
  "lot",
  "zone",
  "miles",
  "planned_window",
  "fault",
  "ignores_rounding",
  "billed_start",
  "billed_end",
  "returned_in_time",
  "returned_on",
  "notice_given",
  "hospital_admitted",
  "hospital_discharged",
  "hospital_conditions_met",
  "first_of_package",
  "merged_kind",
  "merged_visit",
  "merged_attended",
  "merged_agreed",
] as const satisfies readonly string[];

/** A column that an export may have beside. */
export type FurtherColumn = (typeof FURTHER_COLUMNS)[number];

/** How a log was made. */
export const CAPTURE_METHODS = ["app", "phone", "nfc", "manual"] as const satisfies readonly string[];

/** How a log was made. */
export type CaptureMethod = (typeof CAPTURE_METHODS)[number];

/** A further column that the clauses of a council ask an export for: as adopted, or only by another choice of a reading. */
export interface AskedColumn {
  readonly column: FurtherColumn;
  readonly asAdopted: boolean;
}
