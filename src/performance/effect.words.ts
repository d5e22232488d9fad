import { UNDETERMINED_SAYS } from "../assessment/attendance.words.js";
import { OUTCOME_SAYS } from "../visit/outcome.words.js";
import type { EffectCase, EffectKind, EffectUnknown, PerformanceEffect } from "./effect.js";

/** What a visit counts for performance, and why. */
export function performanceEffectWords(effect: PerformanceEffect): string {
  const happened = effect.case === null ? "" : `: ${CASE_SAYS[effect.case]}`;
  if (effect.kind === "undetermined") {
    return `What it counts for performance cannot be determined${happened}${effect.case === null ? ":" : ";"} ${UNKNOWN_SAYS[effect.reason]}.`;
  }
  const fault = "fault" in effect ? `, by ${FAULT_SAYS[effect.fault]}, not the provider's` : "";
  return `${KIND_SAYS[effect.kind]}${happened}${fault}.`;
}

const KIND_SAYS: { readonly [K in Exclude<EffectKind, "undetermined">]: string } = {
  done: "It counts as done",
  failed: "It counts as failed",
  apart: "It is counted apart, and in no share of performance",
  "not-counted": "It does not count for performance",
};

const CASE_SAYS: { readonly [C in EffectCase]: string } = {
  ...OUTCOME_SAYS,
  delivered: "it was attended by the carers required",
  understaffed: "fewer carers came than required",
  "past-threshold": "it was attended, but so far from plan that it counts as missed",
  "done-in-another": "it was done in one attendance with another visit",
  unexplained: "nobody came, and nothing is recorded to explain it",
};

const FAULT_SAYS: { readonly [F in Extract<PerformanceEffect, { readonly fault: unknown }>["fault"]]: string } = {
  person: "the person's fault",
  council: "the council's fault",
  other: "somebody else's fault",
};

const UNKNOWN_SAYS: { readonly [U in EffectUnknown]: string } = {
  ...UNDETERMINED_SAYS,
  "fault-unknown": "nobody has said whose fault it was",
  "fault-contradicts-outcome": "a fault is given that is not the provider's; correct the one or the other",
  undecided: "the council's terms leave that undecided",
  "no-rule-in-force": "a rule that it needs is not in force on its day",
};
