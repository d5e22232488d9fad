// Who would lose their place if the scrutiny commission's recommendation replaced the council's proposal?
import { leicesterEligibility, readCqcRecords, whoFlips } from "homecare-rules";

const location = (locationId: string, overall: string, wellLed: string, reportDate: string): object => ({
  locationId,
  registrationStatus: "Registered",
  dormancy: "N",
  regulatedActivities: [{ name: "Personal care", code: "RA1" }],
  currentRatings: { overall: { rating: overall, reportDate, keyQuestionRatings: [{ name: "Well-led", rating: wellLed, reportDate }] } },
});

const { records } = readCqcRecords([
  location("1-101", "Good", "Good", "2024-05-20"),
  location("1-102", "Requires improvement", "Good", "2025-02-11"),
  location("1-103", "Good", "Requires improvement", "2023-10-03"),
  location("1-104", "Not Rated", "Not Rated", "2025-06-30"),
]);
const [proposed, recommended] = leicesterEligibility.versions;
const { flips, same } = whoFlips(records, "2026-03-16", proposed!, recommended!);

for (const { provider, from, to } of flips) {
  console.log(`${provider}: ${from.kind} -> ${to.kind}`);
  for (const { condition, source, evidenceDay } of [...from.because, ...to.because]) console.log(`  ${condition}, rated ${evidenceDay} (${source!.clause})`);
}
console.log(`${same} keep their answer`);

// prints
// 1-102: eligible-with-conditions -> ineligible
//   overall, rated 2025-02-11 (In response to questions, CQC ratings)
//   overall, rated 2025-02-11 (Agreed, 2)
// 1-103: ineligible -> eligible
//   well-led, rated 2023-10-03 (In response to questions, CQC ratings)
// 2 keep their answer
