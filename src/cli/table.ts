import { FINDINGS, type Figures, type MonthDocument, type ReadingOf, type RowFinding, type Rules, type Standing, isAmountUnknown, lacksTargets, readOtherwise, readingsOf } from "../index.js";
import { targetNote } from "./target-note.js";

export const WIDTH = 80;
/** What is kept of a long provider id, and of the word "provider". */
const LEAST_NAME = 8;
/** Longer values of a finding are cut: they are shown to be found again. */
const LONGEST_VALUE = 40;

/** What a table says beside the month itself. */
export interface TableOptions {
  /** What is read otherwise outside the council's data. */
  readonly alsoRead?: readonly string[];
  /** Whose clauses were applied, where the council has contracts. */
  readonly applied?: string | null;
}

/** A month for a person to read, in 80 columns. */
export function monthTable(document: MonthDocument, rules: Rules, firstFindings: ReadonlyMap<string, readonly RowFinding[]>, { alsoRead = [], applied = null }: TableOptions = {}): string {
  const otherwise = [...readOtherwise(rules.council), ...alsoRead];
  const { period, rows, providers, total } = document;
  const head = [
    `${rules.council.name}: home-care visits assessed`,
    ...(applied === null ? [] : [wrapped(applied, "", "  ")]),
    period === null ? "No row was accepted: there is no period and nothing to assess." : `${period.firstDay} to ${period.lastDay} (both included${period.derived ? "; the days of the accepted rows" : ""})`,
    wrapped(`${several(rows.read, "rows")} read: ${count(rows.accepted)} accepted, ${count(rows.rejected)} rejected; ${several(document.visits, "visits")}`, "", ""),
    ...(otherwise.length === 0 ? [] : [wrapped(`Read otherwise than adopted: ${otherwise.join("; ")}`, "", "  ")]),
  ];
  const lacking = lacksTargets(rules, period);
  const sections = [head.join("\n")];
  if (providers.length > 0) {
    const all = [...providers.map((figures) => [figures.provider, figures] as const), ["total", total] as const];
    sections.push(kindsTable(all), ...rules.callTypes.map((callType) => punctualityTable(callType, all, document, rules, lacking)), continuityTable(all, document, rules, lacking), ...(total.performance === undefined ? [] : [performanceTable(all)]), paymentTable(all, document, rules));
  }
  sections.push(findingsList(document, firstFindings));
  if (rows.accepted > 0) sections.push(...readingsList(document, rules));
  return `${sections.join("\n\n")}\n`;
}

type Named = readonly (readonly [string, Figures])[];

function kindsTable(all: Named): string {
  const visits = table(
    "Visits",
    ["provider", "visits", "delivered", "open", "missed", "excused", "not req.", "undet.", "underst."],
    all.map(([name, f]) => [name, count(f.visits), count(f.delivered), count(f.open), count(f.missed), count(f.excused), count(f.notRequired), count(f.undetermined), count(f.understaffed)]),
  );
  return `${visits}\n${wrapped("open: a log-out is missing; not req.: not required; undet.: cannot be determined; underst.: understaffed, fewer different carers came than required; a visit counted there is counted under delivered or open too", "", "")}`;
}

function punctualityTable(callType: string, all: Named, document: MonthDocument, { council }: Rules, lacking: boolean): string {
  const target = all[0]![1].punctuality[callType]!.target;
  const untested = council.punctuality.versions.every(({ callTypes }) => callTypes[callType] === null);
  const shares = table(
    withTargetNote(`Punctuality, ${callType} calls${targetText(target, lacking)}`, document, callType),
    ["provider", "assessed", "on time", "early", "late", "not assessable", "share", "met"],
    all.map(([name, f]) => {
      const p = f.punctuality[callType]!;
      return [name, count(p.assessed), count(p.onTime), count(p.early), count(p.late), count(p.notAssessable), percent(p), metText(p)];
    }),
  );
  return untested ? `${shares}\nthe council does not test these calls` : shares;
}

function continuityTable(all: Named, document: MonthDocument, { council }: Rules, lacking: boolean): string {
  const unasked = council.continuity.versions.every((terms) => terms.kind === "measure" || (terms.kind === "share" && terms.atLeast === null));
  const shares = table(
    withTargetNote(`Continuity of care${targetText(all[0]![1].continuity.target, lacking)}`, document, null),
    ["provider", "windows", "within", "share", "met"],
    all.map(([name, { continuity: c }]) => [name, count(c.windows), count(c.within), percent(c), metText(c)]),
  );
  return unasked ? `${shares}\nthe council sets no limit: windows are measured, and none is within or over` : shares;
}

