// What every runtime is asked: one visit and one small export, assessed. It gets the library and Temporal from outside, so
// that ES modules, CommonJS, bundles and browsers ask exactly the same.

/** The morning on which the clocks went forward, an arrival exactly 30 minutes late, 56 minutes, half a penny; nothing is rejected. */
export const EXPORT = `visit_id,service_user_id,provider_id,priority,carers_required,planned_start,planned_end,carer_id,actual_start,actual_end,outcome,capture_method
V1,SU1,P2,standard,1,2026-03-28T08:00Z,2026-03-28T08:30Z,C1,2026-03-28T08:30:00Z,2026-03-28T09:10:30Z,,app
V1,SU2,é1,critical,2,2026-03-28T09:00,2026-03-28T10:00,C1,2026-03-28T09:16:00+00:00,2026-03-28T09:57:00,,phone
V1,SU2,é1,critical,2,2026-03-28T09:00,2026-03-28T10:00,C2,2026-03-28T09:00:00,2026-03-28T09:56:00,,phone
V7,SU3,P10,standard,1,2026-03-29T00:45,2026-03-29T02:15,C3,2026-03-29T00:50:00,2026-03-29T02:10:00,,nfc
V2,SU1,P2,standard,1,2026-03-29T08:00+01:00,2026-03-29T08:30+01:00,,,,,
V3,SU1,P2,standard,1,2026-03-29T12:00,2026-03-29T12:30,,,,no-access,
V8,SU3,P10,standard,1,2026-03-30T07:00Z,2026-03-30T07:30Z,C3,2026-03-30T07:05:00Z,,,manual
`;

/** Two weeks from a Monday: one window of continuity. */
export const PERIOD = { firstDay: "2026-03-23", lastDay: "2026-04-05" };

/** The answers with each way of giving times; `null` for native Temporal where there is none. */
export async function probeAll(library, Polyfill) {
  const Native = globalThis.Temporal;
  return {
    "text and Date": await probe(library, timesAsText()),
    "temporal-polyfill": await probe(library, timesIn(Polyfill)),
    "native Temporal": Native === undefined ? null : await probe(library, timesIn(Native)),
  };
}

async function probe({ assessExport, assessVisit, compile, leicester, monthDocument }, { plannedStart, plannedEnd, logs }) {
  const rules = compile(leicester);
  const visit = assessVisit(
    {
      provider: "P1",
      id: "V1",
      serviceUser: "SU1",
      callType: "critical",
      carersRequired: 2,
      plannedStart,
      plannedEnd,
      attendances: [
        { carer: "C1", logIn: logs[0], logOut: logs[1] },
        { carer: "C2", logIn: logs[2], logOut: logs[3] },
      ],
    },
    rules,
  );
  const month = await assessExport(() => bytesOf(EXPORT), rules, { period: PERIOD });
  return `${JSON.stringify({ visit, document: monthDocument(month, rules) }, null, 2)}\n`;
}

/** In pieces of seven bytes, so that lines and letters are cut anywhere. */
async function* bytesOf(text) {
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += 7) yield bytes.subarray(at, at + 7);
}

function timesAsText() {
  return {
    plannedStart: "2026-03-29T08:00",
    plannedEnd: "2026-03-29T04:00-04:00",
    logs: [new Date("2026-03-29T07:15:01Z"), "2026-03-29T08:11:10Z", "2026-03-29T08:10:00", "2026-03-29T08:52:30"],
  };
}

function timesIn({ Instant, PlainDateTime, ZonedDateTime }) {
  return {
    plannedStart: PlainDateTime.from("2026-03-29T08:00"),
    plannedEnd: ZonedDateTime.from("2026-03-29T04:00-04:00[America/New_York]"),
    logs: [
      Instant.from("2026-03-29T07:15:01Z"),
      ZonedDateTime.from("2026-03-29T09:11:10+01:00[Europe/London]"),
      ZonedDateTime.from("2026-03-29T12:55:00+05:45[Asia/Kathmandu]"),
      PlainDateTime.from("2026-03-29T08:52:30"),
    ],
  };
}
