import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, vi } from "vitest";
import { assess } from "../../src/cli/assess.js";
import { BadData, EXIT, Misuse, problemLine } from "../../src/cli/problems.js";

/** A folder for the files of one test file, gone when its tests are done. */
export function testFolder(): { readonly path: string; readonly file: (name: string, text: string | Uint8Array) => string } {
  const path = mkdtempSync(join(tmpdir(), "homecare-rules-"));
  afterAll(() => rmSync(path, { recursive: true, force: true }));
  return {
    path,
    file: (name, text) => {
      writeFileSync(join(path, name), text);
      return join(path, name);
    },
  };
}

/** How a command ended, and what it wrote; `problem` is what it would have been refused with. */
export interface Ran {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
  readonly problem: string | null;
}

/** Runs `homecare-rules assess` in this process, on the source. */
export function run(...args: readonly string[]): Promise<Ran> {
  return runCommand(assess, ...args);
}

/** Runs a command in this process, on the source. */
export async function runCommand(command: (args: readonly string[]) => Promise<number>, ...args: readonly string[]): Promise<Ran> {
  let [out, err] = ["", ""];
  const spies = [
    vi.spyOn(process.stdout, "write").mockImplementation((text) => ((out += String(text)), true)),
    vi.spyOn(process.stderr, "write").mockImplementation((text) => ((err += String(text)), true)),
  ];
  try {
    return { exit: await command(args), out, err, problem: null };
  } catch (error) {
    if (!(error instanceof Misuse) && !(error instanceof BadData)) throw error;
    const problem = problemLine(error).replaceAll(/\n {2}/g, " ").replace(/^homecare-rules: (.*)\n$/, "$1");
    return { exit: error instanceof Misuse ? EXIT.misuse : EXIT.errors, out, err, problem };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}
