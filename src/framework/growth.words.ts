import { grouped, quoted, withSource } from "../shared/words.js";
import type { YearOfGrowth } from "./growth.js";

/** A year's growth on the year before, and whether the printed figures agree. */
export function growthWords({ year, hours, basis, increase, percent, stated }: YearOfGrowth, source: string | null): string[] {
  const said = `${BASIS_SAYS[basis]} in the year ${quoted(year)}: ${grouped(hours)} hours`;
  const grown =
    increase === null ? "; the year before is not given, so its growth is not known"
    : `, ${increase.startsWith("-") ? `${grouped(increase.slice(1))} fewer` : `${grouped(increase)} more`} than in the year before${percent === null ? ", which had none" : `, ${percent} %`}`;
  return [withSource(`${said}${grown}.`, source), ...(stated === null ? [] : [printedWords(stated)])];
}

const BASIS_SAYS: { readonly [B in YearOfGrowth["basis"]]: string } = { delivered: "Delivered", forecast: "Forecast" };

function printedWords({ increase, increaseDiffers, percent, percentAgrees }: NonNullable<YearOfGrowth["stated"]>): string {
  const hours =
    increaseDiffers === null ? "cannot be checked"
    : increaseDiffers === "0" ? "agrees"
    : increaseDiffers.startsWith("-") ? `is ${grouped(increaseDiffers.slice(1))} less than that`
    : `is ${grouped(increaseDiffers)} more than that`;
  return `The printed increase, ${grouped(increase)} hours, ${hours}; the printed ${percent} % ${percentAgrees === null ? "cannot be checked" : percentAgrees ? "agrees" : "does not agree"}.`;
}
