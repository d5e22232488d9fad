import { type Day, dayNumber } from "../shared/day.js";

/** What a record says about the registration with the regulator. */
export interface Registration {
  /** `listed`: the record is a row of the directory, which holds registered locations only; ends appear late there. */
  readonly status: "registered" | "deregistered" | "listed" | "unknown" | "not-said";
  readonly firstDay: Day | null;
  /** The day on which it ended, which is no longer a day of registration; `null` where none is said. */
  readonly endedOn: Day | null | "unreadable";
}

/** A registration about which nothing is said. */
export const NO_REGISTRATION: Registration = { status: "not-said", firstDay: null, endedOn: null };

/** Was it registered on a day? With the day that says so, where there is one. */
export type RegistrationAnswer =
  | { readonly kind: "registered"; readonly since: Day | null }
  | { readonly kind: "not-registered"; readonly reason: "deregistered" | "not-registered-yet"; readonly day: Day | null }
  | { readonly kind: "cannot-be-determined"; readonly reason: "registration-not-said" | "registration-unclear" };

/**
 * Was a service registered on a day? Registered from its first day (included) until the day it ended (excluded). A word
 * and a day that contradict each other decide nothing.
 */
export function registeredOn({ status, firstDay, endedOn }: Registration, day: Day): RegistrationAnswer {
  const on = dayNumber(day);
  if (firstDay !== null && on < dayNumber(firstDay)) return { kind: "not-registered", reason: "not-registered-yet", day: firstDay };
  if (endedOn === "unreadable") return { kind: "cannot-be-determined", reason: "registration-unclear" };
  const ended = endedOn !== null && dayNumber(endedOn) <= on;
  switch (status) {
    case "deregistered":
      // Deregistered now, and registered until then: before that day, and from a first day that is said.
      if (endedOn === null || ended) return { kind: "not-registered", reason: "deregistered", day: endedOn };
      return firstDay === null ? { kind: "cannot-be-determined", reason: "registration-unclear" } : { kind: "registered", since: firstDay };
    case "registered":
    case "listed":
      return ended ? { kind: "cannot-be-determined", reason: "registration-unclear" } : { kind: "registered", since: firstDay };
    case "not-said":
      return ended ? { kind: "not-registered", reason: "deregistered", day: endedOn } : { kind: "cannot-be-determined", reason: "registration-not-said" };
    case "unknown":
      return { kind: "cannot-be-determined", reason: "registration-unclear" };
  }
}
