// One line a check, the time of each part, and the closing line.
const counts = { passed: 0, failed: 0, skipped: 0 };

/** Runs a check, which fails by throwing; what it returns, if text, is shown. Answers whether it passed. */
export async function check(name, test) {
  try {
    const detail = await test();
    counts.passed++;
    console.log(`ok    ${name}${typeof detail === "string" ? ` (${detail})` : ""}`);
    return true;
  } catch (error) {
    fail(name, error);
    return false;
  }
}

function fail(name, error) {
  counts.failed++;
  console.log(`FAIL  ${name}\n      ${String(error instanceof Error ? error.message : error).replaceAll("\n", "\n      ")}`);
}

/** Says of what could not be checked here why not. */
export function skip(name, reason) {
  counts.skipped++;
  console.log(`skip  ${name}: ${reason}`);
}

/** A part of the run, with the time it took. What breaks it off is a failure. */
export async function part(name, run) {
  const start = performance.now();
  console.log(`\n${name}`);
  try {
    return await run();
  } catch (error) {
    fail(`${name}: broken off`, error);
    return undefined;
  } finally {
    console.log(`      ${((performance.now() - start) / 1000).toFixed(1)} s`);
  }
}

/** Has nothing failed so far? */
export function isWell() {
  return counts.failed === 0;
}

/** Prints the closing line. */
export function close() {
  const { passed, failed, skipped } = counts;
  console.log(`\n${passed} passed, ${failed} failed${skipped === 0 ? "" : `, ${skipped} skipped`}`);
}

/** Fails with the first line in which two texts differ. */
export function sameText(got, expected, where = "") {
  if (got === expected) return;
  if (typeof got !== "string") throw new Error(`${where}expected text, got ${String(got)}`);
  const [gotLines, expectedLines] = [got.split("\n"), expected.split("\n")];
  const at = expectedLines.findIndex((line, i) => line !== gotLines[i]);
  const line = at < 0 ? expectedLines.length : at;
  throw new Error(`${where}line ${line + 1}: expected ${JSON.stringify(expectedLines[line])}, got ${JSON.stringify(gotLines[line])}`);
}

/** Fails unless a condition holds. */
export function expect(condition, message) {
  if (!condition) throw new Error(message);
}
