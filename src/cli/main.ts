#!/usr/bin/env node
import { assess } from "./assess.js";
import { council } from "./council.js";
import { explain } from "./explain.js";
import { eligibility } from "./eligibility.js";
import { framework } from "./framework.js";
import { BadData, EXIT, Misuse, problemLine } from "./problems.js";
import { wrapped } from "./table.js";

const COMMANDS: { readonly [name: string]: { readonly says: string; readonly run: (args: readonly string[]) => Promise<number> } } = {
  assess: { says: "assess an export: punctuality, continuity, missed calls and payments by provider", run: assess },
  explain: { says: "tell one visit's whole story: its rows, what it is, what is paid for it, and why", run: explain },
  eligibility: { says: "who may join under a council's terms, from CQC records or the ratings sheet", run: eligibility },
  framework: { says: "check a framework, or say to whom it offers a package", run: framework },
  council: { says: "write down a council's contract as a JSON file, and check it", run: council },
};

/** A command's name and the space after it. */
const NAME_WIDTH = 13;

const USAGE = `homecare-rules: a council's home-care contract, applied to visits

  homecare-rules <command> [options]

${Object.entries(COMMANDS)
  .map(([name, { says }]) => wrapped(`${name.padEnd(NAME_WIDTH)}${says}`, "  ", " ".repeat(NAME_WIDTH + 2)))
  .join("\n")}

  homecare-rules <command> --help says more of a command.
`;

async function main([name, ...args]: readonly string[]): Promise<number> {
  if (name === undefined || name === "--help" || name === "-h" || name === "help") {
    (name === undefined ? process.stderr : process.stdout).write(USAGE);
    return name === undefined ? EXIT.misuse : EXIT.well;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined) throw new Misuse(`there is no command "${name}". Commands: ${Object.keys(COMMANDS).join(", ")}`);
  return command.run(args);
}

// A reader that has seen enough (`| head`) is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(EXIT.well);
});

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof Misuse) && !(error instanceof BadData)) throw error;
  process.stderr.write(problemLine(error));
  process.exitCode = error instanceof Misuse ? EXIT.misuse : EXIT.errors;
}
