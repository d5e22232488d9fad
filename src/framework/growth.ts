import { type Day, dayNumber } from "../shared/day.js";
import { type DecimalText, exactText, fraction } from "../shared/exact.js";
import { minus, quotient, roundedText, times, whole } from "../shared/fractions.js";

/** Hours delivered in years, as a document prints them. */
export interface HoursByYear {
  readonly years: readonly YearOfHours[];
}

/** One year's hours, with the increase printed beside them. */
export interface YearOfHours {
  /** As printed: `"22/23"`. */
  readonly year: string;
  readonly firstDay: Day;
  readonly lastDay: Day;
  readonly hours: DecimalText;
  /** Are the hours delivered, or a forecast? */
  readonly basis: "delivered" | "forecast";
  /** The increase on the year before and its per cent, as printed; `null` when none is. */
  readonly stated: { readonly increase: DecimalText; readonly percent: DecimalText } | null;
}

/** A year's growth on the year before: computed, with the printed figures beside it. */
export interface YearOfGrowth {
  readonly year: string;
  readonly hours: DecimalText;
  readonly basis: YearOfHours["basis"];
  /** Hours more than in the year before, exact; `null` when the year before is not given. */
  readonly increase: DecimalText | null;
  /** Per cent more, two places, half up; `null` without a year before, or when it had no hours. */
  readonly percent: DecimalText | null;
  readonly stated: StatedGrowth | null;
}

/** The printed figures, and how they differ from the computed ones. */
export interface StatedGrowth {
  readonly increase: DecimalText;
  /** Printed increase less the computed one, exact: `"0"` when they agree; `null` when it cannot be computed. */
  readonly increaseDiffers: DecimalText | null;
  readonly percent: DecimalText;
  /** Does the printed per cent agree, to as many places as it has? `null` when it cannot be computed. */
  readonly percentAgrees: boolean | null;
}

/**
 * How did the hours grow from year to year, and do the printed increases agree? The year before is the one that ends on the
 * day before the first, whatever the order of the list.
 *
 * @example
 * ```ts
 * const [, second, third] = growthOf(plymouth.market!.hours.years);
 * second!.increase; // => "44746.44"
 * second!.stated; // => { increase: "44746.40", increaseDiffers: "-0.04", percent: "8", percentAgrees: true }
 * third!.stated!.increaseDiffers; // => "0.01"
 * ```
 */
export function growthOf(years: readonly YearOfHours[]): YearOfGrowth[] {
  return years.toSorted((a, b) => dayNumber(a.firstDay) - dayNumber(b.firstDay)).map(({ year, firstDay, hours, basis, stated }) => {
    const before = years.find(({ lastDay }) => dayNumber(lastDay) + 1 === dayNumber(firstDay));
    if (before === undefined) {
      return { year, hours, basis, increase: null, percent: null, stated: stated === null ? null : { ...stated, increaseDiffers: null, percentAgrees: null } };
    }
    const then = fraction(before.hours, "hours");
    const increase = minus(fraction(hours, "hours"), then);
    const percent = then.numerator === 0n ? null : times(quotient(increase, then), whole(100));
    return {
      year,
      hours,
      basis,
      increase: exactText(increase, 2),
      percent: percent === null ? null : roundedText(percent, 2),
      stated: stated === null ? null : {
        increase: stated.increase,
        increaseDiffers: exactText(minus(fraction(stated.increase, "increase"), increase), 0),
        percent: stated.percent,
        percentAgrees: percent === null ? null : agrees(percent, stated.percent),
      },
    };
  });
}

function agrees(percent: ReturnType<typeof fraction>, printed: DecimalText): boolean {
  const places = printed.split(".")[1]?.length ?? 0;
  return roundedText(percent, places) === roundedText(fraction(printed, "percent"), places);
}
