import type { Document } from "../contract/source.js";
import type { Framework } from "../framework/framework.js";
import type { MonitoringRequirement } from "../framework/monitoring.js";
import type { FrameworkRecords } from "../framework/records.js";

const slides: Document = { document: "Plymouth City Council, slides: Domiciliary/Home Care", published: "undated" };

const SPOT_QUOTE = "Currently 20 spot dom care providers commissioned;";
const NO_END_QUOTE = "As they are spot contracts, there is no end date so these will continue throughout the redesign and procurement process;";
const DIRECT_PAYMENT_QUOTE =
  "Clients are able to have a direct payment to purchase domiciliary care outside of a commissioned process, and are supported by Livewell to do this if they choose";
const SERVICE_QUOTE =
  "Dom care is a service provided in a person's own home, including help to wash, dress, support with nutrition and hydration, support with taking medication and support with day-to-day activities;";
const DUTY_QUOTE = "Plymouth City Council has a statutory duty under the Care Act 2014 to provide care and support for people at home, following an assessment of needs;";
const LAUNCH_QUOTE = "Aim to launch contracts end-2024 pending Cabinet approval";

/** The slides on the possible model. */
const MODEL = "Commissioning intentions: Possible dom care model";
const ALL_WORK_QUOTE = "Will get all work allocated in that locality to\ndeliver or distribute to the Provider Partners.";

/** The spot contracts in place today. The slides name no provider: the caller adds the memberships. */
const spotContracts: Framework = {
  id: "spot-contracts",
  name: "Spot contracts",
  authority: "agreed",
  source: { ...slides, clause: "Current data", quote: SPOT_QUOTE },
  commissioners: { lead: "Plymouth City Council", partners: [], source: { ...slides, clause: "What is domiciliary care?", quote: DUTY_QUOTE } },
  term: {
    firstDay: "unstated",
    lastDay: "open",
    extension: "none",
    extendedTo: "not-extended",
    authority: "agreed",
    source: { ...slides, clause: "Current data", quote: NO_END_QUOTE },
    readings: {},
  },
  places: { authority: "agreed", source: { ...slides, clause: "Current data", quote: SPOT_QUOTE }, lots: [], localities: [], readings: {} },
  scope: {
    versions: [
      {
        firstDay: "unstated",
        lastDay: "unstated",
        authority: "agreed",
        source: { ...slides, clause: "What is domiciliary care?", quote: SERVICE_QUOTE },
        alsoSee: [{ ...slides, clause: "What is domiciliary care?", quote: "Dom care supports people with physical and/or mental health needs including dementia." }],
        services: [{ service: "home-care", name: "Domiciliary care", scope: "in", source: { ...slides, clause: "What is domiciliary care?", quote: SERVICE_QUOTE } }],
        unlisted: "cannot-be-determined",
        readings: {},
      },
    ],
  },
  offerOrder: {
    versions: [
      {
        id: "spot-providers",
        firstDay: "unstated",
        lastDay: "unstated",
        authority: "agreed",
        source: { ...slides, clause: "Current data", quote: SPOT_QUOTE },
        within: "whole-area",
        tiers: [{ id: "spot", roles: ["spot"], grade: null, order: "none", offered: "in-turn", source: null }],
        severalNeeds: "every",
        nobodyToDistribute: "cannot-be-determined",
        readings: {
          "offer-order": {
            silent: "The slides do not say in which order packages are offered to the spot providers.",
            adopted: "unordered",
            choices: {
              unordered: {
                says: "To all of them, in no order.",
                set: { tiers: [{ id: "spot", roles: ["spot"], grade: null, order: "none", offered: "in-turn", source: null }] },
              },
            },
          },
        },
      },
    ],
  },
  directPayments: { authority: "agreed", source: { ...slides, clause: "Current data", quote: DIRECT_PAYMENT_QUOTE } },
  publishedProviders: { count: 20, source: { ...slides, clause: "Current data", quote: SPOT_QUOTE } },
  memberships: [],
  suspensions: [],
  grades: [],
};

