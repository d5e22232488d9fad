import { listed } from "../shared/words.js";

/** What another choice of a reading would make of the result. */
export interface OtherwiseRead {
  readonly choice: string;
  /** What would change, after "the result would be different:": `"45 minutes would be paid in place of 30"`. */
  readonly change: string;
}

/** What a reading has that these sentences name. */
interface Named {
  readonly silent: string;
  readonly adopted: string;
  readonly because?: string;
  readonly inPlaceOf?: string;
  readonly choices: { readonly [slug: string]: { readonly says: string } };
}

/** Readings as these sentences need them to find the one that sets a field. */
export interface ReadingsSetting {
  readonly [slug: string]: { readonly adopted: string; readonly choices: { readonly [choice: string]: { readonly set: object; readonly asks?: { readonly field: string } } } };
}

/** The readings whose adopted choices set one of these fields, or ask the caller for it: `"reading exactly-56 = hour"`; `null` where none does. */
export function settingWords(fields: readonly string[], readings: ReadingsSetting): string | null {
  const setting = Object.entries(readings).filter(([, { adopted, choices }]) => fields.some((field) => Object.hasOwn(choices[adopted]?.set ?? {}, field) || choices[adopted]?.asks?.field === field));
  return setting.length === 0 ? null : listed(setting.map(([slug, { adopted }]) => `reading ${slug} = ${adopted}`));
}

/** The same in brackets, to follow what the terms make of it, though another choice might make the same: `" (read so: arrival = together)"`; empty where none does. */
export function readSoWords(fields: readonly string[], readings: ReadingsSetting): string {
  const said = settingWords(fields, readings);
  return said === null ? "" : ` (read so: ${said.replaceAll("reading ", "")})`;
}

/** A result rests on a reading: what is adopted, why there is a choice, and what another choice would change. */
export function restsOnWords(slug: string, { silent, adopted, because, inPlaceOf, choices }: Named, otherwise: readonly OtherwiseRead[]): string[] {
  const changes = otherwise.map(({ choice, change }) => `read as ${choice}, ${change}`);
  return [
    `This rests on reading ${slug} = ${adopted}: ${choices[adopted]!.says}`,
    `The source does not settle it: ${silent}`,
    ...(because === undefined ? [] : [`Why ${inPlaceOf === undefined ? "it" : inPlaceOf} is adopted in the council's data: ${because}`]),
    `Another choice would change it${changes.length === 0 ? "" : `: ${changes.join("; ")}`}.`,
  ];
}
