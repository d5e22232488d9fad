import { FINDINGS, type Figures, type Month, type MonthDocument, type ReadingOf, type RowFinding, type Rules, type Standing, lacksTargets, readOtherwise, readingsOf, visitsWithoutRule } from "../index.js";

export const WIDTH = 80;
/** What is kept of a long provider id, and of the word "provider". */
const LEAST_NAME = 8;

/** What a table says beside the month itself. */
export interface TableOptions {
  /** What is read otherwise outside the council's data. */
  readonly alsoRead?: readonly string[];
  /** Whose clauses were applied, where the council has contracts. */
  readonly applied?: string | null;
  /** The month that the document is of; without it, visits that no rule is in force for are not counted out. */
  readonly month?: Pick<Month, "providers">;
}

/** A month for a person to read, in 80 columns. */
export function monthTable(document: MonthDocument, rules: Rules, firstRows: ReadonlyMap<string, RowFinding>, { alsoRead = [], applied = null, month = { providers: new Map() } }: TableOptions = {}): string {
  const otherwise = [...readOtherwise(rules.council), ...alsoRead];
  const { period, rows, providers, total } = document;
  const head = [
    `${rules.council.name}: home-care visits assessed`,
    ...(applied === null ? [] : [wrapped(applied, "", "  ")]),
    period === null ? "No row was accepted: there is no period and nothing to assess." : `${period.firstDay} to ${period.lastDay} (both included${period.derived ? "; the days of the accepted rows" : ""})`,
    wrapped(`${count(rows.read)} rows read: ${count(rows.accepted)} accepted, ${count(rows.rejected)} rejected; ${count(document.visits)} visits`, "", ""),
    ...(otherwise.length === 0 ? [] : [wrapped(`Read otherwise than adopted: ${otherwise.join("; ")}`, "", "  ")]),
  ];
  const lacking = lacksTargets(rules, period);
  const sections = [head.join("\n")];
  if (providers.length > 0) {
    const all = [...providers.map((figures) => [figures.provider, figures] as const), ["total", total] as const];
    sections.push(kindsTable(all), ...rules.callTypes.map((callType) => punctualityTable(callType, all, rules, lacking)), continuityTable(all, rules, lacking), ...(total.performance === undefined ? [] : [performanceTable(all)]), paymentTable(all, [...providers.map(({ provider }) => visitsWithoutRule(month, provider)), visitsWithoutRule(month)]));
  }
  sections.push(findingsList(document, firstRows));
  if (rows.accepted > 0) sections.push(readingsList(document, rules));
  return `${sections.join("\n\n")}\n`;
}

type Named = readonly (readonly [string, Figures])[];

function kindsTable(all: Named): string {
  const visits = table(
    "Visits",
    ["provider", "visits", "delivered", "open", "missed", "excused", "not req.", "undet.", "too few"],
    all.map(([name, f]) => [name, count(f.visits), count(f.delivered), count(f.open), count(f.missed), count(f.excused), count(f.notRequired), count(f.undetermined), count(f.understaffed)]),
  );
  return `${visits}\n${wrapped("open: a log-out is missing; not req.: not required; undet.: cannot be determined; too few: fewer different carers came than required; a visit counted there is counted under delivered or open too", "", "")}`;
}

function punctualityTable(callType: string, all: Named, { council }: Rules, lacking: boolean): string {
  const target = all[0]![1].punctuality[callType]!.target;
  const untested = council.punctuality.versions.every(({ callTypes }) => callTypes[callType] === null);
  const shares = table(
    `Punctuality, ${callType} calls${targetText(target, lacking)}`,
    ["provider", "assessed", "on time", "early", "late", "not assessable", "share", "met"],
    all.map(([name, f]) => {
      const p = f.punctuality[callType]!;
      return [name, count(p.assessed), count(p.onTime), count(p.early), count(p.late), count(p.notAssessable), percent(p), metText(p)];
    }),
  );
  return untested ? `${shares}\nthe council does not test these calls` : shares;
}

function continuityTable(all: Named, { council }: Rules, lacking: boolean): string {
  const unasked = council.continuity.versions.every((terms) => terms.kind === "measure" || (terms.kind === "share" && terms.atLeast === null));
  const shares = table(
    `Continuity of care${targetText(all[0]![1].continuity.target, lacking)}`,
    ["provider", "windows", "within", "share", "met"],
    all.map(([name, { continuity: c }]) => [name, count(c.windows), count(c.within), percent(c), metText(c)]),
  );
  return unasked ? `${shares}\nthe council sets no limit: windows are measured, and none is within or over` : shares;
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

/** `withoutRule`: of each row, the visits that are in no amount because a rule is not in force. */
function paymentTable(all: Named, withoutRule: readonly number[]): string {
  const some = withoutRule.some((visits) => visits > 0);
  const sums = table(
    "Payment",
    ["provider", "carers paid", "hours paid", "amount", ...(some ? ["cannot be determined"] : [])],
    all.map(([name, { payment: p }], i) => {
      const nothingSummed = withoutRule[i]! > 0 && p.attendances === 0;
      return [name, count(p.attendances), hours(p.minutesPaid), nothingSummed ? "–" : `£${grouped(p.amount)}`, ...(some ? [`${count(withoutRule[i]!)} visits`] : [])];
    }),
  );
  return some ? `${sums}\n${wrapped("cannot be determined: visits for which a rule that their payment needs is not in force, or several are; what is due for them is in no amount", "", "")}` : sums;
}

function findingsList({ findings }: MonthDocument, firstRows: ReadonlyMap<string, RowFinding>): string {
  if (findings.length === 0) return "Findings: none";
  const lines = findings.map(({ code, severity, of, count: n }) => {
    const first = firstRows.get(code);
    const where = first === undefined || first.row === 1 ? "" : ` (first in row ${first.row})`;
    return `${wrapped(`${count(n)} ${of}: ${severity} ${code}${where}. ${FINDINGS[code].says}`, "  ", "    ")}`;
  });
  return ["Findings", ...lines].join("\n");
}

function readingsList(document: MonthDocument, rules: Rules): string {
  const readings = readingsOf(rules.council);
  const known = new Map(readings.map((reading) => [reading.reading, reading]));
  const counted = document.restsOn.map(({ reading, count: n }) => wrapped(`${count(n).padStart(7)}  ${adoptedText(known.get(reading)!)}`, "  ", "           "));
  const others = readings.filter(({ reading }) => !document.restsOn.some((counting) => counting.reading === reading)).map((reading) => wrapped(adoptedText(reading), "  ", "    "));
  const silent = `Readings: where ${rules.council.name}'s documents are silent or contradict themselves, what was adopted, and how many visits would come out otherwise under another choice`;
  return [wrapped(silent, "", ""), ...counted, "", "Shares, windows and amounts rest on these, too, without a count of visits:", ...others].join("\n");
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
