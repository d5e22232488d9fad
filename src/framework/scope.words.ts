import type { Cite } from "../contract/source.words.js";
import { everyKindSaid, quoted } from "../shared/words.js";
import type { ScopeAnswer, ScopeTerms } from "./scope.js";

/** Is a service in scope, and which paragraph says so? */
export function scopeWords(answer: ScopeAnswer, service: string, terms: ScopeTerms, cite: Cite): string[] {
  const name = serviceWords(service, terms);
  const place = `(${cite(answer.source)})`;
  const listed = terms.services.some((entry) => entry.service === service);
  const beyond = listed ? "" : ", because the document does not name it and what it does not name is so read";
  switch (answer.kind) {
    case "in-scope":
      return [`The service ${name} is in the framework's scope${beyond} ${place}.`];
    case "out-of-scope":
      return [`The service ${name} is out of the framework's scope${beyond} ${place}.`];
    case "cannot-be-determined":
      return [`Whether the service ${name} is in the framework's scope cannot be determined, because ${SCOPE_SAYS[answer.reason]} ${place}.`];
    default:
      return everyKindSaid(answer);
  }
}

/** A service by the name the document gives it; by its id where it gives none. */
function serviceWords(service: string, { services }: ScopeTerms): string {
  return quoted(services.find((entry) => entry.service === service)?.name ?? service);
}

/** Why it cannot be told, to follow "because". */
export const SCOPE_SAYS: { readonly [R in Extract<ScopeAnswer, { kind: "cannot-be-determined" }>["reason"]]: string } = {
  "under-consideration": "it is only under consideration",
  "service-not-listed": "the document does not name it",
  "service-listed-twice": "the document lists it both as in scope and as out of it",
};

/** Is a service in scope, to compare by. */
export function scopeVerdict(answer: ScopeAnswer): string {
  if (answer.kind === "cannot-be-determined") return `it could not be determined: ${SCOPE_SAYS[answer.reason]}`;
  return answer.kind === "in-scope" ? "the service would be in scope" : "the service would be out of scope";
}
