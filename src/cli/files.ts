import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { UnreadableExport } from "../index.js";
import { BadData, Misuse } from "./problems.js";

/** The size of a file to read; a mistake when there is none. */
export async function sizeOf(file: string): Promise<number> {
  try {
    const found = await stat(file);
    if (found.isDirectory()) throw new Misuse(`${file}: is a folder, not an export`);
    return found.size;
  } catch (error) {
    throw problemWith(file, error);
  }
}

/** Is there a folder of this name? */
export async function isFolder(name: string): Promise<boolean> {
  try {
    return (await stat(name)).isDirectory();
  } catch {
    return false;
  }
}

/** A file's bytes from the start. */
export function bytesOf(file: string): AsyncIterable<Uint8Array> {
  return createReadStream(file, { highWaterMark: 1 << 18 });
}

/** The text of a file's bytes. Letters of another encoding are not guessed: two names could become one. */
export function utf8Text(file: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new BadData(`${file}: is not UTF-8 text. Save it as UTF-8 (a spreadsheet or an older editor may have saved it as Windows-1252 or UTF-16)`);
  }
}

/** What to throw for an error met while working on a file: the file is named, and what to do is said where it is known. */
export function problemWith(file: string, error: unknown): unknown {
  if (error instanceof UnreadableExport) return new BadData(`${file}: ${error.message}`);
  if (isFileError(error)) return new Misuse(`${file}: ${fileProblem(error)}`);
  return error;
}

function isFileError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "syscall" in error;
}

function fileProblem(error: NodeJS.ErrnoException): string {
  if (error.code === "ENOENT") return "there is no such file";
  if (error.code === "EACCES") return "may not be read or written";
  return error.message;
}
