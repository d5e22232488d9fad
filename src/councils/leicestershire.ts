import type { Document } from "../contract/source.js";
import type { Framework } from "../framework/framework.js";
import type { FrameworkRecords } from "../framework/records.js";
import type { ScopedService } from "../framework/scope.js";

const report: Document = {
  document: "Leicestershire County Council, report to the Adults and Communities Overview and Scrutiny Committee: Domiciliary care service post November 2020",
  published: "2 September 2019",
};

/** Paragraph 10: lots, and the roles of providers in them. */
const LOTS_QUOTE =
  "The service is delivered across 18 geographic lots aligned to the Clinical Commissioning Group (CCG) boundaries (eight in the East and ten in the West), utilising a mix of lead, supplementary and contingency providers.";

/** Paragraph 8: the term and its extension. */
const TERM_QUOTE =
  "the current Help to Live at Home service is due to end by November 2020, with a possible extension up to November 2021 to ensure a smooth transition to the new service.";

/** Paragraph 12: the extension, all or in part. */
const EXTENSION_QUOTE =
  "The option to extend to November 2021 is retained and may be used (all or in part) to support a longer transition period to the new service to ensure that all providers are operationally stable before moving onto the next.";

/** Paragraph 14: joint commissioning. */
const JOINT_QUOTE = "The current joint contractual arrangement with NHS CCGs will be maintained. The new service will be jointly procured with the County Council acting as Lead Commissioner.";

