import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { exportOf, row } from "../ecm/exports.ts";
import { run, testFolder } from "./run.ts";
import { SMALL } from "./small.ts";

const folder = testFolder();
const small = folder.file("small.csv", SMALL);

it("--visits writes a row a visit beside the table: what it is, how late, what is paid, on which readings", async () => {
  const file = join(folder.path, "visits.csv");
  const { out, exit } = await run(small, "--visits", file);
  expect(exit).toBe(1);
  expect(out).toBe((await run(small)).out);
  expect(readFileSync(file, "utf8")).toBe(
    `provider_id,visit_id,service_user_id,planned_start,priority,kind,kind_reason,punctuality,punctuality_reason,seconds_late,carers_required,carers_came,minutes_there,minutes_paid,amount,not_paid,undetermined,rests_on,incentives
P1,V1,SU1,2026-07-01T09:00:00+01:00,standard,delivered,,on-time,,300,1,1,26,30,7.005,,,,
P1,V2,SU2,2026-07-01T12:00:00+01:00,standard,open,,early,,-1860,1,1,,,,log-out-missing,log-out-missing,,
P1,V3,,2026-07-01,,undetermined,rejected-row,,,,,,,,,,rejected-row,,
P2,V1,SU3,2026-07-01T12:00:00+01:00,critical,delivered,,late,,960,1,1,56,60,14.01,,,exactly-56=hour,
P2,V2,SU3,2026-07-01T17:00:00+01:00,standard,excused,hospital,not-assessable,not-delivered,,1,0,,0,0.00,not-attended,,undelivered=nothing,
`,
  );
});

it("ids stand in quotation marks where their letters ask for them", async () => {
  const file = join(folder.path, "odd.csv");
  await run(folder.file("odd-export.csv", exportOf(row({ visit_id: 'a "b", c' }))), "--visits", file);
  expect(readFileSync(file, "utf8").split("\n")[1]).toMatch(/^P1,"a ""b"", c",SU1,/);
});

it("is refused where it would write over the export or the page, or cannot be written or read again", async () => {
  const nowhere = join(folder.path, "nowhere", "visits.csv");
  const page = join(folder.path, "one.html");
  expect((await run(small, "--visits", small)).problem).toBe(`assess: --visits would write over the export ${small}`);
  expect((await run(small, "--visits", page, "--html", page)).problem).toBe(`assess: --html and --visits would write the same file ${page}`);
  expect((await run(small, "--visits", folder.path)).problem).toBe(`assess: --visits takes the name of a file to write, and ${folder.path} is a folder`);
  expect((await run(small, "--html", folder.path)).problem).toBe(`assess: --html takes the name of a file to write, and ${folder.path} is a folder`);
  expect((await run("-", "--visits", page)).problem).toBe("assess: --visits reads the export once more, so it cannot come from standard input. Save it to a file");
  expect((await run(small, "--visits", nowhere)).problem).toBe(`${nowhere}: there is no folder ${join(folder.path, "nowhere")}`);
  expect([existsSync(page), existsSync(nowhere)]).toEqual([false, false]);
});
