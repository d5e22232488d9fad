import { describe, expect, it } from "vitest";
import { type LeicesterCallType, type Month, type Rules, assessExport, compile, emptyMonth, leicester, mergeMonths, monthPage, withReading } from "../../src/index.js";
import { exportOf, row } from "../ecm/exports.ts";
import { bytesOf } from "../helpers.js";
import { randomMonth } from "../second-reckoning/random-month.ts";
import { drawing, elements, tableRows, textOf } from "./page.ts";

const rules = compile(leicester);

async function monthOf(csv: string, read: Rules<LeicesterCallType> = rules): Promise<Month<LeicesterCallType>> {
  return assessExport(() => bytesOf(csv), read);
}

describe("the month as a page", () => {
  it("stands by itself: no script, no link out, nothing loaded, and says so to the browser", async () => {
    const page = monthPage(await monthOf(randomMonth(3, {})), rules);
    expect(page).not.toMatch(/<script|<link|<img|<iframe|@import|url\(|https?:|\bsrc=|\bon\w+=/i);
    expect(page).toContain(`<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`);
    expect([...page.matchAll(/href="([^"]*)"/g)].every(([, target]) => target!.startsWith("#"))).toBe(true);
    expect(page).toContain('<html lang="en-GB">');
    expect(page).toContain('<meta name="viewport" content="width=device-width, initial-scale=1">');
  });

  it("is the same bytes for the same month, whole or merged from parts", async () => {
    const csv = randomMonth(5, { contradictory: false, serviceUsers: 8 });
    const month = await monthOf(csv);
    expect(monthPage(await monthOf(csv), rules)).toBe(monthPage(month, rules));
    const { firstDay, lastDay } = month.period!;
    const period = { firstDay, lastDay };
    const [heading, ...lines] = csv.trimEnd().split("\n");
    const user = heading!.split(",").indexOf("service_user_id");
    // A part holds all rows of its service users.
    const half = (line: string): number => Number(/\d/.exec(line.split(",")[user] ?? "")?.[0] ?? 0) % 2;
    const [one, other] = [0, 1].map((which) => [heading!, ...lines.filter((line) => half(line) === which)].join("\n"));
    const [a, b] = await Promise.all([one!, other!].map((part) => assessExport(() => bytesOf(part), rules, { period })));
    expect([a!, b!].map(({ rows: { accepted } }) => accepted > 10)).toEqual([true, true]);
    const whole = await assessExport(() => bytesOf([heading!, ...lines].join("\n")), rules, { period });
    const merged = mergeMonths(a!, b!);
    // Each part can be in the order of its days where the whole is not, and the page says so.
    expect(monthPage({ ...merged, order: whole.order }, rules)).toBe(monthPage(whole, rules));
  });

  it("every drawing has a title and a description that label it; every id stands once, and every reference leads to one", async () => {
    const page = monthPage(await monthOf(randomMonth(3, {})), rules);
    const drawings = elements(page, "svg");
    expect(drawings.length).toBeGreaterThan(8);
    for (const { attributes, inside } of drawings) {
      expect(textOf(elements(inside, "title")[0]!.inside)).not.toBe("");
      if (attributes.includes("aria-hidden")) continue;
      const [, title, says] = /role="img".* aria-labelledby="([^ "]+) ([^ "]+)"/.exec(attributes)!;
      expect(inside).toContain(`<title id="${title!}">`);
      expect(inside).toContain(`<desc id="${says!}">`);
    }
    const ids = [...page.matchAll(/\bid="([^"]+)"/g)].map((match) => match[1]!);
    expect(new Set(ids).size).toBe(ids.length);
    const named = [...page.matchAll(/(?:aria-labelledby|href)="#?([^"]+)"/g)].flatMap((match) => match[1]!.split(" "));
    expect(named.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it("can be used by keyboard: a way past the head, tables that scroll take the focus", async () => {
    const page = monthPage(await monthOf(randomMonth(3, {})), rules);
    expect(page.indexOf('<a class="skip" href="#content">')).toBeLessThan(page.indexOf("<header>"));
    expect(page).toContain('<main id="content">');
    const tables = page.match(/<table\b/g)!.length;
    expect(page.match(/<div class="scroll" role="region" aria-labelledby="[^"]+" tabindex="0"><table/g)).toHaveLength(tables);
    expect(page.match(/<tr><th scope="row">/g)!.length).toBeGreaterThan(tables);
  });

  it("nothing that is not there reaches it", async () => {
    for (const csv of [randomMonth(3, {}), randomMonth(8, {}), exportOf(row())]) {
      const page = monthPage(await monthOf(csv), rules);
      expect(textOf(page.replace(/<style>[\s\S]*<\/style>/, ""))).not.toMatch(/undefined|null|NaN|\[object|Infinity/);
    }
  });

  it("names every rule with its quotation, the document once, and the unstated days once", async () => {
    const plain = textOf(monthPage(await monthOf(exportOf(row())), rules));
    for (const clause of ["punctuality", "targets", "attendance", "paidMinutes", "basis", "rate", "statement", "continuity"] as const) {
      for (const { source, alsoSee } of leicester[clause].versions) for (const { quote } of [source, ...(alsoSee ?? [])]) expect(plain).toContain(quote);
    }
    expect(plain.match(/answer to a Freedom of Information request/g)).toHaveLength(1);
    expect(plain.match(/reading applies = as-asked/g)).toHaveLength(1);
  });
});

describe("under other terms", () => {
  it("a month without a row says so, and draws no figures", () => {
    const page = monthPage(emptyMonth(rules, null), rules);
    expect(page).toContain("No row was accepted: there is no period, and nothing to assess.");
    expect(page).not.toContain('id="standings"');
    expect(page).toContain('id="sources"');
  });

  it("shares of service users are called so; a council without targets has none drawn", async () => {
    const csv = randomMonth(9, { serviceUsers: 6, days: 30 });
    const users = compile(withReading(leicester, "continuity-base", "service-users"));
    expect(monthPage(await monthOf(csv, users), users)).toContain("Service users within and over");
    const [targets] = leicester.targets.versions;
    const none = compile({ ...leicester, targets: { versions: [{ ...targets!, punctuality: { standard: null, critical: null }, continuity: null }] } });
    const page = monthPage(await monthOf(csv, none), none);
    expect(page).toContain("The council sets no target.");
    expect(page).not.toMatch(/class="(target|unmet)"/);
  });

  it("limits that end inside a stretch colour it as neither; limits past the drawing are drawn at its end", async () => {
    const [punctuality] = leicester.punctuality.versions;
    const odd = compile({ ...leicester, punctuality: { versions: [{ ...punctuality!, callTypes: { standard: { early: 12, late: 12 }, critical: { early: 200, late: 200 } } }] } });
    const csv = exportOf(row({ actual_start: "2026-07-01T09:11" }), row({ visit_id: "V2", actual_start: "2026-07-01T09:14" }), row({ visit_id: "V3", actual_start: "2026-07-01T09:16" }), row({ visit_id: "V4", priority: "critical" }));
    const page = monthPage(await monthOf(csv, odd), odd);
    expect(drawing(page, "arrivals-1")).toContain('<rect class="mixed"');
    expect(drawing(page, "arrivals-1")).toContain('<rect class="beyond"');
    expect(drawing(page, "arrivals-2")).toContain('<line class="limit" x1="0.000%" x2="0.000%"');
    expect(drawing(page, "arrivals-2")).toContain('<line class="limit" x1="100.000%" x2="100.000%"');
  });

  it("a rule that is not in force on the last day is said in the sources; two documents are each named", async () => {
    const [continuity] = leicester.continuity.versions;
    const [rate] = leicester.rate.versions;
    const later = compile({
      ...leicester,
      continuity: { versions: [{ ...continuity!, firstDay: "2030-01-01" }] },
      rate: { versions: [{ ...rate!, authority: "trial", source: { ...rate!.source, document: "A letter", published: "1 May 2026" } }] },
    });
    const plain = textOf(monthPage(await monthOf(exportOf(row()), later), later));
    expect(plain).toContain("Leicester City Council's rule is not in force yet: its first day is Tuesday 1 January 2030.");
    expect(plain).toContain("A letter (1 May 2026), Q14");
    expect(plain).toContain("It is a trial: it is being tried with some providers.");
    expect(plain).not.toContain("Every rule is from one document");
  });
});

describe("whatever an id holds", () => {
  const HOSTILE = [
    "<script>alert(1)</script>",
    '"onload="alert(1)',
    "';--&amp;<b>x</b>",
    "]]></svg><img src=x onerror=alert(1)>",
    "</style><script>x</script>",
    "\u202egnol\u202c",
    "a\u0007b\u001b[31m",
    "line\nbreak",
    "x".repeat(300),
    "👩\u200d⚕️ مقدم الرعاية",
  ];

  it("it is text, and nothing else: no element, no control character, no turn of direction", async () => {
    const csv = exportOf(...HOSTILE.map((id, i) => row({ provider_id: id, visit_id: `V${i}`, service_user_id: id, carer_id: id })));
    const plainCsv = exportOf(...HOSTILE.map((_, i) => row({ provider_id: `P${i}`, visit_id: `V${i}` })));
    const finding = (value: string, i: number) => ({ code: "unknown-outcome", row: i + 2, column: value, value }) as const;
    const page = monthPage(await monthOf(csv), rules, { findings: HOSTILE.map(finding) });
    const plain = monthPage(await monthOf(plainCsv), rules, { findings: HOSTILE.map((_, i) => finding("x", i)) });
    const skeleton = (html: string): string[] => [...html.matchAll(/<\/?([a-z!][a-z0-9]*)/gi)].map((match) => match[1]!);
    expect(skeleton(page), "the same elements as with plain ids").toEqual(skeleton(plain));
    expect(page).not.toMatch(/<script|<img|="alert/);
    expect([...page].filter((letter) => /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(letter) && letter !== "\n")).toEqual([]);
    const names = tableRows(page, "glance").slice(1, -1).map(([name]) => name);
    expect(names.toSorted()).toEqual(["<script>alert(1)</script>", '"onload="alert(1)', "';--&amp;<b>x</b>", "]]></svg><img src=x onerror=alert(1)>", "</style><script>x</script>", "\ufffdgnol\ufffd", "a\ufffdb\ufffd[31m", "line\ufffdbreak", "x".repeat(300), "👩\u200d⚕️ مقدم الرعاية"].toSorted());
  });

  it("a long one is cut in drawings, and whole in tables", async () => {
    const page = monthPage(await monthOf(exportOf(row({ provider_id: "x".repeat(300) }))), rules);
    expect(drawing(page, "standing-1")).toContain(`>${"x".repeat(23)}…</text>`);
    expect(tableRows(page, "glance")[1]![0]).toBe("x".repeat(300));
  });
});
