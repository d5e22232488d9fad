// A CommonJS caller, for compilers that know that Node requires ES modules.
import library = require("homecare-rules");

const { assessVisit, compile, leicester } = library;
const assessment = assessVisit({ callType: "critical", plannedStart: "2026-03-29T08:00", plannedEnd: "2026-03-29T09:00", attendances: [] }, compile(leicester));
export const kind: "delivered" | "open" | "missed" | "excused" | "not-required" | "undetermined" = assessment.kind.kind;
