// The tarball itself: what it holds, which doors it has, what it costs a consumer's bundle.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { check, expect } from "./report.mjs";
import { outputOf } from "./run-command.mjs";
import { ROOT, bundlerOf } from "./setup.mjs";

const DOCUMENTS = ["CHANGELOG.md", "LICENSE", "README.md", "package.json"];
/** No test, no map: their names have one more point. */
const BUILT = /^dist\/(?:cli\/[a-z-]+-[A-Z0-9]{8}\.js|(?:[a-z-]+\/)*[a-z-]+(?:\.words|\.schema)?(?:\.js|\.d\.ts)|council\.schema\.json)$/;
/** The pages and samples that README points to. */
const TO_READ = /^(?:docs|examples)\/(?:[a-z-]+\/)*(?:README|[a-z0-9-]+)\.(?:md|svg|png|ts|csv|json)$/;
const DEPENDENCIES = ["decimal.js", "temporal-polyfill", "zod"];
/** What importing one function may cost, in bytes. */
const LARGEST_BAND_FOR = 1000;

export async function checkTarball(project, tools, tarball) {
  const installed = join(project, "node_modules/homecare-rules");
  const files = readdirSync(installed, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(installed.length + 1))
    .sort();
  const textOf = (file) => readFileSync(join(installed, file), "utf8");
  const manifest = JSON.parse(textOf("package.json"));
  const councils = files.filter((file) => /^dist\/councils\/[a-z-]+\.js$/.test(file)).map((file) => `councils/${file.slice("dist/councils/".length, -".js".length)}`);

  await check("the tarball holds the build, its documents and samples, and nothing else", () => {
    const strange = files.filter((file) => !DOCUMENTS.includes(file) && !BUILT.test(file) && !TO_READ.test(file));
    expect(strange.length === 0, `it also holds ${strange.join(", ")}`);
    return `${files.length} files, ${Math.round(readFileSync(tarball).length / 1000)} kB packed`;
  });
  for (const document of DOCUMENTS) await check(`the tarball has ${document}`, () => expect(files.includes(document), "it is not there"));
  await check("no source maps, and no path of the machine that built it", () => {
    const places = [ROOT, `${homedir()}/`, `${tmpdir()}/`, "file:///", "sourceMappingURL"];
    const found = files.flatMap((file) => places.filter((place) => textOf(file).includes(place)).map((place) => `${file}: ${place}`));
    expect(found.length === 0, found.join("\n"));
  });
  await check(`runtime dependencies are ${DEPENDENCIES.join(", ")} at most, each pinned`, () => {
    const strange = Object.entries(manifest.dependencies ?? {}).filter(([name, version]) => !DEPENDENCIES.includes(name) || !/^\d/.test(version));
    expect(strange.length === 0, strange.join("\n"));
  });

  await check("publint has nothing to say", () => {
    const said = outputOf(join(ROOT, "node_modules/.bin/publint"), ["run", tarball, "--strict"]);
    expect(said.includes("All good!"), said);
  });
  await check("attw, esm-only: the types of every door resolve", () => {
    const said = outputOf(join(ROOT, "node_modules/.bin/attw"), [tarball, "--profile", "esm-only", "--include-entrypoints", ...councils]);
    // It ends well for a package without any types, too.
    expect(!said.includes("does not contain types"), said);
  });

  const doors = Object.keys(manifest.exports).flatMap((door) => (door === "./councils/*" ? councils.map((council) => `./${council}`) : [door]));
  for (const door of doors.filter((name) => !name.endsWith(".json"))) {
    await check(`the door ${door} opens`, () => {
      const code = `const opened = Object.keys(await import(${JSON.stringify(`homecare-rules${door.slice(1)}`)})); if (opened.length === 0) throw new Error("it exports nothing"); console.log(opened.length);`;
      return `${outputOf(process.execPath, ["--input-type=module", "-e", code], { cwd: project }).trim()} names`;
    });
  }
  await check("the JSON Schema of a council's file is there, and is what the door ./config gives", () => {
    const code = 'import schema from "homecare-rules/council.schema.json" with { type: "json" }; import { councilJsonSchema } from "homecare-rules/config"; console.log(JSON.stringify(schema) === JSON.stringify(councilJsonSchema()));';
    const said = outputOf(process.execPath, ["--no-warnings", "--input-type=module", "-e", code], { cwd: project }).trim();
    expect(said === "true", "the file is another");
  });
  await check("what is not a door stays closed", () => {
    const code = 'const error = await import("homecare-rules/dist/shared/exact.js").catch((error) => error); console.log(error.code);';
    const said = outputOf(process.execPath, ["--input-type=module", "-e", code], { cwd: project }).trim();
    expect(said === "ERR_PACKAGE_PATH_NOT_EXPORTED", `importing a file of dist answers ${said}`);
  });

  const build = await bundlerOf(tools);
  const bundled = async (code) => {
    writeFileSync(join(project, "entry.mjs"), code);
    const { metafile, outputFiles } = await build({ entryPoints: [join(project, "entry.mjs")], format: "esm", absWorkingDir: project });
    const [{ inputs }] = Object.values(metafile.outputs);
    const inside = Object.entries(inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0).map(([file]) => file);
    return { bytes: outputFiles[0].contents.length, inside, read: Object.keys(metafile.inputs) };
  };
  await check(`importing only bandFor costs less than ${LARGEST_BAND_FOR} bytes`, async () => {
    const { bytes, inside } = await bundled('export { bandFor } from "homecare-rules";');
    expect(bytes > 0 && bytes < LARGEST_BAND_FOR, `it costs ${bytes} bytes, of ${inside.join(", ")}`);
    return `${bytes} bytes, of ${inside.length} file`;
  });
  await check("zod cannot be reached from the main door", async () => {
    const { bytes, read } = await bundled('import * as all from "homecare-rules"; globalThis.all = all;');
    expect(read.some((file) => file.includes("homecare-rules/dist/")), "the bundle is empty");
    const reached = read.filter((file) => file.includes("/zod/"));
    expect(reached.length === 0, `reached ${reached.length} of its files`);
    return `all of the main door: ${Math.round(bytes / 1000)} kB minified`;
  });
}
