import type { Source } from "../contract/source.js";
import type { Cited } from "./cited.js";

/** Which services a framework is for, each with its paragraph. */
export interface ScopeTerms {
  readonly services: readonly ScopedService[];
  /** What a service is that the document does not name. */
  readonly unlisted: "in-scope" | "out-of-scope" | "cannot-be-determined";
}

/** A service that a document names as in a framework's scope, out of it, or only under consideration. */
export interface ScopedService {
  /** A stable kebab-case id. */
  readonly service: string;
  readonly name: string;
  readonly scope: "in" | "out" | "considered";
  readonly source: Source;
}

/** Is a service in a framework's scope? */
export type ScopeAnswer =
  | { readonly kind: "in-scope"; readonly source: Source }
  | { readonly kind: "out-of-scope"; readonly source: Source }
  | { readonly kind: "cannot-be-determined"; readonly reason: "under-consideration" | "service-not-listed" | "service-listed-twice"; readonly source: Source };

/**
 * Is a service in scope, and which paragraph says so? A service that is only considered is neither in nor out; nor is one
 * that is listed both ways.
 *
 * @example
 * ```ts
 * const following = frameworkOf(leicestershire, "service-to-follow");
 * const scope = following.scope.versions[0]!;
 * scopeOf("step-up", scope).kind; // => "out-of-scope"
 * scopeOf("step-up", scope).source.clause; // => "18"
 * ```
 */
export function scopeOf(service: string, terms: ScopeTerms & Pick<Cited, "source">): ScopeAnswer {
  const entries = terms.services.filter((entry) => entry.service === service);
  const [entry] = entries;
  if (entry === undefined) {
    if (terms.unlisted === "cannot-be-determined") return { kind: "cannot-be-determined", reason: "service-not-listed", source: terms.source };
    return { kind: terms.unlisted, source: terms.source };
  }
  if (entries.some(({ scope }) => scope !== entry.scope)) return { kind: "cannot-be-determined", reason: "service-listed-twice", source: entry.source };
  if (entry.scope === "considered") return { kind: "cannot-be-determined", reason: "under-consideration", source: entry.source };
  return { kind: entry.scope === "in" ? "in-scope" : "out-of-scope", source: entry.source };
}
