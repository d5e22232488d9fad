// The same month in parts: each part holds all rows of its service users, and all are given the same period.
import { createReadStream } from "node:fs";
import { type Month, assessExport, compile, emptyMonth, leicester, mergeMonths, monthDocument } from "homecare-rules";

const rules = compile(leicester);
const period = { firstDay: "2026-03-16", lastDay: "2026-04-12" } as const;

/** The rows of every service user whose number leaves this rest when divided by three. */
async function* part(rest: number): AsyncGenerator<Uint8Array> {
  let text = "";
  for await (const chunk of createReadStream("examples/export.csv", "utf8")) text += chunk;
  const [heading, ...rows] = text.trimEnd().split("\n");
  yield new TextEncoder().encode([heading, ...rows.filter((row) => Number(row.split(",")[1]!.slice(2)) % 3 === rest)].join("\n"));
}

let whole: Month<"standard" | "critical"> = emptyMonth(rules, period);
for (const rest of [2, 0, 1]) whole = mergeMonths(whole, await assessExport(() => part(rest), rules, { period }));

const inOne = await assessExport(() => createReadStream("examples/export.csv"), rules, { period });
console.log(JSON.stringify(monthDocument(whole, rules)) === JSON.stringify(monthDocument(inOne, rules)));

// prints
// true
