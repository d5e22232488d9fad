/** The most digits behind the point: a million amounts cut there are right to the penny. */
const PLACES = 10;

/**
 * Exact amounts, `"7.005"` or `"20/3"`, added up, as a decimal number with two digits behind the point at least. What has no
 * end there, as 20/3, is rounded half up at the tenth.
 */
export function decimalSum(amounts: readonly string[]): string {
  let [over, under] = [0n, 1n];
  for (const amount of amounts) {
    const [numerator, denominator] = parts(amount);
    [over, under] = [over * denominator + numerator * under, under * denominator];
  }
  const scaled = (2n * over * 10n ** BigInt(PLACES) + under) / (2n * under);
  const digits = String(scaled).padStart(PLACES + 1, "0");
  return `${digits.slice(0, -PLACES)}.${digits.slice(-PLACES).replace(/0+$/, "").padEnd(2, "0")}`;
}

function parts(amount: string): [bigint, bigint] {
  const [over, under] = amount.split("/");
  if (under !== undefined) return [BigInt(over!), BigInt(under)];
  const [whole, places = ""] = amount.split(".");
  return [BigInt(`${whole}${places}`), 10n ** BigInt(places.length)];
}
