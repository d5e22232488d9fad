import type { Document } from "../contract/source.js";
import type { Framework } from "../framework/framework.js";
import type { FrameworkRecords } from "../framework/records.js";

const foi: Document = {
  document: "Leicester City Council, answer to a Freedom of Information request on domiciliary care services",
  published: "undated",
};

const minutes: Document = { document: "Leicester City Council, scrutiny minutes: Future of domiciliary care", published: "undated, before October 2023" };

const INTRODUCTION = "City Mayor's introduction";
const PRESENTATION = "Director's presentation";
const QUESTIONS = "Questions from Members";

const PROVIDERS_QUOTE = "This is achieved through the provision of a framework of 13 domiciliary care providers.";
const CITY_WIDE_QUOTE = "Provision is commissioned city wide, based on the assessed needs of individuals.";
const CONTRACTS_QUOTE = "Contracts were currently in place with 32 providers, 29 of those providers were rated Good by the CQC.";
const TERM_QUOTE = "Current home care contracts had been in place since 2017 and were due to expire in October 2023 and therefore a procurement was planned for autumn 2023.";
const NIGHT_QUOTE = "There was already provision in contracts for night-time support, packages of care could be commissioned and therefore respite provision was possible.";
const CHILDREN_QUOTE = "Children’s Services commissioned home care for children, this was done in a spot purchase basis.";
const REVIEWS_QUOTE = "looking at the possibility of provider-lead reviews.";

/** The framework as the Freedom of Information answer has it. */
const overarchingFramework: Framework = {
  id: "overarching-framework",
  name: "Overarching framework (Freedom of Information answer)",
  authority: "agreed",
  source: { ...foi, clause: "Q8", quote: "We have an overarching framework, but each provider is contracted to us separately. This is not based on the type of service received." },
  commissioners: {
    lead: "Leicester City Council",
    partners: ["the NHS"],
    source: { ...foi, clause: "Q18", quote: "The joint commissioning of domiciliary care with the NHS seeks to address one of the issues within Leicester" },
  },
  term: {
    firstDay: "unstated",
    lastDay: "unstated",
    extension: "none",
    extendedTo: "not-extended",
    authority: "agreed",
    source: { ...foi, clause: "Q8", quote: "We have an overarching framework, but each provider is contracted to us separately." },
    readings: {},
  },
  places: { authority: "agreed", source: { ...foi, clause: "Q9", quote: CITY_WIDE_QUOTE }, lots: [], localities: [], readings: {} },
  scope: {
    versions: [
      {
        firstDay: "unstated",
        lastDay: "unstated",
        authority: "agreed",
        source: { ...foi, clause: "Q8", quote: "This is not based on the type of service received." },
        services: [
          {
            service: "home-care",
            name: "Domiciliary support",
            scope: "in",
            source: { ...foi, clause: "Q9", quote: "Leicester City Council’s domiciliary support service aims to provide support on a short or ongoing basis to re-able people to their maximum ability and potential" },
          },
        ],
        // One contract for any type of service.
        unlisted: "in-scope",
        readings: {},
      },
    ],
  },
  offerOrder: {
    versions: [
      {
        id: "city-wide",
        firstDay: "unstated",
        lastDay: "unstated",
        authority: "agreed",
        source: { ...foi, clause: "Q5", quote: "We have a care brokerage team" },
        alsoSee: [{ ...foi, clause: "Q9", quote: CITY_WIDE_QUOTE }],
        within: "whole-area",
        tiers: [{ id: "framework", roles: ["framework"], grade: null, order: "none", offered: "in-turn", source: null }],
        severalNeeds: "every",
        nobodyToDistribute: "cannot-be-determined",
        readings: {
          "offer-order": {
            silent: "The council's answer does not say in which order the brokerage team offers a package.",
            adopted: "one-tier",
            choices: {
              "one-tier": {
                says: "City-wide, to all providers of the framework, in no order.",
                set: { tiers: [{ id: "framework", roles: ["framework"], grade: null, order: "none", offered: "in-turn", source: null }] },
              },
            },
          },
        },
      },
    ],
  },
  publishedProviders: { count: 13, source: { ...foi, clause: "Q9", quote: PROVIDERS_QUOTE } },
  memberships: [],
  suspensions: [],
  grades: [],
};