/** A title, and below it which targets the period has where it has several. */
function withTargetNote(title: string, document: MonthDocument, callType: string | null): string {
  const note = targetNote(document, callType, (target) => `${shiftedTwo(target)} %`);
  return note === null ? title : `${title}\n${wrapped(note, "", "  ")}`;
}

function performanceTable(all: Named): string {
  const counts = table(
    "Performance",
    ["provider", "done", "failed", "apart", "not counted", "undet.", "failed share"],
    all.map(([name, { performance: p }]) =>
      p === undefined ? [name, "–", "–", "–", "–", "–", "–"] : [name, count(p.done), count(p.failed), count(p.apart), count(p.notCounted), count(p.undetermined), percent({ share: p.failedShare })],
    ),
  );
  return `${counts}\n${wrapped("apart: in no share, counted apart; undet.: cannot be determined; failed share: of the visits done or failed", "", "")}`;
}

/** Beside each amount, of how many visits what is due cannot be determined; below, the readings that the amounts rest on. */
function paymentTable(all: Named, { paymentUndetermined = [], paidWithoutAttendance = [] }: MonthDocument, rules: Rules): string {
  const undetermined = new Map(paymentUndetermined.map(({ provider, visits }) => [provider, visits]));
  const inAll = paymentUndetermined.reduce((sum, { visits }) => sum + visits, 0);
  const sums = table(
    "Payment",
    ["provider", "attendances paid", "hours paid", "amount", ...(inAll > 0 ? ["not determined"] : [])],
    all.map(([name, figures], i) => {
      const { attendances, minutesPaid, amount } = figures.payment;
      const visits = i === all.length - 1 ? inAll : (undetermined.get(name) ?? 0);
      const nothingKnown = isAmountUnknown(figures, visits);
      return [name, count(attendances), nothingKnown ? "–" : hours(minutesPaid), nothingKnown ? "–" : `£${grouped(amount)}`, ...(inAll > 0 ? [several(visits, "visits")] : [])];
    }),
  );
  const withoutAttendance = paidWithoutAttendance.reduce((sum, { attendances }) => sum + attendances, 0);
  const notes = [
    ...(withoutAttendance === 0 ? [] : [`attendances paid: no carer came for ${count(withoutAttendance)} of these; what is paid is a planned length, a share of it, or fixed minutes, once for each carer it is paid for`]),
    ...(inAll === 0 ? [] : ["not determined: visits of which what is due, or a part of it, cannot be determined; that is in no amount, and is not 0; --visits lists them"]),
    ...rateReadings(rules).map((reading) => `the amounts rest on ${adoptedText(reading)}${reading.because === undefined || reading.inPlaceOf !== undefined ? "" : ` ${reading.because}`}`),
  ];
  return [sums, ...notes.map((note) => wrapped(note, "", "  "))].join("\n");
}

/** The readings on what a minute costs. */
function rateReadings({ council }: Rules): ReadingOf[] {
  return readingsOf(council).filter(({ clause }) => clause === "rate");
}

function findingsList({ findings }: MonthDocument, firstFindings: ReadonlyMap<string, readonly RowFinding[]>): string {
  if (findings.length === 0) return "Findings: none";
  const lines = findings.map(({ code, severity, of, count: n }) => wrapped(`${several(n, of)}: ${severity} ${code}${firstText(firstFindings.get(code), n)}. ${FINDINGS[code].says}`, "  ", "    "));
  return ["Findings", ...lines].join("\n");
}

/** Where a finding is met first, and what stood there; of columns, their names. */
function firstText(findings: readonly RowFinding[] = [], count: number): string {
  const [first] = findings;
  if (first === undefined) return "";
  const { code, row, column, value } = first;
  if (FINDINGS[code].of === "columns") return ` (${[...findings.map((finding) => printable(cut(finding.column ?? "", LONGEST_VALUE))), ...(findings.length < count ? ["…"] : [])].join(", ")})`;
  const said = value === undefined ? [] : [value === "" ? "empty" : `“${printable(cut(value, LONGEST_VALUE))}”`];
  return ` (first in ${[`row ${row}`, ...(column === undefined ? [] : [`column ${column}`]), ...said].join(", ")})`;
}

