import { visitKindWords } from "../assessment/attendance.words.js";
import { inForceWords } from "../contract/clause.words.js";
import { readSoWords } from "../contract/reading.words.js";
import type { Cite } from "../contract/source.words.js";
import { isReceived } from "../continuity/received.js";
import { notReceivedWords } from "../continuity/received.words.js";
import { WINDOW_DAYS, windowWords } from "../continuity/window.words.js";
import { rowFindingWords } from "../ecm/findings.words.js";
import { conflictWords, ecmRowWords } from "../ecm/rows.words.js";
import type { VisitStory } from "../month/story.js";
import { type Rules, rulesOn } from "../rules/compile.js";
import { groupPaymentWords } from "../rules/groups.words.js";
import { dayNumber } from "../shared/day.js";
import { dayWords } from "../shared/words.js";
import { visitSections } from "./explain-visit.js";
import { SUMMARY, summarySection } from "./summary.js";
import type { Section } from "./section.js";

/** A visit in an export: its rows with what was found in them, what it is, and the continuity windows it counts in. */
export function storySections<CallType extends string>(story: VisitStory<CallType>, rules: Rules<CallType>, cite: Cite, otherwise: readonly string[]): Section[] {
  const { rows, unplaced, told, groups } = story;
  const sentences = rows.flatMap((row) => (row.kind === "rejected" ? [rowFindingWords(row.finding)] : [ecmRowWords(row.row), ...row.findings.map(rowFindingWords)]));
  const accepted = rows.flatMap((row) => (row.kind === "accepted" ? [row.row] : []));
  return [
    told.kind === "assessed" ? summarySection(told.assessment, rules, otherwise, groups) : { heading: SUMMARY, sentences: [visitKindWords({ kind: "undetermined", reason: told.reason }), ...otherwise] },
    { heading: "Rows of the export", sentences: [...sentences, ...unplaced.map((finding) => `It carries this id too. ${rowFindingWords(finding)}`), ...conflictWords(accepted)] },
    ...(told.kind === "assessed" ? visitSections(told.assessment, rules, cite, () => [...groupSections(story, rules, cite), ...windowSections(story, rules, cite)]) : [undeterminedSection(story, told.reason), ...windowSections(story, rules, cite)]),
  ];
}

function undeterminedSection({ id, provider, day }: VisitStory, reason: "rejected-row" | "conflicting-rows"): Section {
  return {
    heading: "Visit",
    sentences: [`Visit ${id} of provider ${provider} on ${dayWords(day)}.`, visitKindWords({ kind: "undetermined", reason }), "Nothing is said of its punctuality, and nothing is paid for it until then."],
  };
}

function groupSections<CallType extends string>({ groups, id, day }: VisitStory<CallType>, rules: Rules<CallType>, cite: Cite): Section[] {
  const { basis, paidMinutes } = rulesOn(rules, dayNumber(day)).versions;
  const about = {
    source: basis.kind === "in-force" ? cite(basis.version.source) : null,
    only: { visit: id, day },
    // Of one group the terms are the same on every day.
    ...(basis.kind === "in-force" && paidMinutes.kind === "in-force" ? { terms: { limits: basis.version, paidMinutes: paidMinutes.version } } : {}),
  };
  return groups.map((group) => ({ heading: "Time added up", sentences: groupPaymentWords(group, about) }));
}

function windowSections<CallType extends string>({ windows, told, period, inPeriod, day }: VisitStory<CallType>, rules: Rules<CallType>, cite: Cite): Section[] {
  const heading = "Continuity of care";
  if (period === null) return [{ heading, sentences: ["No row of the export was accepted, so there is no period and no window."] }];
  const days = `${dayWords(period.firstDay)} to ${dayWords(period.lastDay)}${period.derived ? ", the days of the accepted rows" : ""}`;
  if (!inPeriod) return [{ heading, sentences: [`The visit is on ${dayWords(day)}, outside the period (${days}); it counts in nothing that is assessed for the period.`] }];
  const { versions } = rulesOn(rules, dayNumber(day));
  if (versions.continuity.kind !== "in-force") return [{ heading, sentences: inForceWords(versions.continuity, "The rule on continuity of care", cite) }];
  const terms = versions.continuity.version;
  if (told.kind !== "assessed") return [{ heading, sentences: ["Until that is corrected it does not count as received: it counts in no window."] }];
  const { visit, kind } = told.assessment;
  if (!isReceived(visit, kind, terms)) return [{ heading, sentences: [notReceivedWords(visit, kind, terms)] }];
  if (windows.length === 0) return [{ heading, sentences: [`No window that lies wholly inside the period (${days}) holds its day${readSoWords(WINDOW_DAYS, terms.readings)}.`] }];
  return windows.map((window, i): Section => {
    const answer = rulesOn(rules, dayNumber(window.lastDay)).versions.continuity;
    return {
      heading: windows.length === 1 ? heading : `${heading}, window ${i + 1} of ${windows.length}`,
      sentences: answer.kind === "in-force" ? windowWords(window, answer.version, cite(answer.version.source)) : inForceWords(answer, "The rule on continuity of care", cite),
    };
  });
}
