// Was this visit late, what is it paid, and why?
import { assessVisit, compile, leicester } from "homecare-rules";

const rules = compile(leicester);

const { kind, punctuality, payment, restsOn } = assessVisit(
  {
    callType: "critical",
    carersRequired: 2,
    plannedStart: "2026-10-25T08:00", // London wall time; the clocks went back in the night
    plannedEnd: "2026-10-25T08:30",
    attendances: [
      { carer: "C1", logIn: "2026-10-25T08:01:30", logOut: "2026-10-25T08:42:10" },
      { carer: "C2", logIn: "2026-10-25T08:16:00", logOut: "2026-10-25T08:41:59" },
    ],
  },
  rules,
);

console.log(kind.kind, punctuality.class, "seconds" in punctuality ? punctuality.seconds : "no arrival");
for (const line of payment.lines) {
  if (line.kind === "paid") console.log(`${line.carer}: ${line.minutes} minutes there, ${line.minutesPaid} paid, £${line.amount}`);
  else console.log(`${line.carer}: ${line.kind === "unpaid" ? `unpaid, ${line.reason}` : "paid with its group"}`);
}
console.log(restsOn.map(({ reading, adopted }) => `${reading}: ${adopted}`).join("; "));

// prints
// delivered late 960
// C1: 40 minutes there, 30 paid, £7.005
// C2: 25 minutes there, 15 paid, £3.5025
// arrival: together; part-minutes: dropped; per-carer: each-carer
