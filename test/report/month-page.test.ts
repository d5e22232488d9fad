import { describe, expect, it } from "vitest";
import { assessExport, compile, emptyMonth, leicester, mergeMonths, monthDocument, monthPage } from "../../src/index.js";
import { bytesOf } from "../helpers.js";
import { randomMonth } from "../second-reckoning/random-month.ts";

const HEADING = "visit_id,service_user_id,provider_id,priority,carers_required,planned_start,planned_end,carer_id,actual_start,actual_end,outcome,capture_method";
const HOSTILE = `<script>alert("1")</script>&'`;
const rules = compile(leicester);

async function pageOf(csv: string): Promise<string> {
  return monthPage(await assessExport(bytesOf(csv), rules), rules);
}

describe("the month as a page", () => {
  it("stands by itself: one document, no script, nothing fetched", async () => {
    const page = await pageOf(randomMonth(7));
    expect(page.startsWith("<!doctype html>")).toBe(true);
    expect(page).not.toMatch(/<script|<link|<img|@import|url\(|\ssrc=|https?:\/\/(?!www\.w3\.org)/i);
  });

  it("escapes whatever an id contains", async () => {
    const quoted = `"${HOSTILE.replaceAll('"', '""')}"`;
    const page = await pageOf(`${HEADING}\nV1,SU1,${quoted},standard,1,2026-03-16T08:00,2026-03-16T08:30,C1,2026-03-16T08:00,2026-03-16T08:30,,app\n`);
    expect(page).not.toContain("<script");
    expect(page).toContain("&lt;script&gt;");
  });

  it("every picture has a title, and every figure of the document stands in it", async () => {
    const month = await assessExport(bytesOf(randomMonth(11)), rules);
    const page = monthPage(month, rules);
    const pictures = page.match(/<svg[\s\S]*?<\/svg>/g)!;
    expect(pictures.length).toBeGreaterThan(3);
    for (const picture of pictures) expect(picture).toMatch(/<title[^>]*>[^<]+<\/title>/);
    const { providers, total } = monthDocument(month, rules);
    for (const { payment } of [...providers, total]) expect(page).toContain(`£${payment.amount.replace(/\B(?=(\d{3})+\.)/g, ",")}`);
  });

  it("is made of the same bytes for the same month, in one piece or merged with nothing", async () => {
    const period = { firstDay: "2026-03-16", lastDay: "2026-04-12" } as const;
    const month = await assessExport(bytesOf(randomMonth(3, { firstDay: "2026-03-16", days: 20 })), rules, { period });
    expect(monthPage(mergeMonths(emptyMonth(rules, period), month), rules)).toBe(monthPage(month, rules));
  });

  it("has something to say of a month without a row", () => {
    expect(monthPage(emptyMonth(rules, null), rules)).toContain("Leicester City Council");
  });
});