/** The framework that was in place in September 2019. The report names no provider: the caller adds the memberships. */
const helpToLiveAtHome: Framework = {
  id: "help-to-live-at-home",
  name: "Help to Live at Home",
  authority: "agreed",
  source: { ...report, clause: "6", quote: "The current domiciliary care service (Help to Live at Home) was designed to help service users achieve maximum possible independence at home" },
  // The County Council is named as lead of the service to follow only.
  commissioners: { lead: "unstated", partners: ["Leicestershire County Council", "NHS Clinical Commissioning Groups"], source: { ...report, clause: "14", quote: JOINT_QUOTE } },
  term: {
    firstDay: "unstated",
    lastDay: "2020-11-30",
    extension: { upTo: "2021-11-30", inPart: true, source: { ...report, clause: "12", quote: EXTENSION_QUOTE } },
    extendedTo: "not-extended",
    authority: "agreed",
    source: { ...report, clause: "8", quote: TERM_QUOTE },
    alsoSee: [{ ...report, clause: "21", quote: "The ability to extend the current framework to November 2021 (see above) provides the opportunity to implement additional safeguards if needed." }],
    readings: {
      "last-day": {
        silent: "“By November 2020” and “up to November 2021” name no day.",
        adopted: "last-of-november",
        choices: {
          "last-of-november": {
            says: "The last day is that of November: 30 November 2020, and with the whole extension 30 November 2021.",
            set: { lastDay: "2020-11-30", extension: { upTo: "2021-11-30", inPart: true, source: { ...report, clause: "12", quote: EXTENSION_QUOTE } } },
          },
          "first-of-november": {
            says: "The last day is 1 November: of 2020, and with the whole extension of 2021.",
            set: { lastDay: "2020-11-01", extension: { upTo: "2021-11-01", inPart: true, source: { ...report, clause: "12", quote: EXTENSION_QUOTE } } },
          },
          "before-november": {
            says: "The last day is 31 October: of 2020, and with the whole extension of 2021.",
            set: { lastDay: "2020-10-31", extension: { upTo: "2021-10-31", inPart: true, source: { ...report, clause: "12", quote: EXTENSION_QUOTE } } },
          },
        },
      },
    },
  },
  places: {
    authority: "agreed",
    source: { ...report, clause: "10", quote: LOTS_QUOTE },
    lots: [
      { id: "east-1", name: "East 1", zones: [] },
      { id: "east-2", name: "East 2", zones: [] },
      { id: "east-3", name: "East 3", zones: [] },
      { id: "east-4", name: "East 4", zones: [] },
      { id: "east-5", name: "East 5", zones: [] },
      { id: "east-6", name: "East 6", zones: [] },
      { id: "east-7", name: "East 7", zones: [] },
      { id: "east-8", name: "East 8", zones: [] },
      { id: "west-1", name: "West 1", zones: [] },
      { id: "west-2", name: "West 2", zones: [] },
      { id: "west-3", name: "West 3", zones: [] },
      { id: "west-4", name: "West 4", zones: [] },
      { id: "west-5", name: "West 5", zones: [] },
      { id: "west-6", name: "West 6", zones: [] },
      { id: "west-7", name: "West 7", zones: [] },
      { id: "west-8", name: "West 8", zones: [] },
      { id: "west-9", name: "West 9", zones: [] },
      { id: "west-10", name: "West 10", zones: [] },
    ],
    localities: [],
    readings: {
      "lot-names": {
        silent: "The report counts the lots of East and West, and names none.",
        adopted: "side-and-number",
        choices: { "side-and-number": { says: "The lots are called East 1 to East 8 and West 1 to West 10, until the caller gives their own names.", set: {} } },
      },
    },
  },
  scope: {
    versions: [
      {
        firstDay: "unstated",
        lastDay: "unstated",
        authority: "agreed",
        source: { ...report, clause: "6", quote: "The current domiciliary care service (Help to Live at Home)" },
        services: [
          { service: "home-care", name: "Home care", scope: "in", source: { ...report, clause: "6", quote: "The current domiciliary care service (Help to Live at Home)" } },
          {
            service: "step-up",
            name: "Community reablement (Step Up)",
            scope: "in",
            source: { ...report, clause: "7", quote: "The service includes community reablement ('Step Up') assisting service users to manage, through timely intervention, periods of ill health and/or injury and avoiding unnecessary hospital admission." },
          },
        ],
        unlisted: "cannot-be-determined",
        readings: {},
      },
    ],
  },
  offerOrder: {
    versions: [
      {
        id: "lead-supplementary-contingency",
        firstDay: "unstated",
        lastDay: "unstated",
        authority: "agreed",
        source: { ...report, clause: "10", quote: LOTS_QUOTE },
        within: "lot",
        tiers: [
          { id: "lead", roles: ["lead"], grade: null, order: "none", offered: "in-turn", source: null },
          { id: "supplementary", roles: ["supplementary"], grade: null, order: "none", offered: "in-turn", source: null },
          { id: "contingency", roles: ["contingency"], grade: null, order: "none", offered: "in-turn", source: null },
        ],
        severalNeeds: "every",
        nobodyToDistribute: "cannot-be-determined",
        readings: {
          "offer-order": {
            silent: "The report names lead, supplementary and contingency providers, and not the order in which they are offered a package.",
            adopted: "lead-supplementary-contingency",
            choices: {
              "lead-supplementary-contingency": {
                says: "The lead of the lot first, then its supplementary providers, then its contingency providers.",
                set: {
                  tiers: [
                    { id: "lead", roles: ["lead"], grade: null, order: "none", offered: "in-turn", source: null },
                    { id: "supplementary", roles: ["supplementary"], grade: null, order: "none", offered: "in-turn", source: null },
                    { id: "contingency", roles: ["contingency"], grade: null, order: "none", offered: "in-turn", source: null },
                  ],
                },
              },
              "no-order": {
                says: "All providers of the lot at once, in no order.",
                set: { tiers: [{ id: "lot", roles: ["lead", "supplementary", "contingency"], grade: null, order: "none", offered: "in-turn", source: null }] },
              },
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
        authority: "agreed",
        source: { ...report, clause: "10", quote: LOTS_QUOTE },
        limits: [{ kind: "providers-in-place", place: "lot", role: "lead", least: 1, most: "any" }],
        readings: {
          "leads-in-a-lot": {
            silent: "The report does not say how many lead providers a lot has.",
            adopted: "at-least-one",
            choices: {
              "at-least-one": { says: "Each lot has at least one lead.", set: { limits: [{ kind: "providers-in-place", place: "lot", role: "lead", least: 1, most: "any" }] } },
              "exactly-one": { says: "Each lot has exactly one lead.", set: { limits: [{ kind: "providers-in-place", place: "lot", role: "lead", least: 1, most: 1 }] } },
            },
          },
        },
      },
    ],
  },
  memberships: [],
  suspensions: [],
  grades: [],
};

/** Paragraphs 16 to 18: what the new service includes, considers and excludes; dementia services stand apart, for their reading. */
const newServices: readonly ScopedService[] = [
  { service: "home-care", name: "Home care", scope: "in", source: { ...report, clause: "1", quote: "the re-procurement of domiciliary care services" } },
  { service: "long-term-support", name: "Long-term support, 24 × 7 × 365", scope: "in", source: { ...report, clause: "16 a", quote: "Change in culture from a 'Maintenance' approach to one of 'Long Term Support' in a 24 x 7 x 365 setting." } },
  { service: "roving-night", name: "Roving night-time support", scope: "considered", source: { ...report, clause: "17", quote: "roving night time supports and 'Waking Night' care;" } },
  { service: "waking-night", name: "Waking Night care", scope: "considered", source: { ...report, clause: "17", quote: "roving night time supports and 'Waking Night' care;" } },
  { service: "respite", name: "Respite care in the home", scope: "considered", source: { ...report, clause: "17", quote: "respite care in the home;" } },
  { service: "live-in", name: "Live-in carer service", scope: "considered", source: { ...report, clause: "17", quote: "live-in carer service;" } },
  { service: "hart", name: "Home Care and Reablement Team (HART)", scope: "out", source: { ...report, clause: "18", quote: "remodelling of the HART service (this will be delivered by the Adult Social Care Target Operating Model programme);" } },
  { service: "step-up", name: "Short-term intensive reablement (Step Up)", scope: "out", source: { ...report, clause: "18", quote: "short-term intensive reablement (Step Up/Step Down) service offer;" } },
  { service: "step-down", name: "Short-term intensive reablement (Step Down)", scope: "out", source: { ...report, clause: "18", quote: "short-term intensive reablement (Step Up/Step Down) service offer;" } },
  { service: "crisis-response", name: "Crisis Response Service", scope: "out", source: { ...report, clause: "18", quote: "Crisis Response Service offer;" } },
  { service: "extra-care", name: "Extra care", scope: "out", source: { ...report, clause: "18", quote: "accommodation with support e.g. Extra Care/Supported Living." } },
  { service: "supported-living", name: "Supported living", scope: "out", source: { ...report, clause: "18", quote: "accommodation with support e.g. Extra Care/Supported Living." } },
];

/** The service that was to follow: proposed, and "subject to change" (paragraphs 27 and 29). */
const serviceToFollow: Framework = {
  id: "service-to-follow",
  name: "Domiciliary care service post November 2020",
  authority: "proposed",
  source: { ...report, clause: "1", quote: "The purpose of this report is to inform the Committee on the proposed way forward regarding the re-procurement of domiciliary care services." },
  commissioners: {
    lead: "Leicestershire County Council",
    partners: ["NHS Clinical Commissioning Groups"],
    source: { ...report, clause: "14", quote: JOINT_QUOTE },
  },
  term: {
    firstDay: "unstated",
    lastDay: "unstated",
    extension: "none",
    extendedTo: "not-extended",
    authority: "proposed",
    source: { ...report, clause: "27", quote: "The dates shown are subject to change pending completion of the full-service design." },
    readings: {},
  },
  places: {
    authority: "proposed",
    source: { ...report, clause: "34", quote: "some delivery zones may be realigned resulting in changes to current journeys." },
    lots: [],
    localities: [],
    readings: {
      places: {
        silent: "The report does not say how the new service divides the county.",
        adopted: "not-given",
        choices: { "not-given": { says: "The new service has no lots or localities until the caller gives them.", set: { lots: [], localities: [] } } },
      },
    },
  },
  scope: {
    versions: [
      {
        firstDay: "unstated",
        lastDay: "unstated",
        authority: "proposed",
        source: { ...report, clause: "16", quote: "The following are included within the scope of the new service:" },
        alsoSee: [
          { ...report, clause: "17", quote: "The service design will consider:" },
          { ...report, clause: "18", quote: "The proposed service will specifically exclude:" },
        ],
        services: [
          ...newServices,
          { service: "dementia", name: "Dementia services", scope: "considered", source: { ...report, clause: "16 b", quote: "Options appraisal of some more specialist services e.g. dementia services;" } },
        ],
        unlisted: "cannot-be-determined",
        readings: {
          "specialist-services": {
            silent: "An options appraisal of dementia services is in scope; whether the services themselves are is not said.",
            adopted: "only-appraised",
            choices: {
              "only-appraised": { says: "Options are appraised, so whether they are in scope cannot be determined yet.", set: { services: [...newServices, { service: "dementia", name: "Dementia services", scope: "considered", source: { ...report, clause: "16 b", quote: "Options appraisal of some more specialist services e.g. dementia services;" } }] } },
              "in-scope": { says: "Dementia services are in scope, as the list's heading says.", set: { services: [...newServices, { service: "dementia", name: "Dementia services", scope: "in", source: { ...report, clause: "16 b", quote: "Options appraisal of some more specialist services e.g. dementia services;" } }] } },
            },
          },
        },
      },
    ],
  },
  price: {
    versions: [
      {
        firstDay: "unstated",
        lastDay: "unstated",
        authority: "proposed",
        source: { ...report, clause: "15", quote: "an independent market analysis exercise (prior to the main procurement) will be undertaken to establish a fair and sustainable pricing model." },
        alsoSee: [{ ...report, clause: "15", quote: "risk of bidding at an unsustainable price will be removed." }],
        // The report promises a pricing model and names no number.
        floor: null,
        ceiling: null,
        aboveCeiling: "refused",
        readings: {},
      },
    ],
  },
  mobilisation: {
    authority: "proposed",
    source: {
      ...report,
      clause: "19",
      quote:
        "The intention is to phase in the start of services across the county to avoid the complications that arose from the previous whole service launch approach. This will enable each provider to be stabilised before introducing the next.",
    },
    gate: "after-the-one-before-is-stable",
    contingency: {
      firstDay: "2020-04-01",
      lastDay: "2020-07-31",
      source: { ...report, clause: "20", quote: "A contingency period is built into the plan between the completion of the procurement and the start of the implementation" },
    },
    milestones: [
      { id: "market-analysis-as-is", name: "Market Analysis (Phase 1 – As Is position)", when: "September 2019", firstDay: "2019-09-01", lastDay: "2019-09-30", source: { ...report, clause: "28", quote: "| • Market Analysis (Phase 1 – As Is position) | September 2019 |" } },
      { id: "draft-design", name: "Draft New Service Design", when: "September 2019", firstDay: "2019-09-01", lastDay: "2019-09-30", source: { ...report, clause: "28", quote: "| • Draft New Service Design | September 2019 |" } },
      { id: "market-analysis-to-be", name: "Market Analysis (Phase 2 – To Be position)", when: "October 2019", firstDay: "2019-10-01", lastDay: "2019-10-31", source: { ...report, clause: "28", quote: "| • Market Analysis (Phase 2 – To Be position) | October 2019 |" } },
      { id: "final-design", name: "Final New Service Design", when: "November 2019", firstDay: "2019-11-01", lastDay: "2019-11-30", source: { ...report, clause: "28", quote: "| • Final New Service Design | November 2019 |" } },
      { id: "partnership-agreement", name: "Partnership Agreement (Completed)", when: "December 2019", firstDay: "2019-12-01", lastDay: "2019-12-31", source: { ...report, clause: "28", quote: "| • Partnership Agreement (Completed) | December 2019 |" } },
      { id: "procurement", name: "Procurement (Completed)", when: "March 2020", firstDay: "2020-03-01", lastDay: "2020-03-31", source: { ...report, clause: "28", quote: "| • Procurement (Completed) | March 2020 |" } },
      { id: "implementation-starts", name: "Implementation (Starts)", when: "August 2020", firstDay: "2020-08-01", lastDay: "2020-08-31", source: { ...report, clause: "28", quote: "| • Implementation (Starts) | August 2020 |" } },
      { id: "implementation-finishes", name: "Implementation (Finishes)", when: "October 2020", firstDay: "2020-10-01", lastDay: "2020-10-31", source: { ...report, clause: "28", quote: "| • Implementation (Finishes) | October 2020 |" } },
      { id: "stabilisation-ends", name: "Service Stabilisation Ends/Handover to Business as Usual", when: "March 2021", firstDay: "2021-03-01", lastDay: "2021-03-31", source: { ...report, clause: "28", quote: "| • Service Stabilisation Ends/Handover to Business as Usual | March 2021 |" } },
    ],
    starts: [],
    readings: {
      "contingency-days": {
        silent: "The contingency period has no days: it lies between two milestones that are named by their months.",
        adopted: "between-the-months",
        choices: {
          "between-the-months": {
            says: "From the day after March 2020, in which procurement is completed, to the day before August 2020, in which implementation starts.",
            set: {
              contingency: {
                firstDay: "2020-04-01",
                lastDay: "2020-07-31",
                source: { ...report, clause: "20", quote: "A contingency period is built into the plan between the completion of the procurement and the start of the implementation" },
              },
            },
          },
          unstated: {
            says: "The contingency period has no days, and keeps nobody from starting.",
            set: {
              contingency: {
                firstDay: "unstated",
                lastDay: "unstated",
                source: { ...report, clause: "20", quote: "A contingency period is built into the plan between the completion of the procurement and the start of the implementation" },
              },
            },
          },
        },
      },
    },
  },
  memberships: [],
  suspensions: [],
  grades: [],
};

/**
 * Leicestershire County Council: the outgoing framework, Help to Live at Home, and the service that was to follow, from the
 * report of 2 September 2019.
 *
 * @example
 * ```ts
 * leicestershire.frameworks.map(({ id, authority }) => `${id}: ${authority}`);
 * // => ["help-to-live-at-home: agreed", "service-to-follow: proposed"]
 * ```
 */
export const leicestershire: FrameworkRecords = {
  id: "leicestershire",
  name: "Leicestershire County Council",
  nation: "england-and-wales",
  frameworks: [helpToLiveAtHome, serviceToFollow],
  arrangements: [
    {
      kind: "framework",
      id: "help-to-live-at-home",
      name: "Help to Live at Home",
      framework: "help-to-live-at-home",
      // The days are the framework's term.
      firstDay: "unstated",
      lastDay: "unstated",
      authority: "agreed",
      source: { ...report, clause: "10", quote: LOTS_QUOTE },
    },
  ],
  conditions: [
    { id: "joint-commissioning", says: "The contractual arrangement is joint with the NHS CCGs.", authority: "agreed", source: { ...report, clause: "14", quote: "The current joint contractual arrangement with NHS CCGs will be maintained." } },
    {
      id: "ongoing-reablement",
      says: "All service provision includes an ongoing reablement approach.",
      authority: "agreed",
      source: { ...report, clause: "7", quote: "An ongoing reablement approach was included as part of all service provision, supporting service users to be independent for as long as possible." },
    },
    { id: "joint-procurement", says: "The new service is jointly procured, the County Council acting as lead commissioner.", authority: "proposed", source: { ...report, clause: "14", quote: "The new service will be jointly procured with the County Council acting as Lead Commissioner." } },
    { id: "bids-on-quality", says: "Bids are based on quality of service.", authority: "proposed", source: { ...report, clause: "15", quote: "domiciliary care providers bids will be based on quality of service;" } },
    { id: "no-unsustainable-price", says: "The risk of bidding at an unsustainable price is removed.", authority: "proposed", source: { ...report, clause: "15", quote: "risk of bidding at an unsustainable price will be removed." } },
    {
      id: "referral-route",
      says: "How referrals are made to providers is to be considered: through a lead provider, or some sort of brokerage service.",
      authority: "proposed",
      source: { ...report, clause: "16 c", quote: "how the referrals will be made to the providers (e.g. through a lead provider or through some sort of brokerage service)." },
    },
    { id: "council-stake", says: "A service model in which the County Council may have a stake in the market is to be considered.", authority: "proposed", source: { ...report, clause: "17", quote: "a service model where the County Council may have a stake in that market." } },
  ],
  volumes: [
    { id: "home-care-service-users", value: "1994", unit: "people", measure: "receiving", exactness: "as-printed", of: "unstated", source: { ...report, clause: "11", quote: "Service users receiving home care\t1,994" } },
    { id: "reablement-service-users", value: "67", unit: "people", measure: "receiving", exactness: "as-printed", of: "unstated", source: { ...report, clause: "11", quote: "Service users receiving reablement\t67" } },
    { id: "home-care-hours", value: "20317", unit: "hours-a-week", measure: "commissioned", exactness: "as-printed", of: "unstated", source: { ...report, clause: "11", quote: "Weekly home care hours commissioned\t20,317" } },
    { id: "reablement-hours", value: "2892", unit: "hours-a-week", measure: "commissioned", exactness: "as-printed", of: "unstated", source: { ...report, clause: "11", quote: "Weekly reablement hours commissioned\t2,892" } },
    { id: "budget", value: "16600000", unit: "pounds", measure: "budget", exactness: "as-printed", of: "2019/20", source: { ...report, clause: "23", quote: "The 2019/20 budget for domiciliary care is £16.6m." } },
  ],
  facts: [
    { id: "engaged-partners", says: "Health colleagues from both CCGs are engaged.", source: { ...report, clause: "35", quote: "Health colleagues from East and West CCGs are fully engaged with the project." } },
    {
      id: "implementation-length",
      says: "The first estimate of the implementation is three months.",
      source: { ...report, clause: "19", quote: "The initial estimate for completion of the implementation is three months but is highly dependent upon several factors" },
    },
    { id: "subject-to-change", says: "Everything about the new service is subject to change.", source: { ...report, clause: "29", quote: "the information contained in this report will be subject to change as that work progresses." } },
  ],
};