/** The possible model with Locality Partners and Provider Partners: proposed, so it applies only when it is named. */
const localityPartners: Framework = {
  id: "locality-partners",
  name: "Possible model: Locality Partners and Provider Partners",
  authority: "proposed",
  source: { ...slides, clause: MODEL, quote: "Aim to work within localities" },
  commissioners: { lead: "Plymouth City Council", partners: [], source: { ...slides, clause: "What is domiciliary care?", quote: DUTY_QUOTE } },
  term: {
    firstDay: "unstated",
    lastDay: "unstated",
    extension: "none",
    extendedTo: "not-extended",
    authority: "proposed",
    source: { ...slides, clause: MODEL, quote: LAUNCH_QUOTE },
    readings: {},
  },
  places: {
    authority: "proposed",
    source: { ...slides, clause: MODEL, quote: "Aim to work within localities" },
    lots: [],
    localities: [],
    readings: {
      localities: {
        silent: "The slides do not say how many localities there are, nor which.",
        adopted: "not-given",
        choices: { "not-given": { says: "There are none until the caller gives them, with their zones.", set: { localities: [] } } },
      },
    },
  },
  scope: {
    versions: [
      {
        firstDay: "unstated",
        lastDay: "unstated",
        authority: "proposed",
        source: { ...slides, clause: MODEL, quote: "Can work on all care needs in all localities or focus on specific zone or specific type of need" },
        services: [{ service: "home-care", name: "Domiciliary care", scope: "in", source: { ...slides, clause: "What is domiciliary care?", quote: SERVICE_QUOTE } }],
        unlisted: "cannot-be-determined",
        readings: {},
      },
    ],
  },
  offerOrder: {
    versions: [
      {
        id: "locality-partner-first",
        firstDay: "unstated",
        lastDay: "unstated",
        authority: "proposed",
        source: { ...slides, clause: MODEL, quote: "All work within that locality sent to them." },
        alsoSee: [{ ...slides, clause: MODEL, quote: ALL_WORK_QUOTE }],
        within: "locality",
        tiers: [
          { id: "locality-partner", roles: ["locality-partner"], grade: null, order: "none", offered: "in-turn", source: { ...slides, clause: MODEL, quote: ALL_WORK_QUOTE } },
          {
            id: "provider-partners",
            roles: ["provider-partner"],
            grade: null,
            order: "none",
            offered: "distributed",
            source: { ...slides, clause: MODEL, quote: "Work filtered to them from the Locality Partners" },
          },
        ],
        severalNeeds: "every",
        nobodyToDistribute: "cannot-be-determined",
        readings: {
          "several-needs": {
            silent: "A Provider Partner may focus on a type of need; a package with several types is not mentioned.",
            adopted: "every",
            choices: {
              every: { says: "A Provider Partner has to cover every type of need of the package.", set: { severalNeeds: "every" } },
              any: { says: "A Provider Partner has to cover at least one of the types of need of the package.", set: { severalNeeds: "any" } },
            },
          },
          "nobody-to-distribute": {
            silent: "All work goes to the Locality Partner; what happens while it cannot take any is not mentioned.",
            adopted: "cannot-be-determined",
            choices: {
              "cannot-be-determined": { says: "Whether the Provider Partners are then offered it cannot be determined.", set: { nobodyToDistribute: "cannot-be-determined" } },
              "offered-directly": { says: "The Provider Partners are then offered it directly.", set: { nobodyToDistribute: "offered-directly" } },
            },
          },
        },
      },
    ],
  },
  award: {
    versions: [
      {
        firstDay: "unstated",
        lastDay: "unstated",
        authority: "proposed",
        source: { ...slides, clause: MODEL, quote: "Contracted to work in one locality;" },
        alsoSee: [{ ...slides, clause: MODEL, quote: "Lead provider for that locality;" }],
        limits: [
          { kind: "places-per-provider", place: "locality", role: "locality-partner", most: 1 },
          { kind: "providers-in-place", place: "locality", role: "locality-partner", least: 1, most: 1 },
        ],
        readings: {
          "one-partner": {
            silent: "The slides do not say whether a locality has one Locality Partner only.",
            adopted: "error",
            choices: {
              error: {
                says: "A locality has exactly one Locality Partner; two are an error.",
                set: {
                  limits: [
                    { kind: "places-per-provider", place: "locality", role: "locality-partner", most: 1 },
                    { kind: "providers-in-place", place: "locality", role: "locality-partner", least: 1, most: 1 },
                  ],
                },
              },
              allowed: {
                says: "A locality has at least one Locality Partner; two are allowed.",
                set: {
                  limits: [
                    { kind: "places-per-provider", place: "locality", role: "locality-partner", most: 1 },
                    { kind: "providers-in-place", place: "locality", role: "locality-partner", least: 1, most: "any" },
                  ],
                },
              },
            },
          },
        },
      },
    ],
  },
  mobilisation: {
    authority: "proposed",
    source: { ...slides, clause: MODEL, quote: LAUNCH_QUOTE },
    gate: "none",
    contingency: "none",
    milestones: [
      { id: "cabinet", name: "Cabinet", when: "Spring 2024", firstDay: "unstated", lastDay: "unstated", source: { ...slides, clause: MODEL, quote: "Cabinet Spring 2024" } },
      { id: "launch", name: "Launch of contracts, an aim", when: "end-2024", firstDay: "unstated", lastDay: "unstated", source: { ...slides, clause: MODEL, quote: LAUNCH_QUOTE } },
    ],
    starts: [],
    readings: {},
  },
  directPayments: { authority: "agreed", source: { ...slides, clause: "Current data", quote: DIRECT_PAYMENT_QUOTE } },
  memberships: [],
  suspensions: [],
  grades: [],
};

