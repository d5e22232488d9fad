// A consumer's code as it should compile: under every compiler, strict, without skipLibCheck.
import { type VisitInput, assessExport, assessVisit, bandFor, compile, leicester, momentOf, monthDocument, withReading } from "homecare-rules";
import { type ParsedCouncil, parseCouncil } from "homecare-rules/config";
import { type LeicesterCallType, leicester as leicesterAlone } from "homecare-rules/councils/leicester";
import { Temporal } from "temporal-polyfill/implementation";

/** Compiles only when both types are the same, `any` among them. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
function same<A, B>(_answer: Same<A, B>): void {}

export const rules = compile(withReading(leicesterAlone, "exactly-56", "forty-five"));
same<(typeof rules)["callTypes"], readonly LeicesterCallType[]>(true);
same<typeof leicester, typeof leicesterAlone>(true);

export const visit = {
  callType: "critical",
  carersRequired: 2,
  plannedStart: Temporal.PlainDateTime.from("2026-03-29T08:00"),
  plannedEnd: Temporal.ZonedDateTime.from("2026-03-29T09:00[Europe/London]"),
  nextPlannedStart: null,
  attendances: [
    { carer: "C1", logIn: Temporal.Instant.from("2026-03-29T07:15:01Z"), logOut: new Date(1774771870000) },
    { carer: "C2", logIn: momentOf("2026-03-29T08:10"), logOut: "2026-03-29T08:52:30" },
  ],
} as const satisfies VisitInput<LeicesterCallType>;

export const assessment = assessVisit(visit, rules);
same<(typeof assessment)["visit"]["callType"], LeicesterCallType>(true);

/** Each outcome has the facts of its own shape, and only those. */
export function inWords(): string {
  const { kind, punctuality, payment } = assessment;
  if (kind.kind === "missed") return kind.reason;
  if (kind.kind === "excused") return `${kind.outcome}, ${kind.attended ? "attended" : "not attended"}`;
  if (punctuality.class === "not-assessable") return punctuality.reason;
  const [line] = payment.lines;
  if (line?.kind === "paid") return `${line.amount} for ${line.minutesPaid}, by the row from ${line.row.from}`;
  if (line?.kind === "grouped") return `${line.minutes} minutes, added up with others`;
  return line === undefined ? "nothing" : line.reason;
}

export async function month(bytes: AsyncIterable<Uint8Array>): Promise<string | null> {
  const counted = await assessExport(bytes, rules, { period: { firstDay: "2026-03-23", lastDay: "2026-04-05" } });
  const document = monthDocument(counted, rules);
  same<typeof document.total.punctuality.critical.share, string | null>(true);
  same<typeof document.period, { readonly firstDay: `${number}-${number}-${number}`; readonly lastDay: `${number}-${number}-${number}`; readonly derived: boolean } | null>(true);
  return document.total.punctuality.critical.share;
}

const band = bandFor(26, leicester.paidMinutes.versions[0]!.rows);
export const minutesPaid: number | null = band.kind === "paid" ? band.minutesPaid : null;

/** A council from a file: sound, or refused with every problem. */
export function rulesOf(json: string): ReturnType<typeof compile> | readonly string[] {
  const parsed: ParsedCouncil = parseCouncil(json);
  if (parsed.kind === "refused") return parsed.problems.map(({ path, expected, got, do: todo }) => `${path}: ${expected}, ${got}. ${todo}`);
  return parsed.visitCouncil === null ? parsed.cannot.map(({ reason }) => reason) : compile(parsed.visitCouncil);
}
