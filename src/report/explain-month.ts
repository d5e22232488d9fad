import type { Cite } from "../contract/source.words.js";
import { asksAnything, everyWindowWords } from "../continuity/window.words.js";
import { type MonthDocument, lacksTargets } from "../month/document.js";
import { continuityMonthWords, findingsMonthWords, kindsWords, monthHeadWords, paymentMonthWords, performanceMonthWords, punctualityMonthWords, readingsMonthWords, uncountedWords } from "../month/month.words.js";
import { ROUNDING_SAYS, STATEMENT_PERIOD_SAYS } from "../payment/statement.words.js";
import { type Rules, rulesOn } from "../rules/compile.js";
import { dayNumber } from "../shared/day.js";
import { readingsOf } from "../rules/with-reading.js";
import { rulesSentences } from "./explain-visit.js";
import type { Section } from "./section.js";

/** A month in sentences: its days, its visits, each measure with the providers that met its target, money, findings, readings. */
export function monthSections<CallType extends string>(document: MonthDocument<CallType>, rules: Rules<CallType>, cite: Cite, otherwise: readonly string[]): Section[] {
  const head: Section = { heading: rules.council.name, sentences: [...monthHeadWords(document), ...otherwise] };
  const findings: Section = { heading: "Findings", sentences: findingsMonthWords(document) };
  if (document.period === null) return [head, findings];
  const { versions, punctuality, continuity } = rulesOn(rules, dayNumber(document.period.lastDay));
  const lacking = lacksTargets(rules, document.period);
  const { statement } = versions;
  const statements = statement.kind === "in-force" ? [STATEMENT_PERIOD_SAYS[statement.version.period], ROUNDING_SAYS[statement.version.rounding]] : [];
  const { performance } = document.total;
  const figures: Pick<MonthDocument, "total" | "providers"> = document;
  const source = (clause: "punctuality" | "targets" | "continuity" | "performanceEffects"): string[] => {
    const answer = versions[clause];
    return answer?.kind === "in-force" ? [`${clause === "targets" ? "The target" : "The rule"}: ${cite(answer.version.source)}.`] : [];
  };
  return [
    head,
    { heading: "Visits", sentences: kindsWords(document.total) },
    ...rules.callTypes.map((callType): Section => ({
      heading: `Punctuality, ${callType} calls`,
      sentences: [...(punctuality?.callTypes[callType] === null ? ["The council does not test these calls."] : []), ...punctualityMonthWords(figures, callType, lacking), ...source("punctuality"), ...source("targets")],
    })),
    { heading: "Continuity of care", sentences: [...(continuity === null || asksAnything(continuity) ? [] : [everyWindowWords(continuity)]), ...continuityMonthWords(figures, continuity?.shareOf === "service-users" ? "service user" : "window", lacking), ...source("continuity")] },
    ...(performance === undefined ? [] : [{ heading: "Performance", sentences: [...performanceMonthWords(performance), ...source("performanceEffects")] }]),
    { heading: "Payment", sentences: [...paymentMonthWords(document), ...statements] },
    findings,
    { heading: "Readings", sentences: [...readingsMonthWords(document, rules.visitReadings), ...uncountedWords(document, readingsOf(rules.council))] },
    { heading: "The rules", sentences: rulesSentences(rules.council.name, rulesOn(rules, dayNumber(document.period.lastDay)), cite) },
  ];
}