/** What the council does for every provider. */
const routine: readonly MonitoringRequirement[] = [
  { what: "contract-manager", every: "standing", source: { ...slides, clause: "Commissioning and quality", quote: "Each provider has a dedicated Commissioning Officer/Assistant as contract manager and point of contact for support;" } },
  { what: "contract-meetings", every: "regularly", source: { ...slides, clause: "Commissioning and quality", quote: "Regular contract meetings held with providers a mix of virtual and face-toface visits;" } },
  { what: "dashboard-review", every: "regularly", source: { ...slides, clause: "Commissioning and quality", quote: "An intelligence dashboard is held and reviewed on a regular basis for all providers" } },
];

const CONCERN_QUOTE =
  "If whole service concerns are raised for a provider, this will trigger a more intense monitoring process including weekly visits to the provider and the requirement of a service improvement plan;";

/**
 * Plymouth City Council: the spot contracts of today, the possible model with partners, monitoring and market, from undated
 * slides (one figure is as of 5 September 2023).
 *
 * @example
 * ```ts
 * plymouth.frameworks.map(({ id, authority }) => `${id}: ${authority}`); // => ["spot-contracts: agreed", "locality-partners: proposed"]
 * plymouth.volumes.find(({ id }) => id === "hourly-rate")!.value; // => "22.05"
 * ```
 */
