import type { AttendanceTerms } from "../assessment/attendance.js";
import type { PunctualityTerms } from "../assessment/punctuality.js";
import type { LinearContinuity } from "../continuity/terms.js";
import type { Clause } from "../contract/clause.js";
import type { Document } from "../contract/source.js";
import type { BasisTerms } from "../payment/basis.js";
import type { RowsTerms } from "../payment/paid-minutes.js";
import type { OneRateTerms } from "../payment/rate.js";
import type { StatementTerms } from "../payment/statement.js";
import type { TargetTerms } from "../performance/standing.js";
import type { Council } from "../rules/council.js";

/** Leicester's call types, in the council's words. */
export type LeicesterCallType = "standard" | "critical";

/** Leicester City Council's home-care contract, as far as its published documents say. */
export interface Leicester extends Council<LeicesterCallType> {
  readonly punctuality: Clause<PunctualityTerms<LeicesterCallType>>;
  readonly targets: Clause<TargetTerms<LeicesterCallType>>;
  readonly attendance: Clause<AttendanceTerms>;
  readonly paidMinutes: Clause<RowsTerms>;
  readonly basis: Clause<BasisTerms>;
  readonly rate: Clause<OneRateTerms>;
  readonly statement: Clause<StatementTerms>;
  readonly continuity: Clause<LinearContinuity>;
}

const foi: Document = {
  document: "Leicester City Council, answer to a Freedom of Information request on domiciliary care services",
  published: "undated",
};

/**
 * Leicester City Council: the answer to a Freedom of Information request, Q1 to Q18. The document has no date and none of
 * its rules has a day, so each is unstated. Where it is silent, the reading adopted is named, with its other choices.
 *
 * @example
 * ```ts
 * leicester.rate.versions[0]!.hourly; // => "14.01"
 * ```
 */