function readingsList(document: MonthDocument, rules: Rules): string[] {
  const readings = readingsOf(rules.council);
  if (readings.length === 0) return [];
  const known = new Map(readings.map((reading) => [reading.reading, reading]));
  const counted = document.restsOn.map(({ reading, count: n }) => wrapped(`${count(n).padStart(7)}  ${adoptedText(known.get(reading)!)}`, "  ", "           "));
  const others = readings.filter(({ reading }) => !document.restsOn.some((counting) => counting.reading === reading)).map((reading) => wrapped(adoptedText(reading), "  ", "    "));
  const silent = `Readings: where ${rules.council.name}'s documents are silent or contradict themselves, what was adopted`;
  return [
    ...(counted.length === 0 ? [] : [[wrapped(`${silent}, and how many visits would come out otherwise under another choice`, "", ""), ...counted].join("\n")]),
    ...(others.length === 0 ? [] : [[wrapped(counted.length === 0 ? `${silent}; shares, windows and amounts rest on it, without a count of visits` : "Shares, windows and amounts rest on these, too, without a count of visits:", "", ""), ...others].join("\n")]),
  ];
}

function adoptedText({ reading, adopted, inPlaceOf, choices }: ReadingOf): string {
  return `${reading} = ${adopted}${inPlaceOf === undefined ? "" : ` (adopted: ${inPlaceOf})`}. ${choices.find(({ choice }) => choice === adopted)!.says}`;
}

/**
 * A table with its title; the first column is text, the others are numbers. A long provider id is cut; columns that do
 * not fit beside the first stand below, so that every figure is whole and in 80 columns.
 */
function table(title: string, heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = rows.map(([name, ...figures]) => [printable(name!), ...figures]);
  const widths = heads.map((head, i) => Math.max(head.length, ...cells.map((row) => row[i]!.length)));
  const blocks: { readonly columns: number[]; width: number }[] = [];
  for (let i = 1; i < heads.length; i++) {
    let block = blocks.at(-1);
    if (block === undefined || block.width + widths[i]! + 2 > WIDTH - LEAST_NAME) blocks.push((block = { columns: [], width: 0 }));
    block.columns.push(i);
    block.width += widths[i]! + 2;
  }
  const name = Math.min(widths[0]!, WIDTH - Math.max(...blocks.map(({ width }) => width)));
  const shown = blocks.map(({ columns, width }) => {
    const line = (row: readonly string[]): string => [cut(row[0]!, name).padEnd(name), ...columns.map((i) => row[i]!.padStart(widths[i]!))].join("  ");
    const body = cells.map(line);
    const rule = "-".repeat(name + width);
    return [line(heads), rule, ...body.slice(0, -1), ...(rows.length > 2 ? [rule] : []), body.at(-1)!].join("\n");
  });
  return `${title}\n${shown.join("\n\n")}`;
}

/** An id comes from the export: what does not print may not move the cursor or break the line. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]/gu, "\uFFFD");
}

/** A text cut to a width, with a sign that it was; never half of a letter that UTF-16 writes in two. */
export function cut(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, width - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;
}

/** A text in lines of the width: the first behind one indent, the others behind another. */
export function wrapped(text: string, indent: string, hanging: string): string {
  const lines: string[] = [];
  let line = indent;
  for (const word of text.match(/\s*\S+/g) ?? []) {
    if ((line + word).length > WIDTH && line.trim() !== "") {
      lines.push(line);
      line = hanging + word.trimStart();
    } else line += word;
  }
  return [...lines, line].join("\n");
}

function count(n: number): string {
  return grouped(String(n));
}

/** A count and what is counted, in its plural: `"1 row"`, `"2 rows"`. */
function several(n: number, many: string): string {
  return `${count(n)} ${n === 1 ? many.slice(0, -1) : many}`;
}

/** Commas between thousands. */
function grouped(text: string): string {
  return text.replace(/\B(?=(\d{3})+(?!\d))/g, ",").replace(/(\.\d*),/g, "$1");
}

/** Whole and quarter hours are most of them; minutes stand exactly. */
function hours(minutes: number): string {
  return `${count(Math.floor(minutes / 60))}:${String(minutes % 60).padStart(2, "0")}`;
}

function percent({ share }: Pick<Standing, "share">): string {
  return share === null ? "–" : `${shiftedTwo(share)} %`;
}

/** `" (target 80 %)"`. */
function targetText(target: string | null, lacking: boolean): string {
  if (lacking) return " (target: cannot be determined)";
  return target === null ? " (no target)" : ` (target ${shiftedTwo(target)} %)`;
}

/** Decimal text times a hundred: `"0.8919"` as `"89.19"`, `"0.8"` as `"80"`. */
function shiftedTwo(text: string): string {
  const [whole, places = ""] = text.split(".");
  const hundreds = `${whole}${places.slice(0, 2).padEnd(2, "0")}`.replace(/^0+(?=\d)/, "");
  return places.length > 2 ? `${hundreds}.${places.slice(2)}` : hundreds;
}

function metText({ met }: Standing): string {
  return met === null ? "–" : met ? "yes" : "no";
}