/** The contracts of 2017 to 2023 as the scrutiny minutes have them. */
const contractsSince2017: Framework = {
  id: "contracts-since-2017",
  name: "Home care contracts since 2017 (scrutiny minutes)",
  authority: "agreed",
  source: { ...minutes, clause: PRESENTATION, quote: CONTRACTS_QUOTE },
  commissioners: { lead: "Leicester City Council", partners: [], source: { ...minutes, clause: INTRODUCTION, quote: TERM_QUOTE } },
  term: {
    firstDay: "2017-01-01",
    lastDay: "2023-10-31",
    extension: "none",
    extendedTo: "not-extended",
    authority: "agreed",
    source: { ...minutes, clause: INTRODUCTION, quote: TERM_QUOTE },
    readings: {
      "first-day": {
        silent: "“Since 2017” names no day.",
        adopted: "first-of-2017",
        choices: {
          "first-of-2017": { says: "1 January 2017, the earliest day of that year.", set: { firstDay: "2017-01-01" } },
          "last-of-2017": { says: "31 December 2017, the latest.", set: { firstDay: "2017-12-31" } },
        },
      },
      "last-day": {
        silent: "“In October 2023” names no day.",
        adopted: "last-of-october",
        choices: {
          "last-of-october": { says: "31 October 2023.", set: { lastDay: "2023-10-31" } },
          "first-of-october": { says: "1 October 2023.", set: { lastDay: "2023-10-01" } },
        },
      },
    },
  },
  places: { authority: "agreed", source: { ...minutes, clause: PRESENTATION, quote: CONTRACTS_QUOTE }, lots: [], localities: [], readings: {} },
  scope: {
    versions: [
      {
        firstDay: "unstated",
        lastDay: "unstated",
        authority: "agreed",
        source: { ...minutes, clause: PRESENTATION, quote: CONTRACTS_QUOTE },
        services: [
          { service: "home-care", name: "Home care", scope: "in", source: { ...minutes, clause: PRESENTATION, quote: "The delivery of home care helped the ambition to support people to stay in their own homes." } },
          { service: "night-time-support", name: "Night-time support", scope: "in", source: { ...minutes, clause: QUESTIONS, quote: NIGHT_QUOTE } },
          { service: "respite", name: "Respite", scope: "in", source: { ...minutes, clause: QUESTIONS, quote: NIGHT_QUOTE } },
          { service: "childrens-home-care", name: "Home care for children", scope: "out", source: { ...minutes, clause: QUESTIONS, quote: CHILDREN_QUOTE } },
        ],
        unlisted: "cannot-be-determined",
        readings: {},
      },
    ],
  },
  offerOrder: {
    versions: [
      {
        id: "city-wide",
        firstDay: "unstated",
        lastDay: "unstated",
        authority: "agreed",
        source: { ...minutes, clause: PRESENTATION, quote: CONTRACTS_QUOTE },
        within: "whole-area",
        tiers: [{ id: "framework", roles: ["framework"], grade: null, order: "none", offered: "in-turn", source: null }],
        severalNeeds: "every",
        nobodyToDistribute: "cannot-be-determined",
        readings: {
          "offer-order": {
            silent: "The minutes do not say in which order a package is offered.",
            adopted: "one-tier",
            choices: {
              "one-tier": {
                says: "City-wide, to all providers of the framework, in no order.",
                set: { tiers: [{ id: "framework", roles: ["framework"], grade: null, order: "none", offered: "in-turn", source: null }] },
              },
            },
          },
        },
      },
    ],
  },
  publishedProviders: { count: 32, source: { ...minutes, clause: PRESENTATION, quote: CONTRACTS_QUOTE } },
  memberships: [],
  suspensions: [],
  grades: [],
};

