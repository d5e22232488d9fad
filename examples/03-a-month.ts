// A provider's month from an ECM export, read as a stream.
import { createReadStream } from "node:fs";
import { assessExport, compile, leicester, monthDocument } from "homecare-rules";

const rules = compile(leicester);
const month = await assessExport(() => createReadStream("examples/export.csv"), rules);
const { period, rows, providers } = monthDocument(month, rules);

console.log(`${period!.firstDay} to ${period!.lastDay}: ${rows.accepted} rows accepted, ${rows.rejected} rejected`);
for (const { provider, visits, punctuality, payment } of providers) {
  console.log(`${provider}: ${visits} visits, standard calls ${punctuality.standard.share} on time, £${payment.amount}`);
}

// prints
// 2026-03-16 to 2026-04-12: 2181 rows accepted, 0 rejected
// P01: 504 visits, standard calls 0.9525 on time, £3527.02
// P02: 840 visits, standard calls 0.9228 on time, £6013.79
// P03: 672 visits, standard calls 0.9513 on time, £5677.55
