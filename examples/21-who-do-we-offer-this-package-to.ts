// A broker has a package in lot East 1. Who is offered it, in which order, and why not the others?
import { LEFT_OUT, type Membership, frameworkOf, leicestershire, offers } from "homecare-rules";

const everyPlace = { rank: null, localities: "all", zones: "all", needs: "all", firstDay: "2017-01-01", lastDay: "open" } as const;
const memberships: Membership[] = [
  { ...everyPlace, provider: "P1", role: "lead", lots: ["east-1"] },
  { ...everyPlace, provider: "P2", role: "supplementary", lots: ["east-1", "east-2"] },
  { ...everyPlace, provider: "P3", role: "supplementary", lots: ["east-1"] },
  { ...everyPlace, provider: "P4", role: "contingency", lots: ["east-1"] },
  { ...everyPlace, provider: "P5", role: "lead", lots: ["west-1"] },
];

// The contract's side is built in; the providers are the council's own.
const framework = { ...frameworkOf(leicestershire, "help-to-live-at-home"), memberships };

const answer = offers(framework, { service: "home-care", boughtWith: "commissioned", lot: "east-1", hoursPerWeek: "10.5" }, "2019-09-02", {
  eligibleOn: { P1: "eligible", P2: "eligible", P3: "ineligible", P4: "eligible" },
  capacity: { P1: "4", P2: "10.5", P3: "20", P4: "12" },
});

if (answer.kind === "offers") {
  for (const { tier, providers, source } of answer.tiers) console.log(`${tier}: ${providers.map(({ provider }) => provider).join(", ")} (paragraph ${source.clause})`);
  for (const { provider, reasons } of answer.leftOut) console.log(`${provider}: ${reasons.map(({ code }) => LEFT_OUT[code]).join(" ")}`);
  console.log(`rests on ${answer.restsOn.join(", ")}; not checked: ${answer.notChecked.join(", ")}`);
}

// The service to follow is only proposed. Named, it refuses a package of Step Up, with its paragraph.
const following = frameworkOf(leicestershire, "service-to-follow");
const refused = offers(following, { service: "step-up", boughtWith: "commissioned" }, "2020-09-01", { as: "proposed" });
if (refused.kind === "out-of-scope") console.log(`${refused.service} is out of scope (${refused.authority}, paragraph ${refused.source.clause}): ${refused.source.quote}`);

// prints
// supplementary: P2 (paragraph 10)
// contingency: P4 (paragraph 10)
// P1: It has too few free hours for the package.
// P3: It is not eligible on the day.
// P5: Its membership does not cover the package's lot.
// rests on offer-order; not checked: price, term
// step-up is out of scope (proposed, paragraph 18): short-term intensive reablement (Step Up/Step Down) service offer;
