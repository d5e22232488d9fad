// In the order of the data's way: from times and contract to visits, the month and its words.
export type { Day } from "./shared/day.js";
export type { Moment } from "./shared/moment.js";
export type { DecimalText, Fraction } from "./shared/exact.js";
export type { ClockTime } from "./shared/clock-time.js";
export { type InstantLike, type PlainDateTimeLike, type TimeInput, momentOf } from "./shared/time-text.js";
export { londonText } from "./shared/london.js";
export { type DayNumber, readDay } from "./shared/day.js";
export { type BankHoliday, type BankHolidayAnswer, type BankHolidays, type HolidayCalendar, type Nation, bankHolidayOn } from "./shared/bank-holidays.js";
export { bankHolidays } from "./shared/bank-holidays-data.js";
export type { Authority, Document, Source } from "./contract/source.js";
export { type Clause, type Dated, type InForce, type Version, type VersionFacts, inForce } from "./contract/clause.js";
export type { Choice, FieldOf, Reading } from "./contract/reading.js";
export { type Row, type Stretch, gapsOf, overlapsOf } from "./contract/rows.js";
export type { Limit, Span } from "./contract/spans.js";
export { type Cite, citing } from "./contract/source.words.js";
export { withClauseReading } from "./contract/adopt.js";
export { OUTCOMES, type Outcome } from "./visit/outcome.js";
export type { HospitalStay, PaymentFacts, PaymentFactsInput } from "./visit/payment-facts.js";
export { type Attendance, FAULTS, type Fault, type Merged, type Visit, type VisitFacts, type VisitInput, readVisit } from "./visit/visit.js";
export { CAPTURE_METHODS, COLUMNS, type AskedColumn, type CaptureMethod, type Column, FURTHER_COLUMNS, type FurtherColumn } from "./ecm/columns.js";
export { FINDINGS, type FindingCode, type FindingDeclaration, type FindingOf, type RowFinding, type Severity } from "./ecm/findings.js";
export type { FurtherFacts } from "./ecm/further-facts.js";
export { UnreadableExport } from "./ecm/records.js";
export { type EcmRow, type ReadOptions, type RejectedRow, type RowSink, readRows } from "./ecm/rows.js";
export type { Presence, Stay } from "./assessment/presence.js";
export type { MergedBecomes, MergedTerms, MergedUnknown } from "./assessment/merged-visits.js";
export { type NamedWindow, type NamedWindowTerms, type WindowStretch, windowGaps, windowOverlaps, windowStretches, windowsAt } from "./assessment/named-windows.js";
export type { JudgedWindow, NamedWindowTable, NotMeasurable, WindowSeconds } from "./assessment/judged-window.js";
export type { MissedFrom, MissedThreshold } from "./assessment/missed-threshold.js";
export type { AttendanceRule, AttendanceTerms, MissedReason, UndeterminedReason, VisitKind } from "./assessment/attendance.js";
export { type NotAssessable, type Punctuality, type PunctualityRule, type PunctualityTerms, type Tolerance, classOf, distanceToLimit } from "./assessment/punctuality.js";
export { type ConditionHeld, type LengthCondition, type LengthFacts, type LengthLimit, type LengthRule, type RuleOutcome, type VisitLength, type VisitLengthTerms, visitLength } from "./assessment/length.js";
export type {
  ContinuityStandard,
  ContinuityTerms,
  DoubleHanded,
  LinearContinuity,
  LinearStandard,
  MaximumContinuity,
  MaximumStandard,
  MeasureContinuity,
  MeasureStandard,
  ReceivedTerms,
  ShareContinuity,
  ShareStandard,
  TableContinuity,
  TableStandard,
  WindowDays,
} from "./continuity/terms.js";
export { type CompiledStandard, type NotAllowedFor, carersAllowed, compileStandard, continuityHoles } from "./continuity/standard.js";
export {
  type CarersWindow,
  type ContinuityWindow,
  type MeasuredWindow,
  type Received,
  type ShareWindow,
  type UnansweredWindow,
  type WindowOf,
  type WindowPeriod,
  continuityWindows,
  isWithin,
} from "./continuity/window.js";
export { type CompleteUnits, type ExactMinutes, type Increments, type ReckonedTable, type UnitOrPart } from "./payment/increments.js";
export { type Band, type NextBand, type PaidMinutesTerms, type RowsTable, type RowsTerms, type TableSlots, bandFor, holesIn, nextBand, overlapsIn, paidMinutesFor } from "./payment/paid-minutes.js";
export type { PaidMinutesTable } from "./payment/paid-minutes-table.js";
export {
  type BasisTerms,
  type BilledWithinLogged,
  type GroupKey,
  type Grouping,
  type Least,
  type Measured,
  type PaidLimit,
  type PlannedWhereNoActual,
  type TimeLine,
  UNPAID_REASONS,
  type UnpaidReason,
} from "./payment/basis.js";
export { type HospitalRetainer, type RetainerDay, retainerOn } from "./payment/hospital-retainer.js";
export type { ByNotice, CompiledUndelivered, Notice, PlainPay, Share, UndeliveredPay, UndeliveredTerms } from "./payment/undelivered.js";
export type { CompiledDayKinds, CompiledDayRule, DayKind, DayRule, Weekday } from "./payment/day-kind.js";
export type { CompiledConditions, Miles, PlaceConditions, RateConditions } from "./payment/rate-conditions.js";
export type { BandedRateTerms, HourlyPrice, LengthPrice, RateBand, RatePrice } from "./payment/rate-bands.js";
export { type RateCell, rateHoles, rateOverlaps } from "./payment/rate-analysis.js";
export type { CompiledBand, CompiledBands, CompiledHourly, CompiledOneRate, CompiledPrice, CompiledRate, OneRateTerms, RateTerms } from "./payment/rate.js";
export type { Addition, CompiledIncentives, Incentive, IncentiveTerms } from "./payment/incentive.js";
export type { StatementTerms } from "./payment/statement.js";
export { type AssessedContribution, type Charge, type ContributionTerms, chargeFor } from "./payment/contribution.js";
export type { Total } from "./payment/total.js";
export { type Standing, type TargetTerms, standing } from "./performance/standing.js";
export { type EffectCase, type EffectFigures, type EffectKind, type EffectTally, type EffectUnknown, type PerformanceEffect, type PerformanceEffectTerms, performanceEffect } from "./performance/effect.js";
export type { ContinuityTally, PunctualityTally, Tally } from "./performance/tally.js";
export { type ContractYearTargets, type Target, contractYearOn, targetOn } from "./performance/contract-year.js";
export { type Goal, type GoalAnswer, type GoalUnknown, type Measure, goalAnswer } from "./performance/goal.js";
export { type GradeAnswer, type GradeBand, type GradeStretch, gradeHoles } from "./performance/grade.js";
export { type ScoredMeasure, type Scorecard, type ScorecardTerms, scorecard } from "./performance/scorecard.js";
export { type Capture, type CaptureTerms, type CapturedRow, captureBy } from "./performance/capture.js";
export type { ArrivalCounts } from "./performance/arrivals.js";
export type { TimeBankTerms, WholeText } from "./time-bank/terms.js";
export { type TimeBankDays, timeBankPeriods } from "./time-bank/periods.js";
export { type LedgerLine, type RefusedEntry, type RefusedReason, type TimeBankAccount, type TimeBankAnswer, type TimeBankEntry, timeBank } from "./time-bank/ledger.js";
export { GRADES, type Grade, KEY_QUESTIONS, type KeyQuestion, NOT_RATED, type NotRatedReason, type RatingOf, type RatingWord, readRatingWord } from "./eligibility/rating.js";
export { type Inheritance, type PublishedRating, type RatingHistory, type RatingSource, sameService } from "./eligibility/history.js";
export { type FormerRating, RATING_DOUBTS, type RatingAnswer, type RatingAsked, type RatingDoubt, type StoodRating, ratingOn } from "./eligibility/rating-on.js";
export { CQC_FINDINGS, type CqcFinding, type CqcFindingCode, type CqcFindingDeclaration } from "./eligibility/cqc-findings.js";
export type { Registration } from "./eligibility/registration.js";
export { type CqcReading, type CqcRecord, readCqcRecords } from "./eligibility/cqc-records.js";
export { isRatingsSheet, readRatingsSheet } from "./eligibility/ratings-sheet.js";
export { readRatingsSheetText } from "./eligibility/ratings-sheet-text.js";
export type { ActionPlanTerms, Age, EligibilityTerms, FactCondition, GradeCondition, RatingCondition, RegistrationCheck, UnratedPolicy, Unsaid } from "./eligibility/terms.js";
export { type ActionPlan, type FormerBranch, type ProviderFacts, type PublishedGrade, withFormerBranches } from "./eligibility/provider.js";
export { CONDITION_REASONS, type ConditionOutcome, type ConditionReason, type Evidence, type OutcomeKind, type Requirement } from "./eligibility/outcome.js";
export { outcomeWords } from "./eligibility/outcome.words.js";
export { type Eligibility, type EligibilityUnder, eligibility, eligibilityUnder } from "./eligibility/eligibility.js";
export { type Flip, type Flips, type Side, whoFlips } from "./eligibility/who-flips.js";
export { type EligibilityDocument, type ShownOutcome, eligibilityDocument } from "./eligibility/document.js";
export type { Cited, CitedTerms, Days } from "./framework/cited.js";
export { type PossibleExtension, type Term, type TermAnswer, type TermDays, type TermProblem, extended, lastDayOf, termOn } from "./framework/term.js";
export type { Coverage, Place, PlaceKind, Places, PlacesTerms } from "./framework/places.js";
export { type ScopeAnswer, type ScopeTerms, type ScopedService, scopeOf } from "./framework/scope.js";
export { type PriceAnswer, type PriceTerms, priceWithin } from "./framework/price.js";
export { type GradeHeld, type Membership, ROLES, type Role, type Suspension } from "./framework/membership.js";
export type { ExitTerms, OfferOrder, OfferTier, WhenOffered } from "./framework/offer-order.js";
export type { AwardLimit, AwardTerms, HoursInPlace } from "./framework/award.js";
export { type Contingency, type Milestone, type Mobilisation, type MobilisationTerms, type ProviderStart, type StartAnswer, milestoneOn, startOn } from "./framework/mobilisation.js";
export type { Commissioners, Framework } from "./framework/framework.js";
export { type FrameworkPart, type FrameworkReading, type WithReadings, frameworkReadings, withChoice, withFrameworkReading } from "./framework/with-framework-reading.js";
export { FRAMEWORK_FINDINGS, type Fact, type FrameworkFinding, type FrameworkFindingCode, type FrameworkFindingDeclaration } from "./framework/findings.js";
export type { NotCheckedReason } from "./framework/check-award.js";
export { type CheckOptions, type FrameworkCheck, type NotChecked, checkFramework } from "./framework/check.js";
export type { CarePackage, EligibleOn, ProviderEligibility } from "./framework/care-package.js";
export { LEFT_OUT, type LeftOutCode, type LeftOutReason } from "./framework/left-out.js";
export { type LeftOutProvider, OFFERED_BECAUSE, type OfferedBecause, type OfferedProvider, type TierOfOffers } from "./framework/tiers.js";
export type { NotCheckedForOffer, OfferOptions, OffersAnswer, OffersDecision, OffersUndetermined, PlacedOffers } from "./framework/offers-answer.js";
export { offers } from "./framework/offers.js";
export { type Exit, type ExitAnswer, type ExitOptions, type ExitUndetermined, divideOnExit } from "./framework/exit.js";
export { type Arrangement, type ArrangementFacts, type BlockPayment, type BlockPurchase, type RulesApply, arrangementOn, blockPayment, rulesApplyTo } from "./framework/arrangement.js";
export { DASHBOARD_FIELDS, type DashboardField, type DashboardGap, type DashboardRow, dashboardGaps } from "./framework/dashboard.js";
export { type MonitoringRequirement, type MonitoringTerms, type RegimeAnswer, type VisitDue, type WholeServiceConcern, nextVisitDue, regimeOn } from "./framework/monitoring.js";
export {
  INSPECTED_RATINGS,
  type InspectedRating,
  type MarketRating,
  type PercentDifference,
  type PublishedMix,
  type RatingBeside,
  type RatingCounts,
  type RatingMix,
  besideNational,
  mixOf,
  percentDifferences,
  ratingMix,
} from "./framework/rating-mix.js";
export { type HoursByYear, type StatedGrowth, type YearOfGrowth, type YearOfHours, growthOf } from "./framework/growth.js";
export { type Condition, type FrameworkRecords, type MarketRecords, type PublishedFact, type PublishedFigure, frameworkOf } from "./framework/records.js";
export { type AnyClauseName, CLAUSES, type ClauseName, type Clauses, type Council, FURTHER_CLAUSES, FURTHER_VISIT_CLAUSES, type FurtherVisitClause, type VisitCouncil } from "./rules/council.js";
export { type ReadingOf, type RestsOn, readingsOf, withReading } from "./rules/with-reading.js";
export { readOtherwise } from "./rules/with-reading.words.js";
export type { Assessed } from "./rules/assess.js";
export type { Alternative, Alternatives, DayRules, Matters, VersionsOn } from "./rules/day-rules.js";
export { type CompileOptions, type Rules, compile } from "./rules/compile.js";
export type { PaidLine } from "./rules/money.js";
export { type PaymentAddition, type PaymentLine, type VisitAssessment, assessVisit } from "./rules/assess-visit.js";
export { type GroupPayment, payGroups } from "./rules/groups.js";
export { type PersonCharge, chargesFor } from "./rules/charges.js";
export { chargeOf, contractOf } from "./rules/contracts.js";
export { type Leicester, type LeicesterCallType, leicester } from "./councils/leicester.js";
export { leicesterTimeBank } from "./councils/leicester-time-bank.js";
export { leicesterEligibility } from "./councils/leicester-eligibility.js";
export { leicesterFrameworks } from "./councils/leicester-frameworks.js";
export { leicestershire } from "./councils/leicestershire.js";
export { plymouth } from "./councils/plymouth.js";
export { type Month, type MonthPeriod, emptyMonth, mergeMonths } from "./month/month.js";
export { type AssessOptions, type ExportSource, assessExport } from "./month/assess-export.js";
export { type Statement, statementsOf } from "./month/statements.js";
export { type Figures, type MonthDocument, type PaymentFigures, type PunctualityFigures, isAmountUnknown, lacksTargets, monthDocument } from "./month/document.js";
export type { TargetChange, TargetOnDays, TargetPart } from "./month/targets.js";
export { type StoryAnswer, type StoryOptions, type VisitStory, visitStory } from "./month/story.js";
export { type ListOptions, type ListedVisit, listVisits } from "./month/visit-list.js";
export type { StoryRow, VisitName } from "./month/story-rows.js";
export { type Section, toText } from "./report/section.js";
export { type ExplainAbout, type Explainable, explain } from "./report/explain.js";
export type { ExplainTerms } from "./report/under-terms.js";
export { explainVisitLength, explainWindows, explainWindowsAt } from "./report/explain-length.js";
export { explainCapture, explainGoal, explainGrade, explainGradeHoles, explainScorecard, explainTarget } from "./report/explain-performance.js";
export { explainContinuityHoles } from "./report/explain-continuity.js";
export { explainCharge, explainGroupPayment, explainPersonCharge, explainRetainer } from "./report/explain-pay.js";
export { explainBankHoliday, explainRateCells } from "./report/explain-rates.js";
export { explainTimeBank } from "./report/explain-time-bank.js";
export { type ExplainCite, explainCqcReading, explainEligibility, explainEligibilityDocument, explainFlips, explainRating, explainRatingWord } from "./report/explain-eligibility.js";
export { explainArrangement, explainBlockPayment, explainMilestone, explainPrice, explainRulesApply, explainScope, explainStart, explainTerm } from "./report/explain-contracting.js";
export { explainExit, explainFrameworkCheck, explainOffers } from "./report/explain-framework.js";
export { type MonitoringAsked, explainDashboard, explainRegime, explainVisitDue } from "./report/explain-monitoring.js";
export { explainGrowth, explainPercentDifferences, explainRatingMix, explainRatingsBeside } from "./report/explain-market.js";
export { type MonthPageOptions, monthPage } from "./report/month-page.js";