export const plymouth: FrameworkRecords = {
  id: "plymouth",
  name: "Plymouth City Council",
  nation: "england-and-wales",
  frameworks: [spotContracts, localityPartners],
  arrangements: [
    {
      kind: "spot",
      id: "spot-contracts",
      name: "Spot contracts",
      services: "Domiciliary care",
      firstDay: "unstated",
      lastDay: "open",
      authority: "agreed",
      source: { ...slides, clause: "Current data", quote: NO_END_QUOTE },
    },
    { kind: "direct-payment", id: "direct-payments", name: "Direct payments", firstDay: "unstated", lastDay: "unstated", authority: "agreed", source: { ...slides, clause: "Current data", quote: DIRECT_PAYMENT_QUOTE } },
  ],
  conditions: [
    {
      id: "quality-monitoring",
      says: "Reviewed quality monitoring processes form part of the new contracts.",
      authority: "proposed",
      source: { ...slides, clause: "Commissioning and quality", quote: "Review of quality monitoring processes is taking place for care services and this will form part of the new contracts for dom care;" },
    },
    {
      id: "zoning",
      says: "Procurement encourages zones, so that providers work across the city less.",
      authority: "proposed",
      source: { ...slides, clause: "Risks and mitigations", quote: "Through the procurement process, encourage a zoning approach to reduce crosscity working" },
    },
    {
      id: "training",
      says: "The new model is to support training for more complex or specialist needs.",
      authority: "proposed",
      source: { ...slides, clause: "Risks and mitigations", quote: "aim to support with training for more complex or specialist needs through the new dom care model" },
    },
  ],
  volumes: [
    { id: "providers", value: "20", unit: "providers", measure: "contracted", exactness: "as-printed", of: "unstated", source: { ...slides, clause: "Current data", quote: SPOT_QUOTE } },
    {
      id: "hours",
      value: "14000",
      unit: "hours-a-week",
      measure: "contracted",
      exactness: "approximately",
      of: "unstated",
      source: { ...slides, clause: "Current data", quote: "Currently contracted to deliver around 14,000 hours of care per week with circa 1000 adults receiving community-based care packages;" },
    },
    {
      id: "adults",
      value: "1000",
      unit: "people",
      measure: "receiving",
      exactness: "approximately",
      of: "unstated",
      source: { ...slides, clause: "Current data", quote: "Currently contracted to deliver around 14,000 hours of care per week with circa 1000 adults receiving community-based care packages;" },
    },
    { id: "awaiting", value: "50", unit: "people", measure: "awaiting", exactness: "as-printed", of: "2023-09-05", source: { ...slides, clause: "Current data", quote: "As of 05/09/2023, there are 50 people awaiting a dom care package;" } },
    { id: "hourly-rate", value: "22.05", unit: "pounds-an-hour", measure: "rate", exactness: "as-printed", of: "unstated", source: { ...slides, clause: "Current data", quote: "Standard dom care hourly rate £22.05" } },
    { id: "budget", value: "13060000", unit: "pounds", measure: "budget", exactness: "as-printed", of: "unstated", source: { ...slides, clause: "Current data", quote: "Annual dom care budget £13.06m" } },
  ],
  facts: [
    {
      id: "private-care",
      says: "Private clients are from about 5 % to 40 % of a provider's business; there are no definite figures.",
      source: { ...slides, clause: "Current data", quote: "The levels of this part of the business will vary from around 5% 40% however we do not have the definite figures" },
    },
  ],
  monitoring: {
    versions: [
      {
        firstDay: "unstated",
        lastDay: "unstated",
        authority: "agreed",
        source: { ...slides, clause: "Commissioning and quality", quote: CONCERN_QUOTE },
        alsoSee: [
          {
            ...slides,
            clause: "Commissioning and quality",
            quote: "An intelligence dashboard is held and reviewed on a regular basis for all providers – this includes CQC ratings, safeguardings, complaints, compliments and financial assurances.",
          },
        ],
        routine,
        intensive: [
          ...routine,
          { what: "provider-visits", every: { days: 7 }, source: { ...slides, clause: "Commissioning and quality", quote: CONCERN_QUOTE } },
          { what: "service-improvement-plan", every: "standing", source: { ...slides, clause: "Commissioning and quality", quote: CONCERN_QUOTE } },
        ],
        trigger: { kind: "recorded-concern" },
        visitWeek: "seven-days-apart",
        readings: {
          "weekly-visits": {
            silent: "“Weekly visits” does not say what a week is.",
            adopted: "seven-days-apart",
            choices: {
              "seven-days-apart": { says: "Each visit falls due seven days after the one before, the first seven days after the concern.", set: { visitWeek: "seven-days-apart" } },
              "calendar-weeks": { says: "One visit falls due in every week from Monday to Sunday, from that of the concern on.", set: { visitWeek: "calendar-weeks" } },
            },
          },
        },
      },
    ],
  },
  market: {
    hours: {
      authority: "agreed",
      source: { ...slides, clause: "Current data", quote: "Hours Delivered\t576,794.13\t621,540.57\t682,400.58" },
      alsoSee: [
        { ...slides, clause: "Current data", quote: "Hours Increased\t-\t44,746.40\t60,860.02" },
        { ...slides, clause: "Current data", quote: "% Increase\t-\t8%\t10%" },
      ],
      years: [
        { year: "21/22", firstDay: "2021-04-01", lastDay: "2022-03-31", hours: "576794.13", basis: "delivered", stated: null },
        { year: "22/23", firstDay: "2022-04-01", lastDay: "2023-03-31", hours: "621540.57", basis: "delivered", stated: { increase: "44746.40", percent: "8" } },
        { year: "23/24", firstDay: "2023-04-01", lastDay: "2024-03-31", hours: "682400.58", basis: "delivered", stated: { increase: "60860.02", percent: "10" } },
      ],
      readings: {
        "year-23-24": {
          silent: "The hours of 23/24 are printed as delivered, beside a waiting figure of 5 September 2023: the year was not over then.",
          adopted: "as-printed",
          choices: {
            "as-printed": {
              says: "The hours of 23/24 were delivered, as printed.",
              set: {
                years: [
                  { year: "21/22", firstDay: "2021-04-01", lastDay: "2022-03-31", hours: "576794.13", basis: "delivered", stated: null },
                  { year: "22/23", firstDay: "2022-04-01", lastDay: "2023-03-31", hours: "621540.57", basis: "delivered", stated: { increase: "44746.40", percent: "8" } },
                  { year: "23/24", firstDay: "2023-04-01", lastDay: "2024-03-31", hours: "682400.58", basis: "delivered", stated: { increase: "60860.02", percent: "10" } },
                ],
              },
            },
            forecast: {
              says: "The hours of 23/24 are a forecast.",
              set: {
                years: [
                  { year: "21/22", firstDay: "2021-04-01", lastDay: "2022-03-31", hours: "576794.13", basis: "delivered", stated: null },
                  { year: "22/23", firstDay: "2022-04-01", lastDay: "2023-03-31", hours: "621540.57", basis: "delivered", stated: { increase: "44746.40", percent: "8" } },
                  { year: "23/24", firstDay: "2023-04-01", lastDay: "2024-03-31", hours: "682400.58", basis: "forecast", stated: { increase: "60860.02", percent: "10" } },
                ],
              },
            },
          },
        },
      },
    },
    // 18 were inspected; the slides do not tie them to the 20 that are commissioned.
    local: {
      of: "Inspected providers in Plymouth",
      counts: { outstanding: 3, good: 11, "requires-improvement": 4, inadequate: 0 },
      percents: { outstanding: "17", good: "61", "requires-improvement": "22", inadequate: "0" },
      source: { ...slides, clause: "Commissioning and quality", quote: "Outstanding\t3 (17%\t454 (5%)\nGood\t11 (61%)\t8046 (80%)\nRequires Improvement\t4 (22%)\t1360 (14%)\nInadequate\t0 (0%)\t76 (1%)" },
    },
    national: {
      of: "Inspected providers in the nation",
      counts: { outstanding: 454, good: 8046, "requires-improvement": 1360, inadequate: 76 },
      percents: { outstanding: "5", good: "80", "requires-improvement": "14", inadequate: "1" },
      source: { ...slides, clause: "Commissioning and quality", quote: "Outstanding\t3 (17%\t454 (5%)\nGood\t11 (61%)\t8046 (80%)\nRequires Improvement\t4 (22%)\t1360 (14%)\nInadequate\t0 (0%)\t76 (1%)" },
    },
  },
};
