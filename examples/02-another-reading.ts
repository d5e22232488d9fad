// What would another reading of the contract have paid?
import { assessVisit, compile, leicester, readingsOf, withReading } from "homecare-rules";

const visit = {
  callType: "standard",
  plannedStart: "2026-03-16T08:00",
  plannedEnd: "2026-03-16T09:30",
  attendances: [{ carer: "C1", logIn: "2026-03-16T08:00:00", logOut: "2026-03-16T09:32:30" }],
} as const;

const beyond = readingsOf(leicester).find(({ reading }) => reading === "beyond-the-hour")!;
console.log(beyond.silent);
for (const { choice, says } of beyond.choices) {
  const { minutesPaid } = assessVisit(visit, compile(withReading(leicester, "beyond-the-hour", choice))).payment;
  console.log(`${choice}: ${minutesPaid} minutes. ${says}`);
}

// prints
// The last band has no end and pays an hour, however long the call.
// steps: 90 minutes. The steps of 15 minutes go on: 56 to 70 pays 60, 71 to 85 pays 75, 86 to 100 pays 90, and so on.
// cap: 60 minutes. An hour is the most that is paid, as literally written.
// whole-hours: 90 minutes. Whole hours are paid, plus the band of the rest; a rest of 0 adds nothing.
