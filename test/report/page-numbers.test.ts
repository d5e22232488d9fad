import { describe, expect, it } from "vitest";
import { type Figures, assessExport, compile, leicester, monthDocument, monthPage } from "../../src/index.js";
import { ARRIVAL_BINS } from "../../src/performance/arrivals.js";
import { undeterminedPayments } from "../../src/month/document.js";
import { counted, grouped, poundsWords, shareWords } from "../../src/shared/words.js";
import { bytesOf } from "../helpers.js";
import { randomMonth } from "../second-reckoning/random-month.ts";
import { drawing, elements, tableRows, textOf } from "./page.ts";

const rules = compile(leicester);
const csv = randomMonth(9, { serviceUsers: 12, days: 30 });
const month = await assessExport(() => bytesOf(csv), rules);
const page = monthPage(month, rules);
const document = monthDocument(month, rules);
const all: readonly (readonly [string, Figures<"standard" | "critical">])[] = [...document.providers.map((each) => [each.provider, each] as const), ["All", document.total]];

function share({ share: value, met }: { readonly share: string | null; readonly met: boolean | null }): string {
  return value === null ? "–" : `${shareWords(value).replace(" ", "\u00a0")}${met === null ? "" : met ? " ✓ (met)" : " ✗ (not met)"}`;
}

const numbers = (...counts: readonly number[]): string[] => counts.map(grouped);

/** What stands behind an amount on the page where of some visits it is not known. */
function undetermined(name: string): string {
  const visits = undeterminedPayments(document, name === "All" ? undefined : name);
  return visits === 0 ? "" : ` (${counted(visits, "visit")} not determined)`;
}

describe("the numbers on the page are those of the document", () => {
  it("the providers side by side", () => {
    expect(tableRows(page, "glance").slice(1)).toEqual(
      all.map(([name, { visits, missed, punctuality, continuity, payment }]) => [name, ...numbers(visits, missed), share(punctuality.standard), share(punctuality.critical), share(continuity), `${poundsWords(payment.amount!)}${undetermined(name)}`]),
    );
  });

  it.each(["standard", "critical"] as const)("punctuality of %s calls", (callType) => {
    expect(tableRows(page, `punctuality-${callType === "standard" ? 1 : 2}-table`).slice(1)).toEqual(
      all.map(([name, { punctuality: { [callType]: p } }]) => [name, ...numbers(p.assessed, p.onTime, p.early, p.late, p.notAssessable), share(p)]),
    );
  });

  it("continuity, kinds and payment", () => {
    expect(tableRows(page, "continuity-table").slice(1)).toEqual(all.map(([name, { continuity: c }]) => [name, ...numbers(c.windows, c.within, c.windows - c.within), share(c)]));
    expect(tableRows(page, "kinds-table").slice(1)).toEqual(all.map(([name, f]) => [name, ...numbers(f.visits, f.delivered, f.open, f.missed, f.excused, f.notRequired, f.undetermined, f.understaffed)]));
    expect(tableRows(page, "payment-table").slice(1)).toEqual(
      all.map(([name, { payment: p }]) => [name, poundsWords(p.amount!), counted(undeterminedPayments(document, name === "All" ? undefined : name), "visit"), `${grouped(Math.floor(p.minutesPaid / 60))}:${String(p.minutesPaid % 60).padStart(2, "0")}`, grouped(p.attendances)]),
    );
  });

  it("the visits that rest on each reading", () => {
    expect(tableRows(page, "readings-table").slice(1)).toEqual(document.restsOn.map(({ reading, count }) => [reading, rules.visitReadings.find((known) => known.reading === reading)!.adopted, grouped(count)]));
  });
});

describe("the drawings are of the numbers in the tables", () => {
  const counts = tableRows(page, "arrivals-table").slice(1);

  it.each([
    ["standard", 1, 30],
    ["critical", 2, 15],
  ] as const)("every assessed arrival of %s calls once, the limits where they are, what is beyond in their colour", (callType, place, limit) => {
    expect(counts).toHaveLength(ARRIVAL_BINS);
    const of = (cells: readonly string[]): number => Number(cells[place]!.replace(",", ""));
    const { assessed, early, late } = document.total.punctuality[callType];
    expect(counts.reduce((sum, cells) => sum + of(cells), 0)).toBe(assessed);
    const inside = drawing(page, `arrivals-${place}`);
    const bars = elements(inside, "rect").map((bar) => ({ ...bar, says: textOf(bar.inside) }));
    expect(bars.map(({ says }) => says)).toEqual(counts.filter((cells) => of(cells) > 0).map((cells) => `${cells[0]!}: ${cells[place]!}`));
    const beyond = bars.filter(({ attributes }) => attributes.includes('"beyond"')).reduce((sum, { says }) => sum + Number(says.split(": ")[1]!.replace(",", "")), 0);
    expect(beyond).toBe(early + late);
    // 38 stretches, the first without a beginning: the limits of Leicester lie on the edges of stretches.
    for (const at of [19 - limit / 5, 19 + limit / 5]) expect(inside).toContain(`<line class="limit" x1="${((100 * at) / 38).toFixed(3)}%"`);
    expect(inside).toContain(`${limit} late</text>`);
  });

  it("a provider's dot is where its share is, filled where the target is met, and the target is drawn on every line", () => {
    const inside = drawing(page, "standing-2");
    const dots = [...inside.matchAll(/<circle class="(\w+)" cx="([\d.]+)%"/g)].map(([, look, at]) => `${at!} ${look!}`);
    const shares = all.map(([, { punctuality }]) => punctuality.critical).filter(({ share: value }) => value !== null);
    expect(dots).toEqual(shares.map(({ share: value, met }) => `${(Number(value) * 100).toFixed(2)} ${met === true ? "met" : "unmet"}`));
    expect(inside.match(/<line class="target" x1="90%" x2="90%"/g)).toHaveLength(all.length);
    expect(inside).toContain("target 90 %</text>");
  });

  it("bars are as long as their share of the longest", () => {
    const widths = [...drawing(page, "payment-bars").matchAll(/width="([\d.]+)%"/g)].map(([, width]) => Number(width));
    const amounts = document.providers.map(({ payment }) => Number(payment.amount)).filter((amount) => amount > 0);
    const most = Math.max(...amounts);
    expect(widths).toHaveLength(amounts.length);
    for (const [i, width] of widths.entries()) expect(width).toBeCloseTo((100 * amounts[i]!) / most, 2);
  });
});