export const leicester: Leicester = {
  id: "leicester",
  name: "Leicester City Council",
  nation: "england-and-wales",
  callTypes: ["standard", "critical"],

  punctuality: {
    versions: [
      {
        firstDay: "unstated",
        lastDay: "unstated",
        authority: "agreed",
        source: {
          ...foi,
          clause: "Q13",
          quote: "Early / Late Calls – No more than 15 minutes early / late for critical calls & no more than 30 minutes early / late for standard calls.",
        },
        alsoSee: [
          {
            ...foi,
            clause: "Q11",
            quote: "Number of early / late calls – no more than 30 minutes (15 minutes for critical calls) early or late based on the agreed start time.",
          },
          { ...foi, clause: "Q7", quote: "We commission a time, but the provider is expected to meet the call within 15 minutes" },
        ],
        callTypes: { standard: { early: 30, late: 30 }, critical: { early: 15, late: 15 } },
        arrival: "together",
        tooFewCarers: "not-assessable",
        readings: {
          tolerance: {
            silent: "Q7 expects every call within 15 minutes; Q11 and Q13 allow a standard call 30. Part-minutes are not mentioned.",
            adopted: "30-and-15",
            because: "Q11 and Q13 name the limits as the measure and say them twice; Q7 names an expectation.",
            choices: {
              "30-and-15": {
                says: "30 minutes for standard calls and 15 for critical ones (Q11, Q13), included and compared to the second.",
                set: { callTypes: { standard: { early: 30, late: 30 }, critical: { early: 15, late: 15 } } },
              },
              "15-for-every-call": {
                says: "15 minutes for every call (Q7), included and compared to the second.",
                set: { callTypes: { standard: { early: 15, late: 15 }, critical: { early: 15, late: 15 } } },
              },
            },
          },
          arrival: {
            silent: "The council's answer does not say when a call for two carers starts.",
            adopted: "together",
            because: "A call for two carers cannot begin as planned while one of them is missing.",
            choices: {
              together: { says: "The call starts at the first moment the required number of different carers is logged in together.", set: { arrival: "together" } },
              "last-carer": { says: "The call starts when the last of the required carers first logs in.", set: { arrival: "last-carer" } },
              "first-carer": { says: "The call starts when the first carer logs in.", set: { arrival: "first-carer" } },
            },
          },
          "too-few-carers": {
            silent: "The council's answer does not say whether a call is on time that never had its carers together.",
            adopted: "not-assessable",
            because: "Calling it late or on time would say what the record does not show.",
            choices: {
              "not-assessable": { says: "The call's punctuality is not assessable; it is counted apart.", set: { tooFewCarers: "not-assessable" } },
              "last-arrival": { says: "The call is judged by the last carer who came.", set: { tooFewCarers: "last-arrival" } },
              late: { says: "The call is late.", set: { tooFewCarers: "late" } },
            },
          },
        },
      },
    ],
  },

  targets: {
    versions: [
      {
        firstDay: "unstated",
        lastDay: "unstated",
        authority: "agreed",
        source: {
          ...foi,
          clause: "Q11",
          quote:
            "Targets were originally set for providers to meet these targets 100% of the time, however, the Council assessed this as being unachievable and now monitor on a 80% achievement rate for all but the critical call standard (which is 90%)",
        },
        punctuality: { standard: "0.80", critical: "0.90" },
        continuity: "0.80",
        punctualityBase: "assessable",
        readings: {
          targets: {
            silent: "The council's answer does not say on which day the targets changed, nor whether anything else has one.",
            adopted: "as-monitored-now",
            because: "The council's answer says that this is what it monitors now.",
            choices: {
              "as-monitored-now": {
                says: "80 % for standard calls and for continuity, 90 % for critical calls, none for missed calls.",
                set: { punctuality: { standard: "0.80", critical: "0.90" }, continuity: "0.80" },
              },
              "as-first-set": { says: "100 % for each of them, as first set.", set: { punctuality: { standard: "1.00", critical: "1.00" }, continuity: "1.00" } },
            },
          },
          "punctuality-base": {
            silent: "The council's answer does not say which visits the share of punctual calls is of.",
            adopted: "assessable-visits",
            because: "A missed visit has no arrival, and missed calls are counted by themselves.",
            choices: {
              "assessable-visits": { says: "The share is of the visits whose punctuality is assessable.", set: { punctualityBase: "assessable" } },
              "missed-as-late": { says: "The share is of the visits whose punctuality is assessable and of the missed visits, which count as late.", set: { punctualityBase: "missed-count-as-late" } },
            },
          },
        },
      },
    ],
  },

  attendance: {
    versions: [
      {
        firstDay: "unstated",
        lastDay: "unstated",
        authority: "agreed",
        source: {
          ...foi,
          clause: "Q13",
          quote:
            "A visit is classified as missed where it is not attended by provider staff when the visit was required. Visits that were not completed due to a non-access, hospital admission, or other similar reason are not counted as ‘missed’ but as a planned visit",
        },
        alsoSee: [
          {
            ...foi,
            clause: "Q12",
            quote: "Do you rely on providers reporting this to you, or do you monitor their electronic call monitoring systems independently / run reports? We rely on providers reporting this to us.",
          },
        ],
        outcomes: {
          "no-access": "excused",
          hospital: "excused",
          "cancelled-by-person": "excused",
          "cancelled-by-council": "not-required",
          "provider-failure": "missed",
          refused: "excused",
          aborted: "excused",
          frustrated: "excused",
          suspended: "not-required",
          other: "undetermined",
        },
        unexplained: "missed",
        notCompleted: ["no-access", "refused", "frustrated", "aborted"],
        notCompletedPays: "time-there",
        missedThreshold: { kind: "none" },
        readings: {
          "similar-reasons": {
            silent: "“Or other similar reason” leaves the list of reasons open.",
            adopted: "all-listed",
            because: "Like no access and hospital, the other reasons that are excused are no failure of the provider to come; a visit cancelled by the council or suspended was not required; provider failure is a failure to come; other names no reason.",
            choices: {
              "all-listed": {
                says: "No access, hospital, cancelled by the person, refused, frustrated and aborted are excused; cancelled by the council and suspended are not required; provider failure is missed; other is undetermined.",
                set: {
                  outcomes: {
                    "no-access": "excused",
                    hospital: "excused",
                    "cancelled-by-person": "excused",
                    "cancelled-by-council": "not-required",
                    "provider-failure": "missed",
                    refused: "excused",
                    aborted: "excused",
                    frustrated: "excused",
                    suspended: "not-required",
                    other: "undetermined",
                  },
                },
              },
              "no-access-and-hospital": {
                says: "Of visits nobody attended, only no access and hospital are excused; cancelled by the person, refused, frustrated, aborted and provider failure are missed; cancelled by the council and suspended are not required; other is undetermined.",
                set: {
                  outcomes: {
                    "no-access": "excused",
                    hospital: "excused",
                    "cancelled-by-person": "missed",
                    "cancelled-by-council": "not-required",
                    "provider-failure": "missed",
                    refused: "missed",
                    aborted: "missed",
                    frustrated: "missed",
                    suspended: "not-required",
                    other: "undetermined",
                  },
                },
              },
            },
          },
          unexplained: {
            silent: "The council relies on providers reporting missed calls (Q12): a visit nobody attended and nobody explained is not mentioned.",
            adopted: "missed",
            because: "Q13 calls a visit missed where it is not attended when it was required, and nothing says that it was not.",
            choices: {
              missed: { says: "Nobody came and nothing is recorded: missed.", set: { unexplained: "missed" } },
              undetermined: { says: "Nobody came and nothing is recorded: cannot be determined.", set: { unexplained: "undetermined" } },
            },
          },
          "not-completed": {
            silent: "The council's answer does not say what is paid when a carer came and was turned away, found nobody in, or had to stop.",
            adopted: "time-there",
            because: "Actual hours are paid (Q15), and the carer's time there is logged.",
            choices: {
              "time-there": { says: "The time there is banded and paid.", set: { notCompletedPays: "time-there" } },
              nothing: { says: "Nothing is paid.", set: { notCompletedPays: "nothing" } },
              "planned-length": { says: "The planned length is banded and paid, for as many carers as required.", set: { notCompletedPays: "planned-length" } },
            },
          },
          "missed-threshold": {
            silent: "The question asks from how many minutes a late call is missed; the council's answer names none.",
            adopted: "none",
            because: "The council's answer names not attending, and no lateness, as what makes a visit missed.",
            choices: {
              none: { says: "A late visit is late, however late.", set: { missedThreshold: { kind: "none" } } },
              "sixty-minutes": { says: "A visit 60 minutes or more early or late is missed, the example in the question.", set: { missedThreshold: { kind: "minutes", minutes: 60 } } },
              "after-next-visit": { says: "A visit at or after the planned start of the service user's next visit is missed.", set: { missedThreshold: { kind: "next-visit" } } },
            },
          },
        },
      },
    ],
  },

  paidMinutes: {
    versions: [
      {
        firstDay: "unstated",
        lastDay: "unstated",
        authority: "agreed",
        source: {
          ...foi,
          clause: "Q16",
          quote:
            "We pay in bands – calls of up to 25 minutes are paid for 15 minutes, calls of 26 to 40 minutes are paid for 30 minutes, calls of 41 minutes to 55 minutes are paid at 45 minutes and calls over 56 minutes are paid for an hour.",
        },
        partMinutes: "dropped",
        kind: "rows",
        // As written: “over 56” starts at 57, and 56 has no row.
        rows: [
          { from: 0, to: 25, becomes: 15 },
          { from: 26, to: 40, becomes: 30 },
          { from: 41, to: 55, becomes: 45 },
          { from: 57, to: "open", becomes: 60 },
        ],
        filling: [{ from: 56, to: 56, becomes: 60 }],
        zeroMinutes: "by-its-row",
        beyond: { kind: "steps", from: 71, becomes: 75, every: 15, adds: 15 },
        readings: {
          "part-minutes": {
            silent: "The bands are in whole minutes: 25:30, 40:30 and 55:30 are in none of them, and 56:30 is over 56 though it has 56 whole minutes.",
            adopted: "dropped",
            because: "The bands are in whole minutes, and a call of 25:30 has no 26th.",
            choices: {
              dropped: { says: "Part-minutes are dropped; 56:01 to 56:59 are then 56 minutes, which stand in no band (see exactly-56).", set: { partMinutes: "dropped" } },
              nearest: { says: "The time is rounded to the nearest minute, half a minute up.", set: { partMinutes: "nearest" } },
              up: { says: "A part-minute counts as a whole one.", set: { partMinutes: "up" } },
              "clock-minutes": { says: "Log-in and log-out are each cut to the minute on the clock.", set: { partMinutes: "clock-minutes" } },
            },
          },
          "exactly-56": {
            silent: "One band ends at 55 minutes and the next is for calls over 56: exactly 56 is in none.",
            adopted: "hour",
            because: "The bands before it each begin where the last one ends, so 56 is taken to follow 55.",
            choices: {
              hour: { says: "56 minutes belong to the hour.", set: { filling: [{ from: 56, to: 56, becomes: 60 }] } },
              "forty-five": { says: "56 minutes belong to the 45 minutes.", set: { filling: [{ from: 56, to: 56, becomes: 45 }] } },
              unpaid: { says: "56 minutes are not paid, as literally written.", set: { filling: [{ from: 56, to: 56, becomes: 0 }] } },
            },
          },
          "beyond-the-hour": {
            silent: "The last band has no end and pays an hour, however long the call.",
            adopted: "steps",
            because: "Actual hours are paid (Q15); an hour for every longer call would not pay them.",
            choices: {
              steps: {
                says: "The steps of 15 minutes go on: 56 to 70 pays 60, 71 to 85 pays 75, 86 to 100 pays 90, and so on.",
                set: { beyond: { kind: "steps", from: 71, becomes: 75, every: 15, adds: 15 } },
              },
              cap: { says: "An hour is the most that is paid, as literally written.", set: { beyond: { kind: "open-row" } } },
              "whole-hours": { says: "Whole hours are paid, plus the band of the rest; a rest of 0 adds nothing.", set: { beyond: { kind: "whole-units", unit: 60 } } },
            },
          },
          "zero-minutes": {
            silent: "“Up to 25 minutes” has no lower end.",
            adopted: "first-row",
            because: "“Up to 25 minutes” holds every shorter call.",
            choices: {
              "first-row": { says: "0 whole minutes are in the first band, as written.", set: { zeroMinutes: "by-its-row" } },
              unpaid: { says: "0 whole minutes are not paid.", set: { zeroMinutes: "unpaid" } },
            },
          },
        },
      },
    ],
  },

  basis: {
    versions: [
      {
        firstDay: "unstated",
        lastDay: "unstated",
        authority: "agreed",
        source: { ...foi, clause: "Q15", quote: "Do you pay the providers on commissioned hours, or actual hours delivered? Actual Hours" },
        alsoSee: [{ ...foi, clause: "Q17", quote: "Do you use Electronic Call Monitoring (ECM) to calculate payments for dom care packages, or are invoices still used? We use ECM." }],
        basis: "actual",
        per: "attendance",
        sameCarer: "joined",
        surplusCarers: "earliest",
        most: "no-limit",
        undelivered: "nothing",
        readings: {
          "per-carer": {
            silent: "The council's answer does not say what a call for two carers is paid.",
            adopted: "each-carer",
            because: "Actual hours are paid (Q15), and each carer's hours are theirs.",
            choices: {
              "each-carer": { says: "Each carer's attendance is banded and paid.", set: { per: "attendance" } },
              "visit-once": { says: "The visit is banded and paid once, by the time at least one carer was there.", set: { per: "visit" } },
            },
          },
          "same-carer": {
            silent: "The council's answer does not say what several logs of one carer in a visit are.",
            adopted: "joined",
            because: "One carer's time in one visit is one call to the person.",
            choices: {
              joined: { says: "One carer's logs in a visit are joined, then banded.", set: { sameCarer: "joined" } },
              "each-log": { says: "Each log is banded and paid by itself.", set: { sameCarer: "each-log" } },
            },
          },
          "surplus-carers": {
            silent: "The council's answer does not say what is paid when more carers came than required.",
            adopted: "earliest",
            because: "The council asks for so many carers, and the earliest to log in are the first to make up that number.",
            choices: {
              earliest: { says: "The earliest carers to log in are paid, as many as required, ties by carer id.", set: { surplusCarers: "earliest" } },
              all: { says: "Every carer who came is paid.", set: { surplusCarers: "all" } },
            },
          },
          overrun: {
            silent: "The council's answer does not say whether a call longer than planned is paid in full.",
            adopted: "no-cap",
            because: "Actual hours are paid, and not commissioned ones (Q15).",
            choices: {
              "no-cap": { says: "A call longer than planned is paid in full: the planned length is no limit.", set: { most: "no-limit" } },
              cap: { says: "No more than the planned length is paid.", set: { most: "planned-length" } },
            },
          },
          undelivered: {
            silent: "“Actual hours” does not say what becomes of an excused visit that nobody attended.",
            adopted: "nothing",
            because: "No hours were delivered, and actual hours are what is paid (Q15).",
            choices: {
              nothing: { says: "Nobody came: nothing is paid.", set: { undelivered: "nothing" } },
              "excused-planned-length": { says: "An excused visit pays its planned length, banded, for as many carers as required.", set: { undelivered: "excused-planned-length" } },
            },
          },
        },
      },
    ],
  },

  rate: {
    versions: [
      {
        firstDay: "unstated",
        lastDay: "unstated",
        authority: "agreed",
        source: { ...foi, clause: "Q14", quote: "What is your average hourly rate for standard day time dom care? £14.01" },
        kind: "one-rate",
        hourly: "14.01",
        hours: "every",
        readings: {
          "average-rate": {
            silent: "An average is not a contract rate, and providers' own rates are not published.",
            adopted: "the-one-rate",
            because: "No other figure is published; amounts are therefore an estimate of what any one provider is due.",
            choices: { "the-one-rate": { says: "The average is taken as the one rate of every provider.", set: {} } },
          },
          "rate-scope": {
            silent: "The rate is that of standard day time care; nights are not mentioned, nor where day time ends.",
            adopted: "every-hour",
            because: "No other rate is published for any other hour.",
            choices: {
              "every-hour": { says: "The rate is paid in every hour.", set: { hours: "every" } },
              "day-time-only": {
                says: "The rate is paid in the hours the caller names as day time; outside them there is no rate, and the amount cannot be determined.",
                set: {},
                asks: { field: "hours", for: "the hours of day time, such as 07:00-22:00" },
              },
            },
          },
        },
      },
    ],
  },

  statement: {
    versions: [
      {
        firstDay: "unstated",
        lastDay: "unstated",
        authority: "agreed",
        source: { ...foi, clause: "Q17", quote: "Do you use Electronic Call Monitoring (ECM) to calculate payments for dom care packages, or are invoices still used? We use ECM." },
        alsoSee: [{ ...foi, clause: "Q15", quote: "Do you pay the providers on commissioned hours, or actual hours delivered? Actual Hours" }],
        rounding: "statement-half-up",
        period: "period-assessed",
        readings: {
          rounding: {
            silent: "Three of the four bands have part-pennies; the council's answer does not say where they go.",
            adopted: "statement-half-up",
            because: "Rounding once, at the end, moves the total least.",
            choices: {
              "statement-half-up": { says: "Exact until the provider's statement, then half a penny up; the council's total is the sum of the statements.", set: { rounding: "statement-half-up" } },
              "line-half-up": { says: "Each line is rounded, half a penny up.", set: { rounding: "line-half-up" } },
              "line-half-even": { says: "Each line is rounded, half a penny to the even penny.", set: { rounding: "line-half-even" } },
            },
          },
          "statement-period": {
            silent: "The council's answer does not say how often providers are paid.",
            adopted: "period-assessed",
            because: "Nothing names another period than the one that is asked for.",
            choices: {
              "period-assessed": { says: "One statement for the period assessed.", set: { period: "period-assessed" } },
              "calendar-month": { says: "One statement a calendar month.", set: { period: "calendar-month" } },
              "four-weeks": { says: "One statement for each four weeks from the first day of the period.", set: { period: "four-weeks" } },
            },
          },
        },
      },
    ],
  },

  continuity: {
    versions: [
      {
        firstDay: "unstated",
        lastDay: "unstated",
        authority: "agreed",
        source: {
          ...foi,
          clause: "Q11",
          quote:
            "The standard will vary depending on the number of visits a service receives in every overlapping 2-week period: the standard for the number of carers is set at no more than 1 plus a factor of 0.15 times the number of visits received in the two week period, rounded up where this is not a whole number.",
        },
        kind: "linear",
        base: 1,
        factor: "0.15",
        rounding: "up",
        roundTo: 1,
        days: 14,
        step: 7,
        anchor: "mondays",
        received: "attended",
        scope: "service-user-and-provider",
        doubleHanded: "one-visit",
        shareOf: "windows",
        readings: {
          step: {
            silent: "“Every overlapping 2-week period” does not say how many days apart they start.",
            adopted: "7-days",
            because: "A week is the widest step of whole weeks at which two-week periods overlap.",
            choices: {
              "7-days": { says: "A period starts every 7 days.", set: { step: 7 } },
              "1-day": { says: "A period starts every day.", set: { step: 1 } },
            },
          },
          anchor: {
            silent: "The council's answer does not say on which day they start.",
            adopted: "mondays",
            because: "Weeks begin on Mondays; the council's answer names no other day.",
            choices: {
              mondays: { says: "The periods start on Mondays.", set: { anchor: "mondays" } },
              "period-start": { says: "They start on the first day of the period assessed.", set: { anchor: "period-start" } },
            },
          },
          received: {
            silent: "“Visits received” does not say whether a visit counts that was not completed.",
            adopted: "attended",
            because: "A visit that nobody attended was not received.",
            choices: { attended: { says: "Visits attended (delivered or open) count, by the local day of their planned start.", set: { received: "attended" } } },
          },
          scope: {
            silent: "The council's answer does not say whether a service user with two providers has one standard or two.",
            adopted: "user-and-provider",
            because: "Each provider is contracted separately (Q8), and answers for the carers it sends.",
            choices: {
              "user-and-provider": { says: "Each provider's visits to a service user are held to the standard by themselves.", set: { scope: "service-user-and-provider" } },
              "user-over-all-providers": { says: "A service user's visits by all providers are held to it together.", set: { scope: "service-user" } },
            },
          },
          "double-handed": {
            silent: "The council's answer does not say what a visit by two carers counts.",
            adopted: "one-visit",
            because: "The person receives one visit, and meets every carer who comes.",
            choices: {
              "one-visit": { says: "A visit by two carers is one visit received; every carer who came counts.", set: { doubleHanded: "one-visit" } },
              "visits-times-carers": { says: "A visit counts as many visits as carers are required.", set: { doubleHanded: "carers-required" } },
            },
          },
          "continuity-base": {
            silent: "The council's answer does not say what the 80 % is a share of.",
            adopted: "windows",
            because: "The standard is set for every two-week period, so each is within it or not.",
            choices: {
              windows: { says: "The share is of two-week periods of a service user (windows).", set: { shareOf: "windows" } },
              "service-users": { says: "The share is of service users, with every window within the standard.", set: { shareOf: "service-users" } },
            },
          },
        },
      },
    ],
  },
};
