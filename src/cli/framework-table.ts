import {
  type CarePackage,
  type CheckOptions,
  type Day,
  type Framework,
  type FrameworkCheck,
  type OffersAnswer,
  explainFrameworkCheck,
  explainOffers,
  frameworkReadings,
  lastDayOf,
  toText,
} from "../index.js";
import { printable, wrapped } from "./table.js";

/** What a check of a framework found, for a person to read, in 80 columns. */
export function checkTable(framework: Framework, check: FrameworkCheck, options: CheckOptions): string {
  return parts([head(framework), toText(explainFrameworkCheck(check, framework, options)), readings(framework)]);
}

/** To whom a package is offered, for a person to read, in 80 columns. */
export function offersTable(framework: Framework, carePackage: CarePackage, day: Day, answer: OffersAnswer): string {
  return parts([head(framework), toText(explainOffers(answer, framework, carePackage, day))]);
}

function parts(texts: readonly string[]): string {
  return `${texts.filter((text) => text !== "").map((text) => text.trimEnd()).join("\n\n")}\n`;
}

function head(framework: Framework): string {
  const { name, authority, term, places, memberships } = framework;
  const providers = new Set(memberships.map(({ provider }) => provider)).size;
  const extension = `${term.extendedTo === "not-extended" ? "" : ", extended"}${term.extension === "none" ? "" : `; may be extended up to ${term.extension.upTo}`}`;
  return [
    inLines(`${name} (${authority})`, "", "  "),
    inLines(`Term: ${term.firstDay} to ${lastDayOf(term)}${extension}`, "", "  "),
    `${places.lots.length} lots, ${places.localities.length} localities; ${providers} providers, ${memberships.length} memberships`,
  ].join("\n");
}

/** Every reading of the framework. */
function readings(framework: Framework): string {
  const lines = frameworkReadings(framework).map(({ reading, adopted, choices }) => inLines(`${reading} = ${adopted}. ${choices.find(({ choice }) => choice === adopted)!.says}`, "  ", "    "));
  return lines.length === 0 ? "" : ["Readings: where the document is silent, what was adopted", ...lines].join("\n");
}

/** Text in lines of at most 80 columns; what stood in a file is shown without its control characters. */
function inLines(text: string, indent: string, hanging: string): string {
  return wrapped(printable(text), indent, hanging);
}