/**
 * Leicester City Council's frameworks, arrangements, conditions and volumes. The Freedom of Information answer (13 providers)
 * and the scrutiny minutes (32 providers) are two records, each from its own document; the term of one ends no rule about
 * visits, which stand in `leicester`.
 *
 * @example
 * ```ts
 * leicesterFrameworks.frameworks.map(({ id, publishedProviders }) => `${id}: ${publishedProviders!.count}`);
 * // => ["overarching-framework: 13", "contracts-since-2017: 32"]
 * ```
 */
export const leicesterFrameworks: FrameworkRecords = {
  id: "leicester",
  name: "Leicester City Council",
  nation: "england-and-wales",
  frameworks: [overarchingFramework, contractsSince2017],
  arrangements: [
    {
      kind: "framework",
      id: "overarching-framework",
      name: "Overarching framework, each provider contracted separately",
      framework: "overarching-framework",
      firstDay: "unstated",
      lastDay: "unstated",
      authority: "agreed",
      source: { ...foi, clause: "Q8", quote: "We have an overarching framework, but each provider is contracted to us separately." },
    },
    {
      kind: "framework",
      id: "contracts-since-2017",
      name: "Home care contracts since 2017",
      framework: "contracts-since-2017",
      // The days are the framework's term.
      firstDay: "unstated",
      lastDay: "unstated",
      authority: "agreed",
      source: { ...minutes, clause: INTRODUCTION, quote: TERM_QUOTE },
    },
    {
      kind: "block",
      id: "danbury-gardens",
      name: "Danbury Gardens",
      services: "Support at lunch time and during the night at the extra care scheme Danbury Gardens",
      // What a block purchase is; the answer names no amount.
      paid: "whether-or-not-delivered",
      firstDay: "unstated",
      lastDay: "unstated",
      authority: "agreed",
      source: { ...foi, clause: "Q6", quote: "Leicester City Council block purchases support at lunch time and during the night at its extra care scheme – Danbury Gardens." },
    },
    {
      kind: "spot",
      id: "childrens-home-care",
      name: "Home care for children",
      services: "Home care for children",
      firstDay: "unstated",
      lastDay: "unstated",
      authority: "agreed",
      source: { ...minutes, clause: QUESTIONS, quote: CHILDREN_QUOTE },
    },
  ],
  conditions: [
    {
      id: "sick-pay",
      says: "The first five days of occupational sick pay are in the contracts, and so in the fees already.",
      authority: "agreed",
      source: { ...minutes, clause: QUESTIONS, quote: "The first five days of occupational sick pay was already built-in to contracts and therefore covered by the Council’s fees to providers." },
    },
    { id: "zero-hours", says: "The approach in contracts towards zero-hours and sick pay is being strengthened.", authority: "proposed", source: { ...minutes, clause: QUESTIONS, quote: "Work was ongoing to strengthen the approach in contracts towards zero-hours and sick pay." } },
    { id: "night-time-support", says: "The contracts provide for night-time support.", authority: "agreed", source: { ...minutes, clause: QUESTIONS, quote: NIGHT_QUOTE } },
    { id: "respite", says: "Respite can be commissioned.", authority: "agreed", source: { ...minutes, clause: QUESTIONS, quote: NIGHT_QUOTE } },
    { id: "provider-led-reviews", says: "Provider-led reviews are looked at.", authority: "proposed", source: { ...minutes, clause: PRESENTATION, quote: REVIEWS_QUOTE } },
    {
      id: "culturally-sensitive-provision",
      says: "Culturally sensitive provision is to increase, and working conditions are to improve.",
      authority: "proposed",
      source: { ...minutes, clause: PRESENTATION, quote: "Increasing culturally sensitive provision and improving workforce conditions were also goals." },
    },
    { id: "training", says: "Training requirements are to be enhanced.", authority: "proposed", source: { ...minutes, clause: PRESENTATION, quote: "To ensure higher levels of improved communications there would be enhanced training requirements." } },
    { id: "framework-continues", says: "The framework of providers in place is to continue.", authority: "proposed", source: { ...minutes, clause: PRESENTATION, quote: "It was proposed that the framework of providers currently in-place would continue." } },
    { id: "quality-assurance", says: "Every provider goes through the council's Quality Assurance Framework.", authority: "agreed", source: { ...foi, clause: "Q10", quote: "We have an internal Quality Assurance Framework, which all providers within this sector will undertake" } },
    {
      id: "ecm-data",
      says: "Performance and continuity are monitored with data from the providers' own call monitoring.",
      authority: "agreed",
      source: { ...foi, clause: "Q10", quote: "We monitor performance and continuity of care data submitted from the providers Electronic Care Monitoring (ECM) systems" },
    },
    {
      id: "joint-commissioning",
      says: "Domiciliary care is commissioned jointly with the NHS.",
      authority: "agreed",
      source: { ...foi, clause: "Q18", quote: "The joint commissioning of domiciliary care with the NHS seeks to address one of the issues within Leicester" },
    },
  ],
  volumes: [
    {
      id: "service-users",
      value: "1672",
      unit: "people",
      measure: "receiving",
      exactness: "approximately",
      of: "unstated",
      source: { ...foi, clause: "Q1", quote: "Approx. how many service users do you provide domiciliary care to via providers directly contracted to the Local Authority?\n\nAnswer:\n1672" },
    },
    { id: "calls", value: "28205", unit: "calls-a-week", measure: "delivered", exactness: "approximately", of: "unstated", source: { ...foi, clause: "Q2", quote: "Approx. how many care calls are delivered each week?\n\n28,205" } },
    { id: "hours", value: "17681", unit: "hours-a-week", measure: "delivered", exactness: "approximately", of: "unstated", source: { ...foi, clause: "Q3", quote: "Approx. how many hours of care are delivered each week?\n\n17,681" } },
    { id: "framework-providers", value: "13", unit: "providers", measure: "contracted", exactness: "as-printed", of: "unstated", source: { ...foi, clause: "Q9", quote: PROVIDERS_QUOTE } },
    { id: "providers", value: "32", unit: "providers", measure: "contracted", exactness: "as-printed", of: "unstated", source: { ...minutes, clause: PRESENTATION, quote: CONTRACTS_QUOTE } },
    { id: "rated-good", value: "29", unit: "providers", measure: "rated-good", exactness: "as-printed", of: "unstated", source: { ...minutes, clause: PRESENTATION, quote: CONTRACTS_QUOTE } },
    { id: "residents", value: "2200", unit: "people", measure: "receiving", exactness: "more-than", of: "unstated", source: { ...minutes, clause: INTRODUCTION, quote: "over 2.2k residents currently received home care" } },
    { id: "awaiting", value: "0", unit: "people", measure: "awaiting", exactness: "as-printed", of: "unstated", source: { ...minutes, clause: PRESENTATION, quote: "No one was presently awaiting a care package for this service, showing success in the goal of speed in placements." } },
  ],
  facts: [
    { id: "area", says: "The area is urban, with a high density.", source: { ...foi, clause: "Q4", quote: "High-density, urban" } },
    { id: "brokerage", says: "Packages are commissioned through a care brokerage team.", source: { ...foi, clause: "Q5", quote: "We have a care brokerage team" } },
    { id: "waiting-list", says: "The list of people awaiting home care is manageable.", source: { ...foi, clause: "Q18", quote: "Leicester City Council’s awaiting care list for home care is at a manageable level." } },
    { id: "pool-cars", says: "Some providers have transport for their staff, such as pool cars.", source: { ...minutes, clause: QUESTIONS, quote: "to go to clients’ homes, such as pool cars." } },
    { id: "bike-scheme", says: "The council's bike scheme has been promoted to providers.", source: { ...minutes, clause: QUESTIONS, quote: "The City Council’s bike scheme had been promoted to providers." } },
    {
      id: "sector-difficulties",
      says: "The council has not analysed recruitment, retention and market difficulties.",
      source: { ...foi, clause: "Q18", quote: "Leicester City Council has not undertaken specific analysis of staff recruitment and retention and market difficulties." },
    },
  ],
};
