import { describe, expect, it } from "vitest";
import { priceWithin, scopeOf } from "../../src/index.js";
import { source } from "./fixtures.js";

const paragraph = (clause: string) => ({ ...source, clause });
const services = [
  { service: "home-care", name: "Home care", scope: "in", source: paragraph("2") },
  { service: "crisis", name: "Crisis response", scope: "out", source: paragraph("3") },
  { service: "live-in", name: "Live-in care", scope: "considered", source: paragraph("4") },
] as const;
const terms = { services, unlisted: "cannot-be-determined", source } as const;

describe("scopeOf: every answer has its paragraph", () => {
  it.each([
    ["home-care", { kind: "in-scope", source: paragraph("2") }],
    ["crisis", { kind: "out-of-scope", source: paragraph("3") }],
    ["live-in", { kind: "cannot-be-determined", reason: "under-consideration", source: paragraph("4") }],
    ["gardening", { kind: "cannot-be-determined", reason: "service-not-listed", source }],
  ])("%s", (service, answer) => {
    expect(scopeOf(service, terms)).toEqual(answer);
  });

  it("a service that is not listed is what the terms say", () => {
    expect(scopeOf("gardening", { ...terms, unlisted: "in-scope" }).kind).toBe("in-scope");
    expect(scopeOf("gardening", { ...terms, unlisted: "out-of-scope" }).kind).toBe("out-of-scope");
  });

  it("a service listed both ways cannot be determined", () => {
    const both = [...services, { ...services[0], scope: "out" as const }];
    expect(scopeOf("home-care", { ...terms, services: both })).toMatchObject({ kind: "cannot-be-determined", reason: "service-listed-twice" });
  });
});

// R12: floor £16.12 and ceiling £22.72; £16.11 refused, £16.12 accepted, £22.73 to an exceptional route.
describe("priceWithin: floor-and-ceiling council", () => {
  const limits = { floor: "16.12", ceiling: "22.72", aboveCeiling: "exceptional-route" } as const;

  it.each([
    ["16.11", { kind: "below-floor", limit: "16.12", outcome: "refused" }],
    ["16.12", { kind: "within" }],
    ["22.72", { kind: "within" }],
    ["22.720", { kind: "within" }],
    ["22.73", { kind: "above-ceiling", limit: "22.72", outcome: "exceptional-route" }],
    ["22.7200000000000000000001", { kind: "above-ceiling", limit: "22.72", outcome: "exceptional-route" }],
  ])("£%s", (price, answer) => {
    expect(priceWithin(price, limits)).toEqual(answer);
  });

  it("without a number there is no limit, and none is made up", () => {
    expect(priceWithin("0.01", { floor: null, ceiling: null, aboveCeiling: "refused" })).toEqual({ kind: "no-limits" });
    expect(priceWithin("99", { floor: "16.12", ceiling: null, aboveCeiling: "refused" })).toEqual({ kind: "within" });
    expect(priceWithin("0.01", { floor: null, ceiling: "22.72", aboveCeiling: "refused" })).toEqual({ kind: "within" });
  });
});
