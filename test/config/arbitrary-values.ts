import * as fc from "fast-check";

/** Whole minutes from 1. */
export const minutes = fc.oneof(fc.constantFrom(1, 5, 15, 30, 60), fc.integer({ min: 1, max: 120 }));

/** Shares from 0 to 1. */
export const shares = fc.constantFrom("0", "0.1", "0.25", "0.5", "0.80", "1", "1.0");

/** Factors from 0. */
export const decimals = fc.constantFrom("0", "0.15", "0.5", "1", "1.25");

/** Pounds in pence. */
export const pounds = fc.constantFrom("0", "0.01", "9.99", "14.01", "20.00", "24.60");
