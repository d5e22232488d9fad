// Times in the language's own Temporal, for compilers that know it.
import { momentOf, type TimeInput } from "homecare-rules";

export const times: readonly TimeInput[] = [
  Temporal.PlainDateTime.from("2026-03-29T08:00"),
  Temporal.ZonedDateTime.from("2026-03-29T09:00[Europe/London]"),
  Temporal.Instant.from("2026-03-29T07:15:01Z"),
];
export const moments: readonly number[] = times.map((time) => momentOf(time));
