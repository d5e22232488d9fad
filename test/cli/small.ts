import { exportOf, row } from "../ecm/exports.ts";

/** Two providers on one day: on time; open and early; with a rejected row; late and 56 minutes long; excused. */
export const SMALL = exportOf(
  row(),
  row({ visit_id: "V2", service_user_id: "SU2", planned_start: "2026-07-01T12:00", planned_end: "2026-07-01T12:30", actual_start: "2026-07-01T11:29", actual_end: "" }),
  row({ visit_id: "V3", priority: "urgent" }),
  row({ visit_id: "V1", provider_id: "P2", service_user_id: "SU3", priority: "critical", planned_start: "2026-07-01T12:00", planned_end: "2026-07-01T13:00", actual_start: "2026-07-01T12:16", actual_end: "2026-07-01T13:12" }),
  row({ visit_id: "V2", provider_id: "P2", service_user_id: "SU3", planned_start: "2026-07-01T17:00", planned_end: "2026-07-01T17:30", carer_id: "", actual_start: "", actual_end: "", outcome: "hospital", capture_method: "" }),
);

/** The same without the row that is rejected. */
export const SOUND = SMALL.split("\n").filter((line) => !line.includes("urgent")).join("\n");
