import type { Clause, Version } from "../contract/clause.js";
import type { Source } from "../contract/source.js";
import { type AnyClauseName, CLAUSES, type Council, FURTHER_CLAUSES } from "../rules/council.js";

const TITLES: { readonly [C in AnyClauseName]: string } = {
  punctuality: "Punctuality",
  targets: "Targets",
  attendance: "Missed and excused visits",
  paidMinutes: "Paid minutes",
  basis: "Whose time is paid",
  rate: "Rate",
  statement: "Statements",
  continuity: "Continuity of care",
  undelivered: "Visits that did not go to plan",
  incentive: "Incentives",
  contribution: "Contribution of the person",
  visitLength: "Length of visits",
  performanceEffects: "Performance effects",
  scorecard: "Scorecard",
  capture: "Visits logged electronically",
  timeBank: "Time bank",
};

/**
 * A council's contract as a page of Markdown: every clause with its days, standing and quotation, what the source leaves
 * unsaid, the choice adopted and every other choice.
 *
 * @example
 * ```ts
 * councilPage(leicester).split("\n")[0]; // => "# Leicester City Council"
 * ```
 */
export function councilPage(council: Council): string {
  const clauses = [...CLAUSES, ...FURTHER_CLAUSES].flatMap((name) => {
    const clause = council[name] as Clause<object> | undefined;
    return clause === undefined ? [] : [`## ${TITLES[name]}\n\n${clause.versions.map(versionText).join("\n\n")}`];
  });
  return `# ${council.name}\n\nCouncil id \`${council.id}\`, call types ${council.callTypes.map((callType) => `\`${callType}\``).join(", ")}.\n\n${clauses.join("\n\n")}\n`;
}

function versionText(version: Version<object>): string {
  const { firstDay, lastDay, authority, source, alsoSee, readings } = version;
  const days = firstDay === "unstated" && lastDay === "unstated" ? "The document states no day for it." : `From ${firstDay} to ${lastDay} (both included).`;
  const sources = [source, ...(alsoSee ?? [])].map(quotation);
  const unsaid = Object.entries(readings).map(([slug, { silent, adopted, choices }]) => {
    const rows = Object.entries(choices).map(([choice, { says, asks }]) => `| \`${choice}\`${choice === adopted ? ", adopted" : ""} | ${says}${asks === undefined ? "" : ` Asks for ${asks.for}.`} |`);
    return `### Unsaid: \`${slug}\`\n\n${silent}\n\n| choice | what it says |\n|---|---|\n${rows.join("\n")}`;
  });
  return [`Standing: ${authority}. ${days}`, ...sources, ...unsaid].join("\n\n");
}

function quotation({ document, published, clause, quote }: Source): string {
  return `> ${quote}\n>\n> ${document} (${published}), ${clause}`;
}
