import { readFile } from "node:fs/promises";
import type { Decoder, Problem } from "./decode.js";
import { utf8Text } from "./files.js";
import { BadData, Misuse, problemLine } from "./problems.js";

/** Reads a JSON file as a decoder says. All its problems are told at once, each on a line of its own with its path. */
export async function readJson<T>(file: string, what: string, decoder: Decoder<T>): Promise<T> {
  const problems: Problem[] = [];
  const read = decoder(parsed(file, await contents(file)), "$", problems);
  if (problems.length === 0) return read;
  for (const { path, expected, got } of problems) process.stderr.write(problemLine(new BadData(`${path}: expected ${expected}, got ${got}`)));
  throw new BadData(`${file}: not ${what}: ${problems.length} ${problems.length === 1 ? "problem" : "problems"}`);
}

async function contents(file: string): Promise<string> {
  try {
    return utf8Text(file, await readFile(file));
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "ENOENT") throw new Misuse(`${file}: there is no such file`);
    if (code === "EISDIR") throw new Misuse(`${file}: is a folder`);
    if (code === "EACCES") throw new Misuse(`${file}: may not be read`);
    throw error;
  }
}

function parsed(file: string, json: string): unknown {
  try {
    return JSON.parse(json.replace(/^\uFEFF/, "")) as unknown;
  } catch (error) {
    throw new BadData(`${file}: not JSON (${error instanceof Error ? error.message : String(error)})`);
  }
}
