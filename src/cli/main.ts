#!/usr/bin/env node
import { BadData, EXIT, Misuse, problemLine } from "./problems.js";
import { wrapped } from "./table.js";

/** A command is loaded when it is asked for. */
const COMMANDS: { readonly [name: string]: { readonly says: string; readonly run: (args: readonly string[]) => Promise<number> } } = {
  assess: { says: "assess an export: punctuality, continuity, missed calls and payments by provider", run: async (args) => (await import("./assess.js")).assess(args) },
  explain: { says: "tell one visit's whole story: its rows, what it is, what is paid for it, and why", run: async (args) => (await import("./explain.js")).explain(args) },
  eligibility: { says: "who may join under a council's terms, from CQC records or the ratings sheet", run: async (args) => (await import("./eligibility.js")).eligibility(args) },
  framework: { says: "check a framework, or say to whom it offers a package", run: async (args) => (await import("./framework.js")).framework(args) },
  council: { says: "write down a council's contract as a JSON file, and check it", run: async (args) => (await import("./council.js")).council(args) },
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
