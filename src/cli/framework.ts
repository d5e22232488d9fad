import {
  type Authority,
  type Day,
  FRAMEWORK_FINDINGS,
  type Framework,
  type FrameworkCheck,
  type FrameworkRecords,
  type OfferOptions,
  checkFramework,
  leicesterFrameworks,
  leicestershire,
  offers,
  plymouth,
  withFrameworkReading,
} from "../index.js";
import { type MembersFile, frameworkFile, isDay, membersFile, packageFile } from "./framework-file.js";
import { checkTable, offersTable } from "./framework-table.js";
import { readJson } from "./json-file.js";
import { parsedArguments } from "./options.js";
import { EXIT, Misuse, asMisuse } from "./problems.js";

const HELP = `homecare-rules framework check FRAMEWORK [options]
homecare-rules framework offer FRAMEWORK --package FILE --day DAY [options]

check says whether a framework is sound; offer says to which of its providers a
package is offered on a day, in which order, and why each other is left out.

FRAMEWORK is a JSON file, or a built-in one: COUNCIL/ID, or COUNCIL when it has
only one in place. Built in:
  leicester/overarching-framework       leicester/contracts-since-2017
  leicestershire/help-to-live-at-home   leicestershire/service-to-follow
  plymouth/spot-contracts               plymouth/locality-partners

  --members FILE           JSON of what you know of the providers: memberships,
                           suspensions, grades, starts, eligibility, capacity,
                           hours, the framework's places, the extension used
  --package FILE           JSON of the package: service, lot, locality, zone,
                           needs, hoursPerWeek, price, declinedBy
  --day DAY                the day of the offer, YYYY-MM-DD
  --model ID               names an order of offer, or a council's framework,
                           that does not bind yet
  --as AUTHORITY           names terms that are proposed or recommended
  --reading SLUG=CHOICE    read a silence of the document otherwise; may be
                           given several times
  --json                   the document instead of the table
  --help                   this page

Exit: 0 well; 1 a file has problems, the framework has errors, or the offer
cannot be determined; 2 not called as above, or no such file.
`;

const COUNCILS: readonly FrameworkRecords[] = [leicesterFrameworks, leicestershire, plymouth];

/** `homecare-rules framework`. */
export async function framework(args: readonly string[]): Promise<number> {
  const { values, positionals } = parsedArguments(args, {
    members: { type: "string" },
    package: { type: "string" },
    day: { type: "string" },
    model: { type: "string" },
    as: { type: "string" },
    reading: { type: "string", multiple: true },
    json: { type: "boolean" },
    help: { type: "boolean", short: "h" },
  });
  const [command, target, ...more] = positionals;
  if (values.help === true) {
    process.stdout.write(HELP);
    return EXIT.well;
  }
  if (command !== "check" && command !== "offer") throw new Misuse(`framework: check or offer? Got ${command === undefined ? "neither" : `"${command}"`} (homecare-rules framework --help)`);
  if (target === undefined) throw new Misuse(`framework ${command}: which framework? Give a file or the id of a built-in one (homecare-rules framework --help)`);
  if (more.length > 0) throw new Misuse(`framework ${command}: one framework at a time, got also ${more.join(", ")}`);
  const as = authorityOf(values.as);
  const members = values.members === undefined ? {} : await readJson(values.members, "a members file", membersFile);
  const chosen = await chosenFramework(target, as, values.model);
  const read = asMisuse(() => (values.reading ?? []).reduce(withReading, withMembers(chosen.framework, members)));
  if (command === "check") {
    const foreign = (["package", "day", "model"] as const).find((name) => values[name] !== undefined && !(name === "model" && chosen.named));
    if (foreign !== undefined) throw new Misuse(`framework check: --${foreign} is for framework offer`);
    return check(read, members, values.json === true);
  }
  if (values.package === undefined || values.day === undefined) throw new Misuse("framework offer: --package and --day are both needed (homecare-rules framework --help)");
  if (!isDay(values.day)) throw new Misuse(`framework offer: --day takes a day of the calendar as YYYY-MM-DD, got "${values.day}"`);
  // A council's framework named as the model is named with its authority.
  const naming = chosen.named ? { as: read.authority } : { ...(as === undefined ? {} : { as }), ...(values.model === undefined ? {} : { model: values.model }) };
  return offer(read, members, values.package, values.day, naming, values.json === true);
}

function check(read: Framework, members: MembersFile, json: boolean): number {
  const options = members.hours === undefined ? {} : { hours: members.hours };
  const result = checkFramework(read, options);
  const errors = errorsOf(result);
  const document = {
    format: "homecare-rules/framework-check@1",
    ...result,
    findings: result.findings.map(({ code, facts, source }) => {
      const { severity, fix } = FRAMEWORK_FINDINGS[code];
      return { code, severity, facts, source, fix };
    }),
  };
  process.stdout.write(json ? `${JSON.stringify(document, null, 2)}\n` : checkTable(read, result, options));
  return errors > 0 ? EXIT.errors : EXIT.well;
}

