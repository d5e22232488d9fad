import { type Attendance, type AttendanceTerms, type BasisTerms, type TimeLine, type VisitKind, leicester } from "../../src/index.js";
import { presences } from "../../src/assessment/presence.js";
import type { RowsTerms } from "../../src/payment/paid-minutes.js";
import { paidMinutesTable } from "../../src/payment/paid-minutes-table.js";
import { timeLines } from "../../src/payment/time-lines.js";
import { at } from "../assessment/stays.ts";

const basis = leicester.basis.versions[0]!;
const paidMinutes = leicester.paidMinutes.versions[0]!;

/** A visit's lines are asked with these, each as Leicester's adopted reading has it when left out. */
export interface Asked {
  readonly kind?: VisitKind;
  readonly carersRequired?: number;
  /** Planned end, in seconds after the planned start at eight. */
  readonly planned?: number;
  readonly logs?: readonly Attendance[];
  readonly basis?: Partial<BasisTerms>;
  readonly paidMinutes?: Partial<RowsTerms>;
  readonly notCompletedPays?: AttendanceTerms["notCompletedPays"];
}

/** The lines of time of a visit planned at eight, for an hour unless told otherwise. */
export function linesOf({ kind = { kind: "delivered" }, carersRequired = 1, planned = 3600, logs = [], notCompletedPays = "time-there", ...terms }: Asked): readonly TimeLine[] {
  return timeLines(
    { carersRequired, outcome: null, plannedStart: at(0), plannedEnd: at(planned) },
    kind,
    presences(logs),
    { ...basis, ...terms.basis },
    notCompletedPays,
    paidMinutesTable({ ...paidMinutes, ...terms.paidMinutes }),
  );
}

/** A paid line of a carer's logged time, from and to so many seconds after eight. */
export function logged(carer: string | null, from: number, to: number, minutes: number, banded: number, minutesPaid = banded): TimeLine {
  return { kind: "paid", carer, measured: "logged", from: at(from), to: at(to), minutes, banded, minutesPaid };
}

/** A paid line of the planned length, from eight on. */
export function planned(to: number, minutes: number, banded: number, minutesPaid = banded): TimeLine {
  return { kind: "paid", carer: null, measured: "planned", from: at(0), to: at(to), minutes, banded, minutesPaid };
}

/** An unpaid line. */
export function unpaid(carer: string | null, reason: (TimeLine & { kind: "unpaid" })["reason"], minutes: number | null = null): TimeLine {
  return { kind: "unpaid", carer, reason, minutes };
}
