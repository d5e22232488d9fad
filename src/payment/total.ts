/** A sum of whole numbers that never leaves the safe integers: what outgrows `low` goes to `high`. */
export interface Total {
  low: number;
  high: bigint;
}

/** Where `low` spills over. A line is far below it, so `low` stays a safe integer. */
const SPILL = 2 ** 52;

/** A sum of nothing. */
export function emptyTotal(): Total {
  return { low: 0, high: 0n };
}

/** Adds a whole number from 0 to 2^52 to a sum, in place. */
export function addTo(total: Total, amount: number): void {
  total.low += amount;
  if (total.low >= SPILL) {
    total.high += BigInt(total.low);
    total.low = 0;
  }
}

/** The sum as one exact number. */
export function valueOf(total: Total): bigint {
  return total.high + BigInt(total.low);
}
