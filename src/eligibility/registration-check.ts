import type { Day } from "../shared/day.js";
import { sameService } from "./history.js";
import { type Found, found, stated, unsaid } from "./outcome.js";
import type { ProviderFacts } from "./provider.js";
import { plainWords } from "./rating.js";
import { NO_REGISTRATION, registeredOn } from "./registration.js";
import type { RegistrationCheck } from "./terms.js";

/** What comes of a check of the registration on a day. */
export function registrationFound(provider: ProviderFacts, check: RegistrationCheck, day: Day): Found {
  const registration = provider.registration ?? NO_REGISTRATION;
  switch (check.kind) {
    case "registered": {
      const answer = registeredOn(registration, day);
      if (answer.kind === "registered") return stated({ kind: "met" }, "registration", registration.status, answer.since);
      if (answer.kind === "not-registered") return stated({ kind: "not-met", reason: answer.reason }, "registration", registration.status, answer.day);
      return answer.reason === "registration-not-said" ? unsaid(check.unsaid, answer.reason) : found(answer);
    }
    case "not-dormant": {
      const dormant = provider.dormant ?? null;
      if (dormant === null) return unsaid(check.unsaid, "dormancy-not-said");
      return stated(dormant ? { kind: "not-met", reason: "dormant" } : { kind: "met" }, "dormant", dormant ? "yes" : "no");
    }
    case "regulated-activity": {
      const activities = provider.regulatedActivities ?? null;
      if (activities === null) return unsaid(check.unsaid, "activities-not-said");
      // An ended registration's record has an empty list, whatever it was registered for.
      if (activities.length === 0 && registration.status === "deregistered") return found({ kind: "cannot-be-determined", reason: "activities-not-kept" });
      const held = activities.some((activity) => plainWords(activity) === plainWords(check.activity));
      return stated(held ? { kind: "met" } : { kind: "not-met", reason: "activity-not-registered" }, "regulated activities", activities.join("; "));
    }
    case "runs-service": {
      const services = provider.history?.services ?? [];
      if (services.length === 0) return unsaid(check.unsaid, "services-not-said");
      const runs = services.some((service) => check.anyOf.some((name) => sameService(name, service)));
      return stated(runs ? { kind: "met" } : { kind: "not-met", reason: "service-not-run" }, "services", services.join("; "));
    }
  }
}
