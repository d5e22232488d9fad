import { resolve } from "node:path";
import * as ts from "typescript";

const ROOT = resolve(import.meta.dirname, "../..");

/** The errors of each snippet, all of them checked in one program beside the sources. */
export function errorsOf(prelude: string, snippets: Readonly<Record<string, { readonly code: string }>>): ReadonlyMap<string, string[]> {
  const { config } = ts.readConfigFile(resolve(ROOT, "tsconfig.json"), (path) => ts.sys.readFile(path)) as { config: { compilerOptions: object } };
  const { options } = ts.convertCompilerOptionsFromJson({ ...config.compilerOptions, rootDir: ".", noEmit: true, declaration: false, noUnusedLocals: false }, ROOT);
  const files = new Map(Object.entries(snippets).map(([name, { code }], i) => [resolve(ROOT, `test/types/snippet-${i}.ts`), { name, text: prelude + code }]));
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile } = host;
  host.fileExists = (path) => files.has(path) || fileExists(path);
  host.readFile = (path) => files.get(path)?.text ?? readFile(path);
  const program = ts.createProgram([...files.keys()], options, host);
  return new Map(
    [...files].map(([path, { name }]) => [name, ts.getPreEmitDiagnostics(program, program.getSourceFile(path)).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"))]),
  );
}
