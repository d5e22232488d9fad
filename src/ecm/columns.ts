/** The columns of the canonical export, found by their heading; other columns are ignored. */
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

/** A column of the canonical export. */
export type Column = (typeof COLUMNS)[number];

/** How a log was made. */
export const CAPTURE_METHODS = ["app", "phone", "nfc", "manual"] as const satisfies readonly string[];

/** How a log was made. */
export type CaptureMethod = (typeof CAPTURE_METHODS)[number];
