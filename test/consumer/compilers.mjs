// The declarations as consumers compile them, and the mistakes that they must refuse.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { check, expect } from "./report.mjs";
import { runCommand } from "./run-command.mjs";
import { COMPILERS } from "./setup.mjs";

// No setting here spares a declaration: skipLibCheck is off, and the only library is the language's own.
const STRICT = { strict: true, skipLibCheck: false, target: "es2022", lib: ["es2022"], types: [], declaration: true, noEmit: true };
const NODENEXT = { ...STRICT, module: "nodenext" };
const BUNDLER = { ...STRICT, module: "esnext", moduleResolution: "bundler", noUncheckedIndexedAccess: true, exactOptionalPropertyTypes: true, verbatimModuleSyntax: true };

export async function checkCompilers(project, tools) {
  const folder = join(project, "types");
  const mistakes = mistakesIn(join(folder, "wrong.ts"));
  for (const line of COMPILERS) {
    const version = JSON.parse(readFileSync(join(tools, `node_modules/typescript-${line}/package.json`), "utf8")).version;
    const errorsWith = (options, files) => {
      const config = join(folder, "tsconfig.json");
      writeFileSync(config, JSON.stringify({ compilerOptions: options, files }));
      const { status, stdout } = runCommand(process.execPath, [join(tools, `node_modules/typescript-${line}/bin/tsc`), "-p", config, "--pretty", "false"], { cwd: folder });
      const errors = stdout.split("\n").filter((text) => / error TS|^error TS/.test(text));
      expect((status === 0) === (errors.length === 0), `tsc ended with ${status}:\n${stdout}`);
      return errors;
    };
    for (const [name, options] of [["nodenext", NODENEXT], ["bundler", BUNDLER]]) {
      let refused = [];
      await check(`TypeScript ${version}, ${name}: the declarations and a consumer's code compile`, () => {
        const errors = errorsWith(options, ["use.ts", "wrong.ts"]);
        refused = errors.filter((error) => error.startsWith("wrong.ts"));
        const others = errors.filter((error) => !refused.includes(error));
        expect(others.length === 0, others.join("\n"));
      });
      await check(`TypeScript ${version}, ${name}: ${mistakes.length} mistakes are refused, each where it stands`, () => compareMistakes(refused, mistakes));
    }
    if (line === "5.4") continue; // knows neither require() of ES modules nor Temporal
    await check(`TypeScript ${version}: a CommonJS caller compiles`, () => {
      const errors = errorsWith(NODENEXT, ["use.cts"]);
      expect(errors.length === 0, errors.join("\n"));
    });
    if (line === "5.9") continue; // does not know Temporal
    await check(`TypeScript ${version}: the language's own Temporal is a time`, () => {
      const errors = errorsWith({ ...NODENEXT, lib: ["es2022", "esnext.temporal"] }, ["native-temporal.ts"]);
      expect(errors.length === 0, errors.join("\n"));
    });
  }
}

/** What a file says will be refused: the line after each comment, and the errors it may be refused with. */
function mistakesIn(file) {
  const lines = readFileSync(file, "utf8").split("\n");
  return lines.flatMap((text, i) => {
    const [, codes] = /^\/\/ refused ((?:TS\d+ ?)+):/.exec(text) ?? [];
    return codes === undefined ? [] : [{ line: i + 2, codes: codes.split(" "), text: lines[i + 1] }];
  });
}

function compareMistakes(refused, mistakes) {
  expect(mistakes.length > 0, "no mistake is listed");
  const found = refused.map((error) => /^wrong\.ts\((\d+),\d+\): error (TS\d+): /.exec(error)).map(([, line, code]) => ({ line: Number(line), code }));
  const accepted = mistakes.filter(({ line, codes }) => !found.some((error) => error.line === line && codes.includes(error.code)));
  const unexpected = refused.filter((_, i) => !mistakes.some(({ line, codes }) => found[i].line === line && codes.includes(found[i].code)));
  expect(accepted.length === 0 && unexpected.length === 0, [...accepted.map(({ line, codes, text }) => `line ${line} was not refused with ${codes.join(" or ")}: ${text}`), ...unexpected].join("\n"));
}
