import { readFile } from "node:fs/promises";
import { type VisitCouncil, contractOf } from "../index.js";
import { type Cannot, type ParsedCouncil, type Problem, parseCouncil } from "../config/index.js";
import { problemWith, utf8Text } from "./files.js";
import type { NamedCouncil } from "./options.js";
import { BadData, asMisuse, problemLine } from "./problems.js";

/** A council's file, read. */
export async function readCouncil(file: string): Promise<ParsedCouncil> {
  try {
    return parseCouncil(utf8Text(file, await readFile(file)));
  } catch (error) {
    throw problemWith(file, error);
  }
}

/**
 * The council of a file by which visits are to be assessed, or that of one of its contracts, and what it asks an export for. All its problems go to standard
 * error, each on a line of its own.
 */
export async function visitCouncilIn(file: string, contract: string | undefined): Promise<NamedCouncil> {
  const parsed = await readCouncil(file);
  if (parsed.kind === "refused") {
    for (const problem of parsed.problems) process.stderr.write(problemLine(new BadData(problemText(problem))));
    throw new BadData(`${file}: not a council: ${counted(parsed.problems.length)}`);
  }
  const council = contract === undefined ? parsed.council : asMisuse(() => contractOf(parsed.council, contract), `--contract ${contract}`);
  const cannot = parsed.cannot.filter((one) => one.use === "assess-visits" && one.contract === (contract ?? null));
  if (cannot.length > 0) throw new BadData(`${file}: ${cannot.map(cannotText).join("; ")}`);
  // Nothing that assessing visits needs is missing.
  return { council: council as VisitCouncil, askedColumns: parsed.uses.find((use) => use.contract === (contract ?? null))!.columns };
}

/** A problem in one line: where, what was expected, what came, what to do. */
export function problemText({ path, expected, got, do: todo }: Problem): string {
  return `${path === "" ? "the file" : path}: expected ${expected}, got ${got}. ${todo}`;
}

/** `1 problem`, `2 problems`. */
export function counted(problems: number): string {
  return `${problems} ${problems === 1 ? "problem" : "problems"}`;
}

/** What a sound council cannot be used for, and what to do. */
export function cannotText({ use, contract, reason, clauses }: Cannot): string {
  const purpose = use === "charge" ? "cannot say what persons are charged" : `cannot assess visits${contract === null ? "" : ` of the contract ${contract}`}`;
  const names = clauses.join(", ");
  return reason === "clauses-missing" ? `${purpose}: add ${names}` : `${purpose}: no version is agreed or on trial of ${names}. Write "authority": "agreed" when its words and terms are the contract's`;
}