async function offer(read: Framework, members: MembersFile, packagePath: string, day: Day, naming: Pick<OfferOptions, "as" | "model">, json: boolean): Promise<number> {
  const carePackage = await readJson(packagePath, "a package", packageFile);
  const errors = errorsOf(checkFramework(read));
  if (errors > 0) process.stderr.write(`homecare-rules: the framework has ${errors} ${errors === 1 ? "error" : "errors"} of its own: see homecare-rules framework check\n`);
  const { eligibility, capacity } = members;
  const known = { ...(eligibility === undefined ? {} : { eligibleOn: eligibility }), ...(capacity === undefined ? {} : { capacity }) };
  const answer = asMisuse(() => offers(read, carePackage, day, { ...naming, ...known }));
  const document = { format: "homecare-rules/offers@1", framework: read.id, day, package: carePackage, answer };
  process.stdout.write(json ? `${JSON.stringify(document, null, 2)}\n` : offersTable(read, carePackage, day, answer));
  return answer.kind === "cannot-be-determined" ? EXIT.errors : EXIT.well;
}

function errorsOf({ findings }: FrameworkCheck): number {
  return findings.filter(({ code }) => FRAMEWORK_FINDINGS[code].severity === "error").length;
}

interface Chosen {
  readonly framework: Framework;
  /** Was it named as the model? */
  readonly named: boolean;
}

/** The framework of a file, or a built-in one by its council and id. */
async function chosenFramework(target: string, as: Authority | undefined, model: string | undefined): Promise<Chosen> {
  const [id, inCouncil, ...rest] = target.split("/");
  const records = COUNCILS.find((council) => council.id === id);
  if (records === undefined || rest.length > 0) return { framework: await fileOrNone(target), named: false };
  if (inCouncil !== undefined) {
    const found = records.frameworks.find((known) => known.id === inCouncil);
    if (found === undefined) throw new Misuse(`framework: ${records.name} has no framework "${inCouncil}". It has ${records.frameworks.map((known) => known.id).join(", ")}`);
    return { framework: found, named: false };
  }
  const named = records.frameworks.find((known) => known.id === model);
  if (named !== undefined) return { framework: named, named: true };
  const fitting = records.frameworks.filter(({ authority }) => (as === undefined ? authority === "agreed" || authority === "trial" : authority === as));
  if (fitting.length !== 1) {
    const ids = records.frameworks.map((known) => `${records.id}/${known.id}`);
    throw new Misuse(`framework: ${records.name} has ${fitting.length} frameworks that are ${as ?? "agreed or on trial"}. Name one: ${ids.join(", ")}`);
  }
  return { framework: fitting[0]!, named: false };
}

async function fileOrNone(target: string): Promise<Framework> {
  try {
    return await readJson(target, "a framework", frameworkFile);
  } catch (error) {
    if (!(error instanceof Misuse) || !error.message.includes("no such file")) throw error;
    throw new Misuse(`framework: "${target}" is neither a file nor built in. Built in: ${COUNCILS.map(({ id }) => id).join(", ")}`);
  }
}

/** The framework with what the caller knows of its providers in place of what it has. */
function withMembers(read: Framework, { memberships, suspensions, grades, places, starts, extendedTo }: MembersFile): Framework {
  if (starts !== undefined && read.mobilisation === undefined) throw new RangeError(`framework: ${read.name} has no mobilisation plan for the starts in the members file`);
  return {
    ...read,
    ...(memberships === undefined ? {} : { memberships }),
    ...(suspensions === undefined ? {} : { suspensions }),
    ...(grades === undefined ? {} : { grades }),
    ...(places === undefined ? {} : { places: { ...read.places, ...places } }),
    ...(starts === undefined || read.mobilisation === undefined ? {} : { mobilisation: { ...read.mobilisation, starts } }),
    ...(extendedTo === undefined ? {} : { term: { ...read.term, extendedTo } }),
  };
}

function withReading(read: Framework, reading: string): Framework {
  const [, slug, choice] = /^([^=]+)=(.+)$/.exec(reading) ?? [];
  if (slug === undefined || choice === undefined) throw new Misuse(`framework: --reading takes SLUG=CHOICE, got "${reading}"`);
  return withFrameworkReading(read, slug, choice);
}

const AUTHORITIES: readonly Authority[] = ["agreed", "trial", "recommended", "proposed"];

function authorityOf(value: string | undefined): Authority | undefined {
  const found = AUTHORITIES.find((authority) => authority === value);
  if (value !== undefined && found === undefined) throw new Misuse(`framework: --as takes one of ${AUTHORITIES.join(", ")}, got "${value}"`);
  return found;
}
