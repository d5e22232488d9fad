import { spawnSync } from "node:child_process";
import { delimiter, dirname } from "node:path";

const FIVE_MINUTES = 300_000;

/** Runs a command to its end, under a Node of one's choice, in this environment less what would change Node's ways. */
export function runCommand(command, args, { cwd, env = {}, input, node = process.execPath } = {}) {
  const { NODE_OPTIONS: _options, NODE_PATH: _path, ...own } = process.env;
  const found = spawnSync(command, args, {
    cwd,
    env: { ...own, PATH: `${dirname(node)}${delimiter}${own.PATH}`, NO_COLOR: "1", ...env },
    ...(input === undefined ? {} : { input }),
    encoding: "utf8",
    maxBuffer: 1 << 27,
    timeout: FIVE_MINUTES,
  });
  if (found.error !== undefined) throw found.error;
  return { status: found.status, stdout: found.stdout, stderr: found.stderr };
}

/** The same for a command that must end well: its standard output. */
export function outputOf(command, args, options) {
  const { status, stdout, stderr } = runCommand(command, args, options);
  if (status !== 0) throw new Error(`${command} ${args.join(" ")} ended with ${status}:\n${(stderr + stdout).trim()}`);
  return stdout;
}
